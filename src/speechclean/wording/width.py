"""How wide text is on a terminal, where Chinese characters take two columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

UNIT = re.compile(r"\s+|[^\s\u2e80-\uffef]+[，。；：、！？）】”’]*|[（【“‘]*[\u2e80-\uffef][，。；：、！？）】”’]*")
"""What stays on one line: blanks, a word in letters, or a Chinese character with the signs that belong to it."""


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, columns: int) -> str:
    """The text with blanks behind it, up to so many columns."""
    return text + " " * (columns - width(text))


def lead(text: str, columns: int) -> str:
    """The text with blanks before it, up to so many columns."""
    return " " * (columns - width(text)) + text


def wrapped(text: str, columns: int) -> str:
    """The text in lines of at most so many columns; a longer word stands alone."""
    return "\n".join(_lines(text, columns))


def _lines(text: str, columns: int) -> Iterator[str]:
    line, taken = "", 0
    for unit in UNIT.findall(text):
        wide = width(unit)
        if line and taken + wide > columns:
            yield line.rstrip()
            line, taken = "", 0
        if line or not unit.isspace():
            line, taken = line + unit, taken + wide
    yield line.rstrip()
