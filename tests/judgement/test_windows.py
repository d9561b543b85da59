"""Where the judge looks: the quick ways to find a place give what the patterns give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.document import Document
from speechclean.judgement.windows import (
    IDENTIFIER,
    ODD_SEPARATORS,
    RUN,
    SEPARATORS,
    WIDE_SEPARATORS,
    _between,
    _spaced_by,
    anchors,
)

TEXTS = st.text("aZ059?!~ ,._-@:/*·✘丨\u3000中文。\n\u007f\ud800\U00020000", max_size=60)


def places_of_patterns(text: str) -> list[tuple[int, int]]:
    patterns = [*map(_between, ODD_SEPARATORS), *map(_spaced_by, SEPARATORS + WIDE_SEPARATORS)]
    spaced = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    return sorted([match.span() for match in RUN.finditer(text) if IDENTIFIER.search(match[0])] + spaced)


@given(TEXTS)
def test_the_anchors_are_those_that_the_patterns_find(text: str) -> None:
    found = set(anchors(Document(text), frozenset()))
    expected = set(places_of_patterns(text))
    assert {place for place in found if place in expected} == found
    rare = {place for place in expected - found if text[place[0]] in SEPARATORS}
    assert expected - found == rare, "only few separators may be passed over"


def test_an_account_is_found_with_the_sign_before_it() -> None:
    text = "加我(gz7781990?wx99)或12345，不是2019年"
    assert [text[start:end] for start, end in anchors(Document(text), frozenset())] == ["(gz7781990", "?wx99", "12345"]
