"""Leaves at most one blank line between paragraphs, and none at the head and the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

BLANK = "[ \\t\\u00a0\\u3000]*"
RUNS = Pattern(rf"\A(?:{BLANK}\n)+|(?<!\n)(?:\n{BLANK})+\Z|(?<=\n)(?:{BLANK}\n){{2,}}(?!\Z)")


def find(document: Document) -> Iterator[Edit]:
    """Cut the runs of blank lines at both ends, and all but one of those between paragraphs."""
    text = document.text
    if "\n\n" not in text and not text[:1].isspace() and not text[-1:].isspace() and not _blanks_only(text):
        return
    for match in RUNS.finditer(text):
        inner = match.start() > 0 and match.end() < len(text)
        start = text.index("\n", match.start()) + 1 if inner else match.start()
        yield cut(text, start, match.end())


def _blanks_only(text: str) -> bool:
    return "\n \n" in text or "\n\t\n" in text or "\n\u3000\n" in text


RULE = Rule(
    name="layout-blank-lines",
    summary=Summary("Runs of blank lines, and those at both ends", "多余空行"),
    find=find,
    examples=(
        Example("\n\n同志们：\n\n\n下面我讲三点。\n\n", "同志们：\n\n下面我讲三点。"),
        Example.keep("第一段。\n\n第二段。", why="one blank line parts paragraphs"),
    ),
)
