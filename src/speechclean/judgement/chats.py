"""Records of chats: who wrote, and when, on a line above each thing that was written."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.lines import line_beside

SENT = Pattern(
    r"(?<![^\n])[ \t]{0,4}[^\s：:，。]{1,16}[ \t\u3000]{1,3}(?:\d{4}[-/]\d{1,2}[-/]\d{1,2} )?\d{1,2}:\d\d(?::\d\d)?[ \t]{0,4}(?=\n)"
)
SEVERAL, NEAR = 2, 400
"""So many such lines, or more, make a record; so far around one the others are looked for."""


def is_said_in_chat(text: str, first: int) -> bool:
    """Whether the line that begins there was written in a chat: the line above tells by whom, as others do near by."""
    above = line_beside(text, first, -1)
    if above < 0 or not text[above : first - 1].rstrip()[-1:].isdigit() or not SENT.match(text, above):
        return False
    return sum(1 for _ in SENT.finditer(text, max(0, first - NEAR), first + NEAR)) >= SEVERAL
