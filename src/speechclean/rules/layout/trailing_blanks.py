"""Removes blanks at the end of lines; never the indent at their head or the space between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import TRAILING_BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

BLANKS = " \t\u00a0\u3000"
ENDINGS = tuple(f"{blank}\n" for blank in BLANKS)


def has_trailing(text: str) -> bool:
    """Whether a line ends in a blank."""
    return text[-1:] in BLANKS or any(ending in text for ending in ENDINGS)


def find(document: Document) -> Iterator[Edit]:
    """Cut the blanks before newlines and at the end of the text."""
    text = document.text
    if not has_trailing(text):
        return
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and line[-1] in BLANKS:
            yield cut(text, start + len(line.rstrip(BLANKS)), end)
        start = end + 1


RULE = Rule(
    name="layout-trailing-blanks",
    summary=Summary("Blanks at the end of a line", "行尾空白"),
    find=find,
    traits=TRAILING_BLANK,
    examples=(
        Example("谢谢大家！  \n散会。\u3000", "谢谢大家！\n散会。"),
        Example.keep("\u3000\u3000同志们：\n第一章  总  则", why="an indent and blanks inside a line are the author's"),
    ),
)
