"""Hits follow their text through a patch, those of words that an edit broke are gone, and new ones are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.document import Hit
from speechclean.core.edit import swap
from speechclean.core.hits import carried_over
from speechclean.core.patch import Patch

WORDS = ("微信", "信", "加微", "aa")
REACH = 4 * max(map(len, WORDS))


def hits(text: str, offset: int = 0) -> tuple[Hit, ...]:
    found = [
        Hit(offset + place, offset + place + len(word), word)
        for word in WORDS
        for place in range(len(text))
        if text.startswith(word, place)
    ]
    return tuple(sorted(found))


@st.composite
def patched(draw) -> tuple[str, Patch]:
    text = draw(st.text("加微信a好", max_size=90))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 9), st.text("加微信a", max_size=3))))
    return text, Patch.collect(swap(text, start, min(len(text), start + size), new) for start, size, new in spans)


@given(patched())
def test_the_hits_are_those_that_a_scan_finds(case: tuple[str, Patch]) -> None:
    text, patch = case
    after = patch.apply(text)
    shift, found = 0, []
    for edit in patch.edits:
        start = max(0, edit.start + shift - REACH)
        end = edit.start + shift + len(edit.new) + REACH
        found.append(lambda start=start, end=end: hits(after[start:end], start))
        shift += len(edit.new) - len(edit.old)
    assert carried_over(hits(text), patch.edits, found, REACH) == hits(after)
