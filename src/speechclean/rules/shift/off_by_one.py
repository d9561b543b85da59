"""Repairs Traditional text in GBK that was read one byte off, behind a false mark or a lost byte, up to a lone letter.

A tool that replaces the bytes of ！，：；？ wherever they stand hits the bytes of two characters (。“ holds the bytes of ！); all behind
is read one byte off until the second byte of a character is ASCII. What is not proven by the forward model is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import LONE_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.note import Note

LETTER = Pattern(r"[@-~](?![ -~])(?<=[^\x00-\x7f].)")
"""A letter behind a Chinese character and before none of its own kind."""
FELLOWS = dict(zip("[]{}`|~_*", "][}{`|~_*", strict=True))
TRADITIONAL = "國這個來們會時學說對於後過發無"
SHORT = 400
"""A text that is longer and holds none of these is not Traditional."""


def find(document: Document) -> Iterator[Edit | Note]:
    """Read again each run before a lone letter."""
    text = document.text
    if len(text) > SHORT and not any(map(text.__contains__, TRADITIONAL)):
        return
    if letters := [letter for letter in _letters(text) if not _paired(document, letter)]:
        from speechclean.rules.shift.verdict import settled

        yield from settled(text, letters)


def _letters(text: str) -> Iterable[int]:
    quick = native.lone_letters()
    return quick(text) if quick else (match.start() for match in LETTER.finditer(text))


def _paired(document: Document, place: int) -> bool:
    """Whether a sign of ASCII has its fellow in the line, as brackets and marks of Markdown have."""
    fellow = FELLOWS.get(document.text[place])
    if not fellow:
        return False
    line = document.line_at(place)
    return fellow in document.text[line.start : place] or fellow in document.text[place + 1 : line.end]


RULE = Rule(
    name="mojibake-shift",
    summary=Summary("GBK that was read one byte off", "GBK 错位一字节的乱码"),
    find=find,
    traits=LONE_LETTER,
    examples=(
        Example("他這樣說過!懊撠殹辈皇墙K點，而是起點。", "他這樣說過。“脫貧”不是終點，而是起點。"),
        Example("我們走到車站⒏鞑块T都來了人。", "我們走到車站、各部門都來了人。"),
        Example.keep("我住在A市，穿T恤，看K线图，学B超。", why="letters that stand for themselves"),
    ),
)
