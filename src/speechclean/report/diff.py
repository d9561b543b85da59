"""A unified diff of a result, in the form that `patch` reads.

It is made from the edits, not found by comparing lines: that takes time in line with the text, whatever the text is.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.result import Result

CONTEXT = 3
"""Lines that are shown around a change."""


class Change(NamedTuple):
    """Lines `first:last` of the text before became lines `new_first:new_last` of the text after."""

    first: int
    last: int
    new_first: int
    new_last: int


def unified(name: str, result: Result) -> bytes:
    """The diff from the decoded original to the clean text, as UTF-8; empty where no line changes."""
    before = _lines(result.before)
    after = _lines(result.text if isinstance(result.given, str) else result.data.decode("utf-8", "surrogatepass"))
    trimmed = (_trimmed(change, before, after) for change in _merged(_touched(result, before, after)))
    changes = [change for change in trimmed if change.first < change.last or change.new_first < change.new_last]
    pieces = [f"--- a/{name}\n+++ b/{name}\n"] if changes else []
    for hunk in _hunks(changes):
        pieces += _told(hunk, before, after)
    ended = (piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces)
    return "".join(ended).encode("utf-8", "backslashreplace")


def bytes_finding(result: Result) -> str:
    """What cleaning changes about the bytes of a text whose lines stay as they are."""
    assert isinstance(result.given, bytes)  # noqa: S101  # a text that never was bytes has none
    if result.encoding not in ("utf-8", "ascii"):
        return f"{result.encoding} → utf-8"
    if result.receipt.bom:
        return f"{result.encoding} with BOM → without"
    if result.newlines.others:
        return r"mixed newlines → \n"
    if not result.given.endswith((b"\n", b"\r")):
        return "no newline at the end → one"
    return "not as UTF-8 is written"


def _lines(text: str) -> list[str]:
    """The lines with their newlines; nothing else ends a line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _touched(result: Result, before: list[str], after: list[str]) -> Iterator[Change]:
    """The lines that each edit touches, and the last ones, at whose end the writer may have put a newline."""
    starts, new_starts = ([0, *accumulate(map(len, lines))] for lines in (before, after))
    shift = 0
    for edit in result.patch.edits:
        start = edit.start + shift
        yield Change(
            bisect_right(starts, edit.start) - 1,
            min(bisect_right(starts, edit.end), len(before)),
            bisect_right(new_starts, start) - 1,
            min(bisect_right(new_starts, start + len(edit.new)), len(after)),
        )
        shift += len(edit.new) - len(edit.old)
    yield Change(max(0, len(before) - 1), len(before), max(0, len(after) - 1), len(after))


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


def _trimmed(change: Change, before: list[str], after: list[str]) -> Change:
    """The change without the lines at its ends that stayed the same."""
    first, last, new_first, new_last = change
    while first < last and new_first < new_last and before[first] == after[new_first]:
        first, new_first = first + 1, new_first + 1
    while first < last and new_first < new_last and before[last - 1] == after[new_last - 1]:
        last, new_last = last - 1, new_last - 1
    return Change(first, last, new_first, new_last)


def _hunks(changes: list[Change]) -> Iterator[list[Change]]:
    """The changes, those together that stand so near that their contexts would meet."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _told(hunk: list[Change], before: list[str], after: list[str]) -> Iterator[str]:
    """The lines of one hunk."""
    lead = min(CONTEXT, hunk[0].first)
    tail = min(CONTEXT, len(before) - hunk[-1].last)
    old = _range(hunk[0].first - lead, hunk[-1].last + tail)
    yield f"@@ -{old} +{_range(hunk[0].new_first - lead, hunk[-1].new_last + tail)} @@\n"
    position = hunk[0].first - lead
    for change in hunk:
        yield from (" " + line for line in before[position : change.first])
        yield from ("-" + line for line in before[change.first : change.last])
        yield from ("+" + line for line in after[change.new_first : change.new_last])
        position = change.last
    yield from (" " + line for line in before[position : position + tail])


def _range(first: int, last: int) -> str:
    """A range of lines as diffs write it: from 1, and from the line before where it is empty."""
    if last - first == 1:
        return str(first + 1)
    return f"{first + (last > first)},{last - first}"
