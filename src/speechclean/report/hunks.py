r"""What a result changes, line by line: hunks with the spans in them that differ.

They are made from the edits, not found by comparing lines: that takes time in line with the text, whatever it is. Lines
end at `\n` alone, as `patch` has it; a carriage return is a character of its line.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.newlines import Offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.result import Result

CONTEXT = 3
"""Lines that are shown around a change."""
BOM = "\ufeff"


class Span(NamedTuple):
    """Code points `start:end` of the text before became `new_start:new_end` of the text after."""

    start: int
    end: int
    new_start: int
    new_end: int


class Change(NamedTuple):
    """Lines `first:last` of the text before became lines `new_first:new_last` of the text after."""

    first: int
    last: int
    new_first: int
    new_last: int


class Side:
    """A text in lines, and where each begins."""

    def __init__(self, text: str) -> None:
        self.lines = [line + "\n" for line in text.split("\n")]
        self.lines[-1] = self.lines[-1][:-1]
        if not self.lines[-1]:
            self.lines.pop()
        self.starts = [0, *accumulate(map(len, self.lines))]

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The lines that a span stands in or touches."""
        return bisect_right(self.starts, start) - 1, min(bisect_right(self.starts, end), len(self.lines))


class Sides(NamedTuple):
    """The decoded original and the clean text, as files would hold them, with the spans that differ."""

    before: Side
    after: Side
    spans: tuple[Span, ...]


def sides(result: Result) -> Sides:
    """The two texts of a result."""
    if isinstance(result.given, str):
        bom, after = "", result.text
    else:
        bom = BOM if result.encoding == "utf-8" and result.receipt.bom else ""
        after = result.data.decode("utf-8", "surrogatepass")
    return Sides(Side(bom + result.before), Side(after), tuple(_spans(result, after, bom)))


def hunks(both: Sides) -> Iterator[list[Change]]:
    """The changes, those together that stand so near that their contexts would meet."""
    hunk: list[Change] = []
    for change in _changes(both):
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def bounds(hunk: list[Change], both: Sides) -> Change:
    """The lines of a hunk with its context."""
    lead = min(CONTEXT, hunk[0].first)
    tail = min(CONTEXT, len(both.before.lines) - hunk[-1].last)
    return Change(hunk[0].first - lead, hunk[-1].last + tail, hunk[0].new_first - lead, hunk[-1].new_last + tail)


def _spans(result: Result, after: str, bom: str) -> Iterator[Span]:
    """The edits of a result and what becomes of its newlines, in order."""
    back, ahead = Offsets(result.before), Offsets(after)
    shift, more = 0, len(bom)
    found = [Span(0, more, 0, 0)] if bom else []
    for edit in result.patch.edits:
        start = edit.start + shift
        places = back.original(edit.start), back.original(edit.end)
        new = ahead.original(start), ahead.original(start + len(edit.new))
        found.append(Span(places[0] + more, places[1] + more, *new))
        shift += len(edit.new) - len(edit.old)
    if result.newlines.others:
        found += _newlines(result, back, more)
    return iter(sorted(found))


def _newlines(result: Result, back: Offsets, more: int) -> Iterator[Span]:
    r"""The newlines of a text that mixes them which were not `\n`."""
    others = dict(result.newlines.others)
    plain = result.before.replace("\r\n", "\n").replace("\r", "\n")
    position, number = plain.find("\n"), 0
    while position >= 0:
        newline = others.get(number, result.newlines.kind)
        if newline != "\n":
            start, new = back.original(position) + more, result.patch.map(position)
            yield Span(start, start + len(newline), new, new + 1)
        position, number = plain.find("\n", position + 1), number + 1


def _changes(both: Sides) -> list[Change]:
    """The lines that differ."""
    trimmed = (_trimmed(change, both) for change in _merged(_touched(both)))
    return [change for change in trimmed if change.first < change.last or change.new_first < change.new_last]


def _touched(both: Sides) -> Iterator[Change]:
    """The lines that each span touches, and the last ones, at whose end the writer may have put a newline."""
    before, after, spans = both
    for span in spans:
        yield Change(*before.touched(span.start, span.end), *after.touched(span.new_start, span.new_end))
    old, new = len(before.lines), len(after.lines)
    yield Change(max(0, old - 1), old, max(0, new - 1), new)


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, with those that touch made one."""
    last: Change | None = None
    for change in changes:
        if last and (change.first <= last.last or change.new_first <= last.new_last):
            first, new_first = min(last.first, change.first), min(last.new_first, change.new_first)
            last = Change(first, max(last.last, change.last), new_first, max(last.new_last, change.new_last))
            continue
        if last:
            yield last
        last = change
    if last:
        yield last


def _trimmed(change: Change, both: Sides) -> Change:
    """The change without the lines at its ends that stayed the same."""
    before, after = both.before.lines, both.after.lines
    first, last, new_first, new_last = change
    while first < last and new_first < new_last and before[first] == after[new_first]:
        first, new_first = first + 1, new_first + 1
    while first < last and new_first < new_last and before[last - 1] == after[new_last - 1]:
        last, new_last = last - 1, new_last - 1
    return Change(first, last, new_first, new_last)
