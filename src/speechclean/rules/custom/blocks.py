"""Headers and footers: from an end of the text to a line that matches.

Where a second line that matches would come within reach once the block is gone, which of them ends the block is open:
nothing is cut and a Note says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, cut
from speechclean.core.named import NamedTuple
from speechclean.core.note import Note
from speechclean.rules.custom.engine import Clock, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.custom.engine import Compiled
    from speechclean.rules.custom.settle import Finder
    from speechclean.rules.custom.spec import Footer, Header


class _Row(NamedTuple):
    """A line that is not blank."""

    start: int
    end: int
    matches: bool


def header(body: Header) -> Finder:
    """Cut from the top to the line."""
    pattern = compiled(body.until)

    def find(text: str, clock: Clock) -> Iterator[Edit | Note]:
        rows = _rows(_from_top(text, 2 * body.longest), text, pattern, clock)
        last = _edge(rows, body.longest)
        if last is None:
            return
        if _again(rows, last, body.longest):
            yield Note("suspect", 0, rows[last].end, text[: rows[last].end])
        elif body.ends:
            yield cut(text, 0, min(rows[last].end + 1, len(text)), body.until)
        elif text[: rows[last].start].strip():
            yield cut(text, 0, rows[last].start, body.until)

    return find


def footer(body: Footer) -> Finder:
    """Cut from the line to the end."""
    pattern = compiled(body.begins)

    def find(text: str, clock: Clock) -> Iterator[Edit | Note]:
        rows = _rows(_from_bottom(text, 2 * body.longest), text, pattern, clock)
        near = [place for place, row in enumerate(rows[: body.longest]) if row.matches]
        if not near:
            return
        first = near[-1]
        if _again(rows, first, body.longest):
            yield Note("suspect", rows[first].start, len(text), text[rows[first].start :])
        elif body.ends:
            yield cut(text, max(0, rows[first].start - 1), len(text), body.begins)
        elif text[rows[first].end :].strip():
            yield cut(text, rows[first].end, len(text), body.begins)

    return find


def _edge(rows: list[_Row], reach: int) -> int | None:
    """The first line within reach that matches, or the last of those that follow it closely."""
    edge = next((place for place, row in enumerate(rows[:reach]) if row.matches), None)
    while edge is not None and edge + 1 < min(reach, len(rows)) and rows[edge + 1].matches:
        edge += 1
    return edge


def _again(rows: list[_Row], place: int, reach: int) -> bool:
    """Whether a line that matches would be within reach if the rows up to this one were gone."""
    return any(row.matches for row in rows[place + 1 : place + 1 + reach])


def _rows(spans: Iterator[tuple[int, int]], text: str, pattern: Compiled, clock: Clock) -> list[_Row]:
    return [_Row(start, end, clock.fullmatch(pattern, text[start:end].strip())) for start, end in spans]


def _from_top(text: str, most: int) -> Iterator[tuple[int, int]]:
    """The first lines that are not blank."""
    start = 0
    while most and start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            most -= 1
            yield start, end
        start = end + 1


def _from_bottom(text: str, most: int) -> Iterator[tuple[int, int]]:
    """The last lines that are not blank, the last one first."""
    end = len(text)
    while most and end >= 0:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            most -= 1
            yield start, end
        end = start - 1
