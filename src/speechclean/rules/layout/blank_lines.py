"""Leaves at most one blank line between paragraphs, and none at the head and the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import SURPLUS_LINE
from speechclean.rules.layout.lines import surplus

if TYPE_CHECKING:
    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


def find(document: Document) -> list[Edit]:
    """Cut the runs of blank lines at both ends, and all but one of those between paragraphs."""
    return [cut(document.text, start, end) for start, end in surplus(document.text)]


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
