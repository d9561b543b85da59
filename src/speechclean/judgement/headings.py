"""Where a heading stands: between two paragraphs; and where that of a wiki's section ends, behind which its links stand."""

from __future__ import annotations

from itertools import pairwise

from speechclean.core.pattern import Pattern
from speechclean.judgement.page_words import split_word
from speechclean.judgement.rows import is_prose

LINKED = Pattern(
    r"(?P<name>[^\s，。:：|]{1,30}?)[ \t\u3000]{0,3}(?:\[[编編][辑輯]\]|"
    r"[编編][辑輯][ |\u3000]{0,3}播[报報]|播[报報][ |\u3000]{0,3}[编編][辑輯])[ \t\u3000]*"
)
"""A name with the links of a wiki behind it and nothing else."""
LINKS = "编編播[", 12
"""Some of these stand among so many characters at the end."""


REACH = 400
"""So much of the lines above and below is read."""


HEADING, LONGER, FEWEST = Pattern(r"[㐀-鿿]{2,4}"), 8, 2
"""A heading of few characters, how long what stands below is at least, and how many others there are."""


def is_between_paragraphs(text: str, start: int, end: int) -> bool:
    """Whether the lines above, if any, and below the one from `start` to `end` are paragraphs; blank lines may stand between."""
    above = text[max(0, start - REACH) : start].rstrip().rpartition("\n")[2]
    return (is_prose(above) or not (above or text[:start].strip())) and is_prose(
        text[end : end + REACH].lstrip().partition("\n")[0]
    )


def heads_as_others(text: str, start: int, end: int) -> bool:
    """Whether a word on its line heads something, as other single words do near by: 个展, 群展, 出版 between longer lines."""
    near = text[max(0, start - REACH) : end + REACH].split("\n")
    own = text[start:end].strip()
    headings = {
        row.strip()
        for row, below in pairwise(near)
        if HEADING.fullmatch(row.strip()) and len(below.strip()) >= LONGER and not split_word(row.strip())[1]
    }
    below = text[end + 1 : end + REACH].partition("\n")[0].strip()
    return len(headings - {own}) >= FEWEST and len(below) >= LONGER and HEADING.fullmatch(own) is not None


def heading_end(folded: str) -> int:
    """The length of the heading that a folded line is but for a wiki's links; 0 where it is none, or made of controls."""
    if not any(map(folded[-LINKS[1] :].__contains__, LINKS[0])):
        return 0
    found = LINKED.fullmatch(folded)
    return found.end("name") if found and not split_word(found["name"])[1] else 0
