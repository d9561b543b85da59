"""The compiled tagger sums what the one in Python sums, and finds the same path."""

from __future__ import annotations

import importlib.util
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean.judgement import tagger
from speechclean.judgement.ends import refine
from speechclean.judgement.features import _classes, borders, classify, covered, features
from speechclean.judgement.foreign import MARKS, compiled
from speechclean.judgement.tokens import view
from speechclean.judgement.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[2]
LONGEST = 400
AD = "加微信ab_12345领取"
"""What is foreign wherever it stands, so that all that stands before it is weighed."""
built = pytest.mark.skipif(not compiled(), reason="not built here, or switched off")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_weight_table", ROOT / "scripts" / "make_weight_table.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Read = tuple[list[int], list[int], list[int], list[tuple[int, int]]]
"""What all tokens and borders of a window weigh, and spans in it."""


def in_python(window: str) -> tuple[Read, Read]:
    return read_in_python(window), read_in_python(window + AD)


def read_in_python(window: str) -> Read:
    seen = view(window)
    kinds = classify(seen)
    sums = tagger.costs(features(seen, kinds), borders(seen), weights())
    paths = tagger.spans(tagger.best_path(tagger.pulled(seen, kinds, sums)))
    return (*sums, [refine(seen, kinds, sums, path) for path in paths])


def tagged(window: str) -> tuple[Read, Read]:
    """What is foreign in a window, and before an ad."""
    return read(window), read(window + AD)


def read(window: str) -> Read:
    seen = view(window)
    kernel = compiled()
    assert kernel
    costs, spans = kernel.foreign(seen.forms, seen.shapes, classify(seen))
    return (*costs.listed(), spans)


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
        *"。，、：\n“”「」【】（）👉🐧✓×|^$ -—\0\u200b\u3000①⒑ＡＺａ𠮷後點乾",
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
@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=60))
def test_both_ways_tell_the_same_classes_of_words(pieces: list[str]) -> None:
    seen = view("".join(pieces))
    forms, classes = _classes()
    assert classify(seen) == covered(seen, forms.find(seen.text)[1](), classes)


SEAMS = st.sampled_from(
    [
        *"。！，、：“”「」【】（）()[]〔〕《》👉👈☞☜★搜填送找我您3两万元的与天地",
        *["备注", "暗号", "回复", "加微信", "公众号", "QQ群", "ab_12345", "本站"],
    ]
)


@built
@settings(deadline=None, max_examples=400)
@given(st.lists(SEAMS, max_size=60))
def test_both_ways_find_the_same_ends_between_brackets_and_signs(pieces: list[str]) -> None:
    window = "".join(pieces)[:LONGEST]
    assert tagged(window) == in_python(window)


@built
@pytest.mark.parametrize(
    "window", ["\0word））", "\0\0word。（", "\0领取\0word）", "\0加微信ab_12345领取\0", "加\0微\0信\0ab_12345\0"]
)
def test_a_sign_of_code_0_is_no_account(window: str) -> None:
    assert tagged(window) == in_python(window)


def test_each_set_of_forms_has_a_mark_of_its_own() -> None:
    source = (ROOT / "src/speechclean/native/questions.pxi").read_text(encoding="utf-8")
    marks = re.findall(
        r"^    [A-Z_]+ = (\d+)", source[source.index("    IDENTIFIER =") : source.index("CHANNEL =")], re.MULTILINE
    )
    assert list(map(int, marks)) == [1 << number for number in range(len(MARKS))]


@built
@pytest.mark.parametrize("window", ["", "\0", "好", "。", "a", "👉", "好" * LONGEST, "加微信ab12345" * 40])
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
        Tagger(table, lambda _: ("", 0, "", 0, 0, 0), {}, (0, 0, 0), ((), (), {}, {}, ()))


@built
def test_columns_of_different_lengths_are_refused() -> None:
    kernel = compiled()
    assert kernel
    with pytest.raises(ValueError, match="each token"):
        kernel.foreign(["好"], "h", [])
    with pytest.raises(ValueError, match="each token"):
        kernel.foreign(["好"], "", [""])


@built
def test_more_characters_than_are_remembered_are_told_apart() -> None:
    letters = [*map(chr, range(0x20000, 0x29000)), *"我们的工作"]
    pairs = [one + two + AD for one, two in pairwise(letters[-100:])]
    before = [read(pair) for pair in pairs]
    assert all(spans for *_, spans in before)
    read("".join(letters) + AD)
    assert [read(pair) for pair in pairs] == before


@built
def test_many_threads_may_ask_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    compiled.cache_clear()
    texts = ["".join(map(chr, range(0x4E00 + number, 0x9FFF, 211))) for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tagged, texts)) == [in_python(text) for text in texts]
