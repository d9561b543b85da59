"""Lines of a text, by where they begin: where one ends, where the one beside it begins, and all of them."""

from __future__ import annotations


def line_end(text: str, place: int) -> int:
    """Where the line ends in which a place stands."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def line_beside(text: str, first: int, step: int) -> int:
    """Where the line above (-1) or below (1) the one that begins there begins; -1 where there is none."""
    if first < 0:
        return -1
    if step > 0:
        return text.find("\n", first) + 1 or -1
    return text.rfind("\n", 0, first - 1) + 1 if first else -1


def stripped_lines(text: str) -> frozenset[str]:
    """All lines of a text without the blanks around them. Count it as a fact."""
    return frozenset(map(str.strip, text.split("\n")))
