"""A text as it reads without its markup, and what edits of that reading change in the text itself."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, Part
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.note import Note

    Span = tuple[int, int]


class Mark(NamedTuple):
    """Markup around a content, which is all that a reader sees: `text[start:content]` opens it, `text[rest:end]` closes it."""

    start: int
    content: int
    rest: int
    end: int


class Unmarked:
    """The reading of a text without some marks, which may be nested. Offsets count code points.

    An edit of the reading never takes one side of a mark: both go where all of the content goes, blanks aside.
    """

    __slots__ = ("_marks", "_places", "marked", "text")

    def __init__(self, marked: str, marks: Iterable[Mark]) -> None:
        self.marked = marked
        self._marks = sorted(marks)
        hidden = sorted(span for start, content, rest, end in self._marks for span in ((start, content), (rest, end)))
        pieces: list[str] = []
        self._places: list[int] = []
        place = 0
        for start, end in [*hidden, (len(marked), len(marked))]:
            if start > place:
                pieces.append(marked[place:start])
                self._places += range(place, start)
            place = max(place, end)
        self.text = "".join(pieces)
        self._places.append(len(marked))

    def edits(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The same changes to the marked text. One that replaces text across a side of a mark that stays is left out."""
        asked = list(edits)
        gone, kept = self._parted(_united((edit.start, edit.end) for edit in asked if not edit.new))
        for edit in asked:
            start = self._places[edit.start]
            spans = _without(start, self._behind(edit.end) if edit.old else start, kept)
            if not edit.new:
                for first, last in _united([*spans, *_within(gone, edit.start, edit.end)]):
                    yield self._edit(edit, first, last)
            elif len(spans) == 1 or not edit.old:
                yield self._edit(edit, *(spans[0] if spans else (start, start)))

    def note(self, note: Note) -> Note:
        """The same note at its place in the marked text."""
        return note.moved(self._places[note.start], self._behind(note.end))

    def _behind(self, end: int) -> int:
        """Where the character before this place of the reading ends in the marked text."""
        return self._places[end - 1] + 1 if end else 0

    def _edit(self, edit: Edit, start: int, end: int) -> Edit:
        parts = tuple([Part(part.rule, start, end, part.evidence) for part in edit.parts])
        return Edit(start, self.marked[start:end], edit.new, parts)

    def _read(self, mark: Mark) -> Span:
        """The span of a mark's content in the reading, without the blanks around it."""
        start, end = bisect_left(self._places, mark.content), bisect_left(self._places, mark.rest)
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _parted(self, cuts: list[Span]) -> tuple[list[tuple[int, Span]], list[Span]]:
        """The sides of the marks whose content is cut as a whole, each by the place that it goes with, and those of all others."""
        gone: list[tuple[int, Span]] = []
        kept: list[Span] = []
        for mark in self._marks:
            start, end = self._read(mark)
            number = bisect_left(cuts, (start + 1, 0)) - 1
            if start < end and number >= 0 and cuts[number][1] >= end:
                gone += (start, (mark.start, mark.content)), (end - 1, (mark.rest, mark.end))
            else:
                kept += (mark.start, mark.content), (mark.rest, mark.end)
        return sorted(gone), _united(kept)


def _within(sides: list[tuple[int, Span]], start: int, end: int) -> list[Span]:
    """The sides that go with `text[start:end]` of the reading."""
    first, last = bisect_left(sides, (start, (0, 0))), bisect_left(sides, (end, (0, 0)))
    return [side for _, side in sides[first:last]]


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return found


def _without(start: int, end: int, kept: list[Span]) -> list[Span]:
    """A span less what must stay, which is in order and apart."""
    found: list[Span] = []
    number = max(0, bisect_left(kept, (start, 0)) - 1)
    while number < len(kept) and kept[number][0] < end:
        if start < kept[number][0]:
            found.append((start, kept[number][0]))
        start = max(start, kept[number][1])
        number += 1
    if start < end:
        found.append((start, end))
    return found
