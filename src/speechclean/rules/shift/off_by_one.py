"""Repairs Traditional text in GBK that was read one byte off, behind a false mark or a lost byte, up to a lone letter.

A tool that replaces the bytes of ！，：；？ wherever they stand hits the bytes of two characters (。“ holds the bytes of ！); all behind
is read one byte off until the second byte of a character is ASCII. What is not proven by the forward model is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import LONE_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.rules.shift.found import Found

LETTER = Pattern(r"[@-~](?![ -~])(?<=[^\x00-\x7f].)")
"""A letter behind a Chinese character and before none of its own kind."""
MARKS = "，。、；：！？“”‘’「」『』（）〔〕【】《》〈〉—…·～％　\ufffd"
FELLOWS = dict(zip("[]{}`|~_*", "][}{`|~_*", strict=True))
TRADITIONAL = "國這個來們會時學說對於後過發無"
SHORT = 400
"""A text that is longer and holds none of these is not Traditional."""
GAIN, GAIN_MARKED = 5.0, 3.0
"""How much likelier, in log10, the reading must be; less where a `?` before the mark shows the orphaned byte."""
REST = 0.9
"""How certain it must be that no pair was dropped, or that one was."""
CERTAIN, CERTAIN_OF_MARK = 0.35, 0.7
"""How certain the character of the lost byte must be, and the one that a false mark broke: measured, nine in ten such guesses
are right. Behind a mark it is mostly a full stop, and a full stop too many parts a sentence."""
PLAIN, LONG = 15.0, 5
"""From this gain and length on, the run is read even if the lost byte is not: U+FFFD stands for its character."""
PREFERRED = 3.0
"""How much likelier a lost byte must be than a false mark: a mark that stands there wants an explanation."""


def find(document: Document) -> Iterator[Edit | Note]:
    """Read again each run before a lone letter."""
    text = document.text
    if len(text) > SHORT and not any(character in text for character in TRADITIONAL):
        return
    reached = 0
    for letter in _letters(text):
        found = None if _paired(document, letter) else explained(text, letter)
        if found and found.start >= reached and found.gain >= GAIN_MARKED:
            reached = found.end
            yield _settled(text, found)


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


def explained(text: str, letter: int) -> Found | None:
    """The best explanation of a lone letter and the run before it."""
    from speechclean.rules.shift.analysis import gains, lost_byte, misplaced_mark, run_start
    from speechclean.rules.shift.found import with_change

    start = run_start(text, letter)
    outlook = gains(text, start, letter)
    if mark := misplaced_mark(text, start, letter, outlook):
        mark = with_change(text, mark)
        if mark.proven and mark.gain >= GAIN_MARKED:
            return mark
    byte = lost_byte(text, letter, outlook)
    return mark if mark and (not byte or mark.gain >= byte.gain - PREFERRED) else byte


def _settled(text: str, found: Found) -> Edit | Note:
    from speechclean.plausibility import is_han
    from speechclean.rules.transport.subject import is_subject

    start, end = found.start, found.end
    hole = found.certain < (CERTAIN if found.lost else CERTAIN_OF_MARK)
    enough = GAIN_MARKED if text[start] == "?" else PLAIN if hole else GAIN
    sound = (
        found.proven
        and found.smooth
        and found.rest >= REST
        and _ordinary(found.reading)
        and found.gain >= enough
        and (not hole or len(found.reading) >= LONG)
    )
    if sound and not is_subject(text, start, end):
        reading = "\ufffd" + found.reading[1:] if hole else found.reading
        return swap(
            text, start, end, reading, f"GBK read one byte off behind {found.how}; likelier by 10^{found.gain:.0f}"
        )
    certain = round(found.certain, 2) if found.proven else 0.0
    if start and is_han(text[start - 1]):  # perhaps half of the damaged word: nothing may be done to it, either
        return Note("mojibake", start - 1, end, text[start - 1 : end], "", text[start - 1] + found.reading, certain)
    return Note("mojibake", start, end, text[start:end], "", found.reading, certain)


def _ordinary(reading: str) -> bool:
    """Whether a reading holds what running text holds: Han, ASCII, and its marks."""
    from speechclean.plausibility import is_han

    return all(is_han(sign) or sign.isascii() or sign in MARKS for sign in reading)


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
