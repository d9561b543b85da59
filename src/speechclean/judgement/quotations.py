"""Whether a part of a text is quoted: a story may quote an editor, a warning an ad."""

from __future__ import annotations

FAR = 400
"""A quotation that began further back than this many characters is taken for one that was never closed."""
QUOTES = (("“", "”"), ("「", "」"))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation that begins or ends outside holds a part of the span."""
    for opening, closing in QUOTES:
        if text.count(opening, start, end) != text.count(closing, start, end):
            return True
        if text.rfind(opening, max(0, start - FAR), start) > text.rfind(closing, max(0, start - FAR), start):
            return True
    return False
