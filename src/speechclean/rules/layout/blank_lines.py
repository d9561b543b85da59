"""Leaves at most one blank line between paragraphs, and none at the head and the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.layout.trailing_blanks import BLANKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

BLANK = f"[{BLANKS}]*+"
HEAD = Pattern(rf"(?:{BLANK}\n)+")
TAIL = Pattern(rf"\n(?<!\n\n)(?:{BLANK}\n)*+{BLANK}\Z")
BETWEEN = Pattern(rf"\n(?<!\n\n){BLANK}\n((?:{BLANK}\n)++)")


def find(document: Document) -> Iterator[Edit]:
    """Cut the runs of blank lines at both ends, and all but one of those between paragraphs."""
    text = document.text
    if all(line and line[-1] not in BLANKS for line in text.split("\n")):
        return
    head = HEAD.match(text)
    if head:
        yield cut(text, 0, head.end())
    tail = TAIL.search(text, head.end() if head else 0)
    if tail:
        yield cut(text, tail.start(), tail.end())
    for match in BETWEEN.finditer(text, head.end() if head else 0, tail.start() if tail else None):
        yield cut(text, match.start(1), match.end(1))


RULE = Rule(
    name="layout-blank-lines",
    summary=Summary("Runs of blank lines, and those at both ends", "多余空行"),
    find=find,
    examples=(
        Example("\n\n同志们：\n\n\n下面我讲三点。\n\n", "同志们：\n\n下面我讲三点。"),
        Example.keep("第一段。\n\n第二段。", why="one blank line parts paragraphs"),
    ),
)
