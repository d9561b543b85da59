"""Leaves at most one blank line between paragraphs, and none at the head and the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import SURPLUS_LINE
from speechclean.rules.layout.trailing_blanks import BLANKS, has_trailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


def find(document: Document) -> Iterator[Edit]:
    """Cut the runs of blank lines at both ends, and all but one of those between paragraphs."""
    text = document.text
    if "\n\n\n" in text or "\n" in (text[:1], text[-1:]) or has_trailing(text):
        for start, end in _surplus(text.split("\n")):
            yield cut(text, start, end)


def _surplus(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The spans to cut: with the newlines behind them, at the end with the newline before."""
    place = 0
    run: list[int] = []  # where the blank lines start that stand together
    for line in lines:
        if not line.strip(BLANKS):
            run.append(place)
        elif run:
            kept = 1 if run[0] else 0
            if len(run) > kept:
                yield run[kept], place
            run = []
        place += len(line) + 1
    if run and run[0]:
        yield run[0] - 1, place - 1
    elif len(run) > 1:
        yield 0, run[-1]


RULE = Rule(
    name="layout-blank-lines",
    summary=Summary("Runs of blank lines, and those at both ends", "多余空行"),
    find=find,
    traits=SURPLUS_LINE,
    examples=(
        Example("\n\n同志们：\n\n\n下面我讲三点。\n\n", "同志们：\n\n下面我讲三点。"),
        Example.keep("第一段。\n\n第二段。", why="one blank line parts paragraphs"),
    ),
)
