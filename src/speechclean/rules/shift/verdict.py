"""What to do about a lone letter: an edit where the reading of the run before it is proven and better, a note where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.plausibility import is_han
from speechclean.rules.shift.analysis import gains, lost_byte, misplaced_mark, run_start
from speechclean.rules.shift.found import with_change
from speechclean.rules.transport.subject import is_subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.edit import Edit
    from speechclean.rules.shift.found import Found

MARKS = "，。、；：！？“”‘’「」『』（）〔〕【】《》〈〉—…·～％　\ufffd"
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


def settled(text: str, letters: Iterable[int]) -> Iterator[Edit | Note]:
    """What is to be done about the runs before some letters, of which none overlaps the one before."""
    reached = 0
    for letter in letters:
        found = explained(text, letter)
        if found and found.start >= reached and found.gain >= GAIN_MARKED:
            reached = found.end
            yield _settled(text, found)


def explained(text: str, letter: int) -> Found | None:
    """The best explanation of a lone letter and the run before it."""
    start = run_start(text, letter)
    outlook = gains(text, start, letter)
    if mark := misplaced_mark(text, start, letter, outlook):
        mark = with_change(text, mark)
        if mark.proven and mark.gain >= GAIN_MARKED:
            return mark
    byte = lost_byte(text, letter, outlook)
    return mark if mark and (not byte or mark.gain >= byte.gain - PREFERRED) else byte


def _settled(text: str, found: Found) -> Edit | Note:
    start, end = found.start, found.end
    hole = found.certain < (CERTAIN if found.lost else CERTAIN_OF_MARK)
    enough = GAIN_MARKED if text[start] == "?" else PLAIN if hole else GAIN
    sound = (
        found.proven
        and found.rest >= REST
        and found.gain >= enough
        and (not hole or len(found.reading) >= LONG)
        and found.smooth
        and _ordinary(found.reading)
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
    return all(is_han(sign) or sign.isascii() or sign in MARKS for sign in reading)
