"""Whether a part of a text is quoted: a story may quote an editor, a warning an ad."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native

if TYPE_CHECKING:
    from collections.abc import Callable

FAR = 400
"""A quotation that began further back than this many characters is taken for one that was never closed."""
QUOTES = (("“", "”"), ("「", "」"))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation that begins or ends outside holds a part of the span."""
    return _quoted()(text, start, end)


@cache
def _quoted() -> Callable[[str, int, int], bool]:
    return native.quoted() or quoted


def quoted(text: str, start: int, end: int) -> bool:
    """The same, not compiled."""
    for opening, closing in QUOTES:
        if text.count(opening, start, end) != text.count(closing, start, end):
            return True
        if text.rfind(opening, max(0, start - FAR), start) > text.rfind(closing, max(0, start - FAR), start):
            return True
    return False
