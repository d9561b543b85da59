"""A diff for a terminal: what goes red, what comes green, and in both the characters that differ set off."""

from __future__ import annotations

from bisect import bisect_right
from io import StringIO
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from speechclean.core.marked import differences
from speechclean.core.paths import shown
from speechclean.report.diff import head_of
from speechclean.report.hunks import bounds, hunks, sides
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.result import Result
    from speechclean.report.hunks import Change, Side, Sides

GOES, COMES = "red", "green"
SET_OFF = "bold reverse"


def coloured(path: str, result: Result) -> bytes:
    """The diff as a terminal shows it, in UTF-8; empty where no line changes."""
    both = sides(result)
    found = [line for hunk in hunks(both) for line in _lines(hunk, both)]
    if not found:
        return b""
    written = StringIO()
    console = Console(
        file=written, force_terminal=True, color_system="standard", no_color=False, highlight=False, soft_wrap=True
    )
    for line in (Text(f"--- {shown(path)}\n+++ {shown(path)}", style="bold"), *found):
        console.print(line)
    return written.getvalue().encode("utf-8", "backslashreplace")


def _lines(hunk: list[Change], both: Sides) -> Iterator[Text]:
    whole = bounds(hunk, both)
    yield Text(head_of(whole), style="cyan")
    marks = _Marks(both)
    position = whole.first
    for change in hunk:
        yield from (_plain(line) for line in both.before.lines[position : change.first])
        for number in range(change.first, change.last):
            yield _marked("-", both.before, number, marks.goes)
        for number in range(change.new_first, change.new_last):
            yield _marked("+", both.after, number, marks.comes)
        position = change.last
    yield from (_plain(line) for line in both.before.lines[position : whole.last])


class _Marks:
    """The spans that differ, on both sides, as fine as they can be told."""

    def __init__(self, both: Sides) -> None:
        before, after = ("".join(side.lines) for side in (both.before, both.after))
        self.goes: list[tuple[int, int]] = []
        self.comes: list[tuple[int, int]] = []
        for span in both.spans:
            shift = span.new_start
            for old in differences(before[span.start : span.end], after[span.new_start : span.new_end]):
                self.goes.append((span.start + old.start, span.start + old.start + len(old.old)))
                self.comes.append((shift + old.start, shift + old.start + len(old.new)))
                shift += len(old.new) - len(old.old)


def _plain(line: str) -> Text:
    return Text(f" {_visible(line)}")


def _marked(sign: str, side: Side, number: int, marks: list[tuple[int, int]]) -> Text:
    """A line with its sign, its marks set off."""
    start, line = side.starts[number], side.lines[number]
    text = Text(sign, style=GOES if sign == "-" else COMES)
    position = 0
    for place in range(bisect_right(marks, start, key=itemgetter(1)), len(marks)):
        mark = marks[place]
        if mark[0] >= start + len(line):
            break
        first, last = max(mark[0] - start, position), min(mark[1] - start, len(line))
        if first < last:
            text.append(_visible(line[position:first]))
            text.append(_visible(line[first:last]) or "⏎", style=SET_OFF)
            position = last
    text.append(_visible(line[position:]))
    if not line.endswith("\n"):
        text.append(worded(" (no newline at the end)"), style="dim")
    return text


def _visible(line: str) -> str:
    """A piece of a line without what ends it; characters that steer a terminal as escapes."""
    line = line.removesuffix("\n").removesuffix("\r")
    return "".join(c if c.isprintable() or c == "\t" else f"\\u{ord(c):04x}" for c in line)
