"""Texts without what a new crawl changes first: width, case, script, blanks and invisible characters."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

DROPPED = Pattern("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
NEAR = 12
"""Characters of context that are compared on each side."""


def plain(text: str) -> str:
    """The text as decisions compare it."""
    return View(text).text


class View:
    """A text as decisions compare it, with the way back to its own offsets (code points)."""

    def __init__(self, text: str) -> None:
        self.source = text
        folded = fold(text)
        dropped = [match.span() for match in DROPPED.finditer(folded)]
        starts = [0, *(end for _, end in dropped)]
        ends = [*(start for start, _ in dropped), len(text)]
        pieces = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
        self.text = "".join(pieces)
        self._starts = starts
        self._reached = [0, *accumulate(map(len, pieces))]

    def place(self, position: int) -> int:
        """How many characters of the view stand before an offset of the source."""
        number = max(0, bisect_left(self._starts, position + 1) - 1)
        return min(self._reached[number] + position - self._starts[number], self._reached[number + 1])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source; an empty span lies behind the character before it."""
        return (self._source(start) if start < end else self._source(start - 1) + 1), self._source(end - 1) + 1

    def around(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and behind `text[start:end]`."""
        return self.text[max(0, start - NEAR) : start], self.text[end : end + NEAR]

    def _source(self, place: int) -> int:
        if place < 0:
            return -1
        number = bisect_left(self._reached, place + 1) - 1
        return self._starts[number] + place - self._reached[number]


def occurrences(text: str, key: str) -> Iterator[int]:
    """Where a string stands in a text, overlapping or not."""
    start = text.find(key)
    while start >= 0:
        yield start
        start = text.find(key, start + 1)
