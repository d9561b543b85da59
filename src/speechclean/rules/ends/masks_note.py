"""Notes the masks that stand for names and figures (`**县`, `XX余个`, `__人`): they are the publisher's and stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.note import Note
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document

TRIGGERS = ("**", "＊＊", "xx", "××", "__", "＿＿", "□□", "○○", "■■", "某某")
_TRIGGERS = frozenset(TRIGGERS)
SIGNS = {sign: signs for signs in ("*＊", "XxＸｘ", "×", "_＿", "□", "○", "■") for sign in signs}
"""The signs of masks, each with those that may stand beside it in one."""
MARKS = "、，。%"
MOST = 200


def find(document: Document) -> Iterator[Note]:
    """Note each mask before a Han character."""
    text = document.text
    reached = noted = 0
    for hit in document.hits_of(_TRIGGERS):
        if hit.start < reached or noted >= MOST:
            continue
        reached = end = _end(text, hit.start)
        if text[end : end + 1] and (text[end] in MARKS or "㐀" <= text[end] <= "鿿") and not _in_word(text, hit.start):
            yield Note("mask", hit.start, end, text[hit.start : end])
            noted += 1


def _end(text: str, start: int) -> int:
    """Where a run of one sign ends; patterns take longer to compile than all masks of a text to read."""
    end, signs = start, SIGNS.get(text[start], "")
    while end < len(text) and text[end] in signs:
        end += 1
    return end


def _in_word(text: str, start: int) -> bool:
    """Whether it is the end of a Latin word."""
    return text[start] in "XxＸｘ" and start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()


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
