"""Texts whose author writes all digits full-width: there they disguise nothing."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

WIDE, PLAIN = "０１２３４５６７８９", "0123456789"
NARROW = str.maketrans(WIDE, PLAIN)
RUN = Pattern(f"[{WIDE}]+", first=WIDE)
DIGIT = Pattern(r"[0-9]", first=PLAIN)
FEWEST = 4
"""So many numbers are more than an ad's one."""


def writes_wide(text: str) -> bool:
    """Whether all of a text's numbers, and several, are written full-width. Count it as a fact."""
    if not RUN.search(text) or DIGIT.search(text):
        return False
    return sum(1 for _ in RUN.finditer(text)) >= FEWEST


def narrowed(text: str) -> str:
    """The text with its digits as others write them, each where it stood."""
    return text.translate(NARROW)
