"""The compiled tagger sums what the one in Python sums, and finds the same path."""

from __future__ import annotations

import importlib.util
import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean.judgement import tagger
from speechclean.judgement.features import borders, classify, features
from speechclean.judgement.seams import Seams
from speechclean.judgement.tokens import view
from speechclean.judgement.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[2]
LONGEST = 400
built = pytest.mark.skipif(not tagger.compiled(), reason="not built here, or switched off")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_weight_table", ROOT / "scripts" / "make_weight_table.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_python(window: str) -> tuple[tagger.Costs, list[tuple[int, int]]]:
    seen = view(window)
    kinds = classify(seen)
    sums = tagger.costs(features(seen, kinds), borders(seen), weights())
    return sums, tagger.spans(tagger.best_path(tagger.pulled(seen, kinds, sums)))


def tagged(window: str) -> tuple[tagger.Costs, list[tuple[int, int]]]:
    seen = view(window)
    return tagger.tag(seen, classify(seen))


def lines(path: Path) -> Iterator[str]:
    for number, row in enumerate(path.open(encoding="utf-8")):
        if number % 5 == 0:
            text = json.loads(row)["text"]
            yield from (line[:LONGEST] for line in text.replace("⟦", "").replace("⟧", "").split("\n") if line)


@built
@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "corpus").glob("*/*.jsonl")), ids=lambda path: path.stem)
def test_both_ways_give_the_same_on_the_corpora(path: Path) -> None:
    for line in lines(path):
        assert tagged(line) == in_python(line), line


WORDS = """加微信 QQ 公众号 领取 完整版 通知 会议 本站 免费 ab_12345 13800001357 0791-6000001 ｗｗｗ．ａｂ．ｃｏｍ http://a.cn/b
    a@b.com www。wenku。xyz 公-众-号-甲-乙 word vx 2021年 7.5kg 一五零三九九壹六零壹三"""
PIECES = st.sampled_from(
    [
        *"。，、：\n“”「」【】（）👉🐧✓×|^$ -—\u200b\u3000①⒑ＡＺａ𠮷後點乾",
        *WORDS.split(),
    ]
)


@built
@settings(deadline=None)
@given(
    st.lists(
        PIECES | st.text(max_size=4) | st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)), max_size=60
    )
)
def test_both_ways_give_the_same_on_any_text(pieces: list[str]) -> None:
    window = "".join(pieces)[:LONGEST]
    assert tagged(window) == in_python(window)


@built
@settings(deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40), st.data())
def test_both_ways_join_what_is_around_a_span_alike(pieces: list[str], data: st.DataObject) -> None:
    seen = view("好" + "".join(pieces))
    size = len(seen.forms)
    figures = st.integers(-900, 900)
    firsts = data.draw(st.lists(st.integers(0, size - 1), unique=True))
    starts = [(first, data.draw(figures), first == 0 or data.draw(st.booleans())) for first in sorted(firsts)]
    lasts = data.draw(st.lists(st.integers(1, size), unique=True))
    ends = [(last, data.draw(figures), data.draw(figures)) for last in sorted(lasts)]
    seams = Seams(seen.forms, seen.shapes, [], tagger.Costs([], [], []), [], [])
    kernel = tagger.compiled()
    assert kernel
    assert kernel.rows(seen.forms, seen.shapes, starts, ends) == seams.rows(starts, ends)


@built
@pytest.mark.parametrize("window", ["", "好", "。", "a", "👉", "好" * LONGEST, "加微信ab12345" * 40])
def test_both_ways_give_the_same_at_the_edges(window: str) -> None:
    assert tagged(window) == in_python(window)


def test_the_table_is_that_of_the_weights() -> None:
    known = weights()
    known.prepare_all()
    written = Path(tagger.__file__).with_name("weights.bin").read_bytes()
    assert written == script().table(known.of), "run scripts/make_weight_table.py"


@built
@pytest.mark.parametrize(
    "table", [b"", b"SPCWHT01", b"x" * 64, b"SPCWHT01" + (9).to_bytes(8, "little") + bytes(8), b"SPCWHT01" + bytes(8)]
)
def test_a_table_that_is_none_is_refused(table: bytes) -> None:
    from speechclean.native.tag import Tagger

    with pytest.raises(ValueError, match="no table of weights"):
        Tagger(table, lambda _: ("", 0, "", 0, 0, 0), {}, (0, 0, 0), (0, 0, 0, 0, 0, 0, 0, 0))


@built
def test_columns_of_different_lengths_are_refused() -> None:
    compiled = tagger.compiled()
    assert compiled
    with pytest.raises(ValueError, match="each token"):
        compiled.read(["好"], "h", [])
    with pytest.raises(IndexError, match="outside"):
        compiled.rows(["好"], "h", [(0, 0, True)], [(2, 0, 0)])


@built
def test_more_characters_than_are_remembered_are_told_apart() -> None:
    kernel = tagger.compiled()
    assert kernel
    letters = [*map(chr, range(0x20000, 0x29000)), *"我们的工作"]
    before = [kernel.read([one, two], "hh", ["", ""]) for one, two in pairwise(letters[-100:])]
    kernel.read(letters, "h" * len(letters), [""] * len(letters))
    assert [kernel.read([one, two], "hh", ["", ""]) for one, two in pairwise(letters[-100:])] == before


@built
def test_many_threads_may_ask_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    tagger.compiled.cache_clear()
    texts = ["".join(map(chr, range(0x4E00 + number, 0x9FFF, 211))) for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tagged, texts)) == [in_python(text) for text in texts]
