"""Tells the controls for the size of letters, `A- A A+`, from grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from speechclean.judgement.page_line import Reading

GRADE = Pattern(r"(?<![a-z])[b-f] ?[+-]")
LARGER, SMALLER = frozenset(("a+", "a++")), frozenset(("a-", "a--"))


def weigh_sizes(reading: Reading, line: str) -> None:
    """Take what makes letters larger and smaller for controls where both are there, and no other grade is."""
    places = [place for place, item in enumerate(reading.items) if item.kind == "size"]
    words = {line[reading.items[place].start : reading.items[place].end] for place in places}
    if LARGER & words and SMALLER & words and not GRADE.search(line):
        for place in places:
            reading.items[place] = reading.items[place]._replace(kind="control", weight=2.0)
