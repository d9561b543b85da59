"""Where a text has blanks and blank lines too many."""

from __future__ import annotations

BLANKS = " \t\u00a0\u3000"


def trailing(text: str) -> list[tuple[int, int]]:
    """The blanks before newlines and at the end of the text."""
    spans: list[tuple[int, int]] = []
    place, size = 0, len(text)
    while place <= size:
        end = text.find("\n", place)
        if end < 0:
            end = size
        if end > place and text[end - 1].isspace():
            kept = place + len(text[place:end].rstrip(BLANKS))
            if kept < end:
                spans.append((kept, end))
        place = end + 1
    return spans


def surplus(text: str) -> list[tuple[int, int]]:
    """The runs of blank lines at both ends, and all but one of those between paragraphs.

    They take the newlines behind them along, at the end the newline before.
    """
    spans: list[tuple[int, int]] = []
    place, size = 0, len(text)
    first = second = last = -1  # where the blank lines start that stand together
    while place <= size:
        end = text.find("\n", place)
        if end < 0:
            end = size
        if end == place or (text[place].isspace() and not text[place:end].strip(BLANKS)):
            second = place if second < 0 <= first else second
            first = place if first < 0 else first
            last = place
        elif first >= 0:
            kept = second if first else 0
            if kept >= 0:
                spans.append((kept, place))
            first = second = -1
        place = end + 1
    if first > 0:
        spans.append((first - 1, size))
    elif last > first >= 0:
        spans.append((0, last))
    return spans
