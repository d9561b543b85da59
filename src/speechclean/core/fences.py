"""Where a text holds code as Markdown writes it: between fences, or indented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.sparing import Spared

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = Pattern(r"(?m)^[ ]{0,3}(`{3,})([^`\n]*)$", first=" `")

INDENTED = Pattern(
    r"(?m)^[ \t]*\n(?:(?: {4}|\t)[ \t]*(?![*+-] |\d{1,3}\.|\[|!)[!-~][^\n]*(?:\n|\Z)(?:[ \t]*\n(?= {4}|\t))*)+"
)
"""Code of which each line is indented, behind an empty line."""


def fences(text: str) -> list[tuple[int, int]]:
    """The spans from one fence to the one that closes it, with the lines of both; a fence that nothing closes opens none."""
    found: list[tuple[int, int]] = []
    start, opened = 0, 0
    for match in FENCE.finditer(text):
        ticks, told = len(match[1]), match[2].strip()
        if not opened:
            start, opened = match.start(), ticks
        elif ticks >= opened and not told:
            found.append((start, match.end()))
            opened = 0
    return found


def code_of(text: str, *, indented: bool) -> list[Spared]:
    """The code in a text, which no rule removes: between fences, and the indented one where that is asked for."""
    spans = fences(text) if "```" in text else []
    return [Spared(*span) for span in [*spans, *(_indented(text) if indented else ())]]


def _indented(text: str) -> Iterator[tuple[int, int]]:
    for match in INDENTED.finditer(text):
        yield match.span()
