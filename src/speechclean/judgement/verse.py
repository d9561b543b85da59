"""Where a text is verse, or a story told in lines as short: 下一页 alone between its lines is one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line

FEWEST, LONGEST = 14, 16
"""So many lines a text has at least that is verse, and so many characters a line of it at most."""
MOSTLY, OF_AUTHOR = 0.7, 0.5
"""The share of the lines that are verse, and the share that reads like an author's."""
VERSE = Pattern(rf"[\u3400-\u9fff，、“”‘’「」…—？?！!\d]{{1,{LONGEST}}}")
OWN = 0.0
"""A line that reads no better like a site's than this is an author's."""


def verse(text: str) -> frozenset[str]:
    """The short lines from the first line of verse to the last one, of a text that is made of such lines."""
    rows = list(filter(None, map(str.strip, text.split("\n"))))
    short = [row for row in rows if VERSE.fullmatch(row)] if len(rows) >= FEWEST else []
    if not short or len(short) < MOSTLY * len(rows):
        return frozenset()
    own = [number for number, row in enumerate(short) if likeness(fold(row)) <= OWN]
    return frozenset(short[own[0] : own[-1]]) if len(own) >= OF_AUTHOR * len(rows) else frozenset()


def is_of_verse(document: Document, line: Line) -> bool:
    """Whether a line is one of the lines of a text in verse."""
    row = document.text[line.start : line.end].strip()
    return len(row) <= LONGEST and row in document.fact(verse)
