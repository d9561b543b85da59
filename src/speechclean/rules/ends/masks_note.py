"""Notes the masks that stand for names and figures (`**县`, `XX余个`, `__人`): they are the publisher's and stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.note import Note
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from speechclean.core.document import Document

NAME = "end-masks-note"
TRIGGERS = ("**", "xx", "××", "__", "□□", "○○", "■■")
_TRIGGERS = frozenset(TRIGGERS)
SIGNS = {sign: signs for signs in ("*＊", "XxＸｘ", "×", "_＿", "□", "○", "■") for sign in signs}
"""The signs of masks, each with those that may stand beside it in one."""
MARKS = "、，。%"
MOST = 200


def find(document: Document) -> list[Note]:
    """Note each mask before a Han character. A pattern would take longer to compile than all masks to read."""
    text, last = document.text, len(document.text)
    notes: list[Note] = []
    reached = 0
    for start, end, _ in () if document.again else document.hits_of(_TRIGGERS):
        if start < reached:
            continue
        signs = SIGNS.get(text[start], "")
        reached = end
        while reached < last and text[reached] in signs:
            reached += 1
        if reached == last or len(notes) == MOST:
            break
        behind = text[reached]
        if ("㐀" <= behind <= "鿿" or behind in MARKS) and not (start and _in_word(text, start)):
            notes.append(Note("mask", start, reached, text[start:reached], NAME, "", 0.0))
    return notes


def _in_word(text: str, start: int) -> bool:
    """Whether it is the end of a Latin word."""
    before = text[start - 1]
    return before <= "z" and text[start] in "XxＸｘ" and before.isalpha()


RULE = Rule(
    name=NAME,
    summary=Summary("Masks for names and figures, noted only", "脱敏符号（仅提示）"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example.keep("**县XX余个村。", why="a mask is the publisher's"),
        Example.keep("我叫***，男。", why="a mask before a comma"),
    ),
)
