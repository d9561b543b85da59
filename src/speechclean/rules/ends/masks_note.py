"""Notes the masks that stand for names and figures (`**县`, `XX余个`, `__人`): they are the publisher's and stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document

TRIGGERS = ("**", "＊＊", "xx", "××", "__", "＿＿", "□□", "○○", "■■", "某某")
_TRIGGERS = frozenset(TRIGGERS)
MASK = Pattern(
    r"(?:[*＊]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|×{2,}|[_＿]{2,}|□{2,}|○{2,}|■{2,})(?=[㐀-鿿、，。%])"
)
MOST = 200


def find(document: Document) -> Iterator[Note]:
    """Note each mask before a Han character."""
    reached = noted = 0
    for hit in document.hits_of(_TRIGGERS):
        if hit.start < reached or noted >= MOST:
            continue
        if match := MASK.match(document.text, hit.start):
            yield Note("mask", match.start(), match.end(), match[0])
            noted += 1
            reached = match.end()


RULE = Rule(
    name="end-masks-note",
    summary=Summary("Masks for names and figures, noted only", "脱敏符号（仅提示）"),
    find=find,
    triggers=TRIGGERS[:-1],
    examples=(
        Example.keep("**县XX余个村。", why="a mask is the publisher's"),
        Example.keep("我叫***，男。", why="a mask before a comma"),
    ),
)
