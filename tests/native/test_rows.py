"""The compiled lines of a text are those that are parted in Python, and find the same of each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.document import Hit
from speechclean.judgement.likeness import reading
from speechclean.judgement.rows import Rows

pytestmark = pytest.mark.skipif(not native.lines(), reason="not built here, or switched off")

LINE = st.sampled_from(
    [
        "更多本站",
        "更多 本站",
        "  更多本站\u3000",
        "点击",
        "點擊",
        "点击下载",
        "多" * 44 + "。",
        "多" * 43 + "。",
        "多" * 50,
        " ",
        "",
    ]
)
TEXTS = st.lists(LINE | st.text("更多。 \u3000\x1cＡa點\U00020000é", max_size=9), max_size=24).map("\n".join)


def both(text: str) -> tuple[Any, Rows]:
    compiled = native.lines()
    assert compiled
    return compiled(text, reading()), Rows(text, reading())


def hits_in(text: str, words: str) -> list[Hit]:
    return [Hit(place, place + 1, sign) for place, sign in enumerate(text) if sign in words]


@settings(max_examples=300)
@given(TEXTS | st.text("aé。 \n\x85", max_size=90))
def test_lines(text: str) -> None:
    rows, expected = both(text)
    assert (rows.text, rows.size, rows.first, rows.last) == (text, expected.size, expected.first, expected.last)
    assert rows.short() == expected.short()
    for number in range(rows.size):
        assert rows.span(number) == expected.span(number)
        assert rows.folded(number) == expected.folded(number)
        assert rows.score(number) == expected.score(number)
    for words, least in (("本。", -20.0), ("更\n", 1.0), ("a\u3000", -3.0)):
        hits = hits_in(text, words)
        assert rows.strong(hits, least) == expected.strong(hits, least)


@settings(max_examples=500)
@given(TEXTS, TEXTS, st.integers(0, 3), st.randoms(use_true_random=False))
def test_lines_of_a_page(text: str, other: str, gone: int, dice: Any) -> None:
    left = [line for line in text.split("\n") if dice.random() * 4 > gone]
    for here, page in (("\n".join(left), text), (text, text), (text, other)):
        (rows, expected), (its, expected_its) = both(here), both(page)
        strong = [number for number in expected.short() if dice.random() < 0.1]
        assert rows.alike(its) == expected.alike(expected_its)
        for least in (-1e9, -1.5, 2.0):
            assert rows.near(its, strong, least) == expected.near(expected_its, strong, least)
            assert rows.near(its, [], least) == expected.near(expected_its, [], least)


@pytest.mark.parametrize("number", [-1, 1])
def test_a_line_that_there_is_not(number: int) -> None:
    rows, _ = both("更多")
    with pytest.raises(IndexError):
        rows.score(number)
    with pytest.raises(IndexError):
        rows.span(number)
