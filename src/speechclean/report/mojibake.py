"""Tells whether a text looks as if it was read with the wrong encoding, with a sample of it, for `detect`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.api import Cleaner
    from speechclean.core.result import Result

STAGES = ("transport", "glosses", "shift")
"""What repairs mojibake, and what stands in the way of it."""
FAMILY = "mojibake"
LONGEST = 30
"""How many characters of a place are shown."""


class Place(NamedTuple):
    """Text that may be mojibake, by its start in the decoded original; the reading is "" where there is none."""

    start: int
    text: str
    reading: str


class Suspected(NamedTuple):
    """In how many places a text looks like mojibake, and the first of them, by its line."""

    places: int
    line: int
    text: str
    reading: str


def suspected(text: str) -> Suspected | None:
    """What the rules that repair mojibake would change in this text, or note; not what the text shows on purpose."""
    result = _reader()(text)
    if not result.steps:
        return None
    found = sorted(_places(result))
    if not found:
        return None
    first = found[0]
    line, _ = result.line_and_column(first.start)
    return Suspected(len(found), line, first.text[:LONGEST], first.reading[:LONGEST])


def _places(result: Result) -> Iterator[Place]:
    from speechclean.rules.transport.subject import is_subject

    for edit in result.edits:
        if edit.parts[0].rule.startswith(FAMILY):
            yield Place(edit.start, edit.old, edit.new)
    for note in result.notes:
        if note.kind == FAMILY and not is_subject(result.before, note.start, note.end):
            yield Place(note.start, note.text, note.reading)


@cache
def _reader() -> Cleaner:
    from speechclean.api import Cleaner
    from speechclean.settings import Settings

    return Cleaner(Settings(to="keep", select=STAGES))
