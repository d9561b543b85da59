"""Removes blanks at the end of lines; never the indent at their head or the space between words."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import cut_spans

BLANKS = Pattern(r"(?<![ \t\u00a0\u3000])[ \t\u00a0\u3000]+(?=\n|\Z)")

RULE = Rule(
    name="layout-trailing-blanks",
    summary=Summary("Blanks at the end of a line", "行尾空白"),
    find=cut_spans(BLANKS),
    examples=(
        Example("谢谢大家！  \n散会。\u3000", "谢谢大家！\n散会。"),
        Example.keep("\u3000\u3000同志们：\n第一章  总  则", why="an indent and blanks inside a line are the author's"),
    ),
)
