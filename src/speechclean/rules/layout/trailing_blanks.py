"""Removes blanks at the end of lines; never the indent at their head or the space between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import TRAILING_BLANK
from speechclean.rules.layout.lines import trailing

if TYPE_CHECKING:
    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


def find(document: Document) -> list[Edit]:
    """Cut the blanks before newlines and at the end of the text."""
    return [cut(document.text, start, end) for start, end in trailing(document.text)]


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
