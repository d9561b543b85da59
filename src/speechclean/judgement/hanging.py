"""Tells whether a mark that begins a line belongs to what stands before it: a splitter or a tag broke the line there."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

OPENERS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（(", ")": "（(", "】": "【", "》": "《"}
CLOSERS = "".join(OPENERS)
MARKS = "，。、；：！？"
PROSE = Pattern(r"[\u3400-\u9fffa-zA-Z0-9％%]")
REACH = 1500
"""How far back the opening mark is looked for, in code points."""


def hangs(before: str, mark: str) -> bool:
    """Whether a mark ends something that began in the text before it, which is not empty."""
    last = before[-1]
    if mark in MARKS:
        return last not in MARKS and PROSE.match(last) is not None
    if last < "\u3000" and last not in "…—”’":
        return False
    pair = OPENERS[mark]
    opened = max(before.rfind(opener) for opener in pair)
    closed = max(before.rfind(closer) for closer in CLOSERS if OPENERS[closer] == pair)
    return opened > closed and before[opened + 1 : opened + 2] not in ("", "\n")
