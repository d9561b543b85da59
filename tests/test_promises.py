"""The promises, on the seeds in seven encodings, damaged at random, and on bytes that were never text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechclean import Cleaner, Settings
from speechclean.core.errors import DecodeError

CLEANER = Cleaner()
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))]
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-32", "hz")


def examples(number: int) -> settings:
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=number, deadline=None, suppress_health_check=slow, derandomize=True)


def undone(data: bytes) -> None:
    """Cleaning can be undone, and a second run finds nothing."""
    try:
        result = CLEANER(data)
    except DecodeError:
        return
    assert not result.failures
    assert result.restore() == data
    again = CLEANER(result.data)
    assert again.data == result.data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_seeds_in_every_encoding(number: int, newline: str, encoding: str) -> None:
    undone(SEEDS[number].replace("\n", newline).encode(encoding, "ignore"))


@examples(600)
@given(
    number=st.integers(0, len(SEEDS) - 1),
    encoding=st.sampled_from(ENCODINGS),
    flips=st.integers(0, 3),
    cut=st.integers(0, 900),
    seed=st.integers(0, 2**32),
)
def test_damaged_seeds(number: int, encoding: str, flips: int, cut: int, seed: int) -> None:
    dice = random.Random(seed)
    text = SEEDS[number]
    place = dice.randrange(len(text))
    data = bytearray(text[place : place + 400].encode(encoding, "ignore"))
    if cut and "16" not in encoding and "32" not in encoding:  # wide text off by a byte is other text, by chance
        del data[: dice.randrange(2)]
    for _ in range(flips):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    undone(bytes(data[: max(1, len(data) - cut // 100)]))


@examples(800)
@given(st.binary(max_size=120))
def test_any_bytes_that_decode(data: bytes) -> None:
    undone(data)


@examples(600)
@given(
    st.lists(
        st.sampled_from([*"“”…。，！\r\n &;<>#()（）", "微信", "国", "國", "1503991601", "\ufeff", "\ud800", "……略……"]),
        max_size=40,
    )
)
def test_any_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    result = CLEANER(text)
    assert not result.failures
    assert result.restore() == text
    assert CLEANER(result.text).text == result.text


@pytest.mark.parametrize("to", ["hans", "hant", "tw", "hk", "keep"])
@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_every_script(number: int, to: str) -> None:
    cleaner = Cleaner(Settings(to=to))
    result = cleaner(SEEDS[number])
    assert result.restore() == SEEDS[number]
    assert cleaner(result.text).text == result.text


@pytest.mark.parametrize(
    "text",
    [
        "写 <b>\n好了，关于代码的问题到这里结束啦，希望可以解决您的问题哈",
        "您正在浏览：```\n&nbsp",
        "（原标题：车责编：02）\n你可能感兴趣```",
        "全文>图片alt：\n<i>\n前端",
        "XML图本文Word钱&#3;",
    ],
    ids=["speaks of code", "a fence behind a path", "a fence in a list's header", "announces a tag", "names a format"],
)
def test_what_spared_markup_goes_and_the_markup_with_it(text: str) -> None:
    cleaned = CLEANER(text).text
    assert CLEANER(cleaned).text == cleaned
