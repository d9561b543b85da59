"""Functions that build a rule's `find`: most rules are a shape and a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut, swap

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.pattern import Pattern
    from speechclean.core.rule import Find


def cut_spans(pattern: Pattern, evidence: str = "") -> Find:
    """Cut every match in the whole text."""

    def find(document: Document) -> Iterator[Edit]:
        for match in pattern.finditer(document.text):
            yield cut(document.text, match.start(), match.end(), evidence)

    return find


def swap_spans(pattern: Pattern, new: Callable[[re.Match[str]], str], evidence: str = "") -> Find:
    """Replace every match in the whole text by what `new` makes of it; nothing where that is the match itself."""

    def find(document: Document) -> Iterator[Edit]:
        for match in pattern.finditer(document.text):
            yield swap(document.text, match.start(), match.end(), new(match), evidence)

    return find


def cut_lines(pattern: Pattern, words: tuple[str, ...], evidence: str = "") -> Find:
    """Cut the lines, with their newline, that hold one of the trigger words and match the pattern from end to end."""
    chosen = frozenset(words)

    def find(document: Document) -> Iterator[Edit]:
        for line in document.lines_with(chosen):
            if pattern.fullmatch(document.text, line.start, line.end):
                yield cut_line(document.text, line.start, line.end, evidence)

    return find


def cut_line(text: str, start: int, end: int, evidence: str = "") -> Edit:
    """An edit that removes whole lines and one newline: the one behind them, or the one before at the text's end."""
    if end < len(text):
        return cut(text, start, end + 1, evidence)
    return cut(text, max(0, start - 1), end, evidence)
