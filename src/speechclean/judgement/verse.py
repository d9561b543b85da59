"""Where a text is verse, or a story told in lines as short: 下一页 alone between its lines is one of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line

FEWEST, LONGEST = 14, 16
"""So many lines a text has at least that is verse, and so many characters a line of it at most."""
FEWEST_OWN, LEAST_MEAN = 12, 4
"""So many lines it has at least among others, and on the mean so many characters in each: menus have fewer."""
MOSTLY, OF_AUTHOR, PERHAPS = 0.7, 0.5, 0.4
"""The share of the lines that are verse, the share that reads like an author's, and what is verse at least of all of a page."""
VERSE = Pattern(rf"[\u3400-\u9fff，、“”‘’「」…—？?！!\d]{{1,{LONGEST}}}")
ODD = Pattern(rf"[\u3400-\u9fff，、“”‘’「」…—？?！!\d：:]{{1,{LONGEST}}}(?:[ \u3000]{{1,2}}[\u3400-\u9fff\d]{{1,8}})?")
"""A line with two parts, which stands between such lines: of a page, unless it is one of a stanza."""
FEWEST_STANZAS = 3
PARTS = Pattern("[ \u3000：:]+")
BLANK = Pattern(r"\n[ \t\u3000]{0,9}\n")
OWN = 0.0
"""A line that reads no better like a site's than this is an author's."""


def verse(text: str) -> frozenset[str]:
    """The short lines from the first line of verse to the last one, of a text that is made of such lines."""
    rows = list(filter(None, map(str.strip, text.split("\n"))))
    found = [number for number, row in enumerate(rows) if VERSE.fullmatch(row)] if len(rows) >= FEWEST else []
    if len(found) < PERHAPS * len(rows):
        return frozenset()
    own = [number for number in found if likeness(fold(rows[number])) <= OWN]
    first, last = (own[0], own[-1]) if own else (0, 0)  # a page's menus stand around it
    size = last + 1 - first
    short = [rows[number] for number in found if first <= number <= last]
    if size < FEWEST_OWN or len(short) < MOSTLY * size or len(own) < OF_AUTHOR * size:
        return frozenset()
    if len(own) < OF_AUTHOR * len(rows) and sum(map(len, short)) < LEAST_MEAN * len(short):
        return frozenset()
    return frozenset((*short[:-1], *_odd(text, {rows[number] for number in own})))


def _odd(text: str, own: set[str]) -> Iterator[str]:
    """The lines with two parts that say again what another says, between two of the author's; or in a stanza of which half is."""
    words = Counter(
        part for row in text.split("\n") if len(row) <= LONGEST for part in PARTS.compiled.split(row.strip())
    )
    stanzas = [stanza.split("\n") for stanza in BLANK.compiled.split(text)]
    for stanza in stanzas:
        rows = [row.strip() for row in stanza if row.strip()]
        whole = len(stanzas) >= FEWEST_STANZAS and 2 * sum(row in own for row in rows) >= len(rows)
        for number, row in enumerate(rows):
            beside = rows[max(0, number - 1) : number] + rows[number + 1 : number + 2]
            if not ODD.fullmatch(row):
                continue
            if whole or (len(beside) > 1 and own.issuperset(beside) and words[PARTS.compiled.split(row)[0]] > 1):
                yield row


def is_of_verse(document: Document, line: Line) -> bool:
    """Whether a line is one of the lines of a text in verse."""
    row = document.text[line.start : line.end].strip()
    return len(row) <= LONGEST and row in document.fact(verse)
