"""Cuts rules and boxes drawn with signs that frame nothing: what they framed was removed, or the text ends there.

A rule between two paragraphs of a text stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

SIGNS = "-=_*~—－＝＿～─━┄┅┈┉┌┐└┘┏┓┗┛├┤┣┫╔╗╚╝═☆★◆◇·.…"
LINE = rf"[ \t\u3000]*(?:[{SIGNS}] ?){{5,200}}[ \t\u3000]*"
PAIR = Pattern(rf"(?<![^\n])(?:{LINE}\n)(?:[ \t\u3000]*\n)*{LINE}(?:\n|\Z)")
LAST = Pattern(rf"\n{LINE}\s*\Z")
DOTS = frozenset(".…·")


def find(document: Document) -> Iterator[Edit]:
    """Cut two rules with nothing between, and a rule behind the last line."""
    text = document.text
    for match in PAIR.finditer(text):
        if not set(match[0].strip()) <= DOTS | {"\n", " "}:
            yield cut(text, *match.span(), "a frame around nothing")
    last = LAST.search(text, max(0, len(text) - 240))
    if last and not set(last[0].strip()) <= DOTS and not _is_to_fill_in(text, *last.span()):
        yield cut(text, *last.span(), "a rule below the last line")


def _is_to_fill_in(text: str, start: int, end: int) -> bool:
    """Whether a rule is drawn for what its reader writes, below a label."""
    return set(text[start:end].strip()) == {"_"} and text[start - 1 : start] in "】：:"


RULE = Rule(
    name="end-empty-frame",
    summary=Summary("Rules and boxes that frame nothing", "空的分隔线与边框"),
    find=find,
    triggers=(
        "-----",
        "=====",
        "_____",
        "*****",
        "~~~~~",
        "—————",
        "━━━",
        "───",
        "═══",
        "- - -",
        "★★★",
        "☆☆☆",
        "* * *",
    ),
    examples=(
        Example("第一段。\n----------\n----------\n第二段。", "第一段。\n第二段。"),
        Example.keep("第一段。\n----------\n第二段。", why="a rule between paragraphs"),
        Example.keep("他走了。\n……\n…………\n雨下了一夜。", why="an author's ellipses"),
    ),
)
