"""The compiled search for where a match may begin passes over no match, and gives few other places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.pattern import Pattern
from speechclean.native import head_finder

pytestmark = pytest.mark.skipif(head_finder() is None, reason="nothing is compiled here")

LETTERS = "正则規标签aH&\uffff😀𠀀"
HEADS = st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=4)


def source(head: str) -> str:
    return re.escape(head[0]) + (f"[{re.escape(head[1:])}]" if head[1:] else "")


@given(HEADS, st.text(LETTERS + "一二", max_size=12), st.integers(-1, 9), st.integers(-1, 14))
def test_no_place_is_passed_over(heads: list[str], text: str, start: int, end: int) -> None:
    finder = head_finder()
    assert finder is not None
    found = finder(heads).find(text, start, end)
    match = re.compile("|".join(map(source, heads))).search(text, max(0, start), max(0, end))
    assert match is None or 0 <= found <= match.start()
    assert found == -1 or max(0, start) <= found < end


def test_pairs_are_told_apart() -> None:
    finder = head_finder()
    assert finder is not None
    places = finder(["正则則", "H"])
    assert [places.find(text, 0, len(text)) for text in ("正正规则则", "正式", "公正", "正则", "改正則", "aH")] == [
        *(-1, -1, -1),
        *(0, 1, 1),
    ]


def test_a_pattern_takes_pairs_and_single_characters() -> None:
    pattern = Pattern("正[则則]|HTML", heads="正则則 H")
    assert [match[0] for match in pattern.finditer("正正则，正在HTMLH正")] == ["正则", "HTML"]
    assert pattern.search("正在写") is None
