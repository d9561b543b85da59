"""Removes characters that nobody sees: zero-width ones, soft hyphens, direction marks, controls.

Joiners inside emoji and inside scripts that need them stay; so do soft hyphens that carry a byte of broken text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

CONTROLS = "".join(chr(code) for code in (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F))
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
JOINERS = "\u200c\u200d"
NOTHING = "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f\u3164\ufffc\ufff9\ufffa\ufffb" + "".join(
    map(chr, range(0x206A, 0x2070))
)
SOFT_HYPHEN = "\u00ad"
ALL = CONTROLS + MARKS + JOINERS + NOTHING + SOFT_HYPHEN

RUN = Pattern(f"[{ALL}]+", first=ALL)
RIGHT_TO_LEFT = Pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Scripts whose spelling uses joiners: Arabic, Indic, Mongolian; and what emoji sequences are made of.
JOINING = Pattern("[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af]|[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
BYTES = Pattern("[\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


def find(document: Document) -> Iterator[Edit]:
    """Cut the runs of invisible characters that carry nothing."""
    text = document.text
    for match in RUN.finditer(text):
        for start, end in _pieces(text, match.start(), match.end()):
            yield cut(text, start, end, "invisible")


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run that carry nothing."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    keeps = ""
    if JOINING.match(before) and JOINING.match(after):
        keeps += JOINERS
    if RIGHT_TO_LEFT.match(before) or RIGHT_TO_LEFT.match(after):
        keeps += MARKS
    if BYTES.match(before) or BYTES.match(after):
        keeps += SOFT_HYPHEN
    if not keeps:
        yield start, end
        return
    for place in range(start, end):
        if text[place] not in keeps:
            yield place, place + 1


RULE = Rule(
    name="characters-invisible",
    summary=Summary(
        "Zero-width characters, soft hyphens, direction marks, controls", "零宽字符、软连字符、方向符、控制符"
    ),
    find=find,
    triggers=tuple(ALL),
    examples=(
        Example("作风\u200b建设是攻坚战\ufeff。昨\u00ad日", "作风建设是攻坚战。昨日"),
        Example.keep("一家三口👨\u200d👩\u200d👧出门踏青", why="a joiner inside an emoji"),
        Example.keep("Nguyễn Văn Trỗi，می\u200cخواهم", why="Persian spells with it"),
    ),
)
