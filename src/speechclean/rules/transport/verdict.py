"""What to do about a window that may be mojibake: an edit where the repair is proven and better, a note where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechclean import plausibility
from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.lexicon import load
from speechclean.rules.transport.depth import again
from speechclean.rules.transport.repair import repairs
from speechclean.rules.transport.subject import is_subject
from speechclean.rules.transport.suspects import suspects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.rule import Find
    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.repair import Repair

GAIN, SHORT = 6.0, 8.0
"""How much likelier, in log10, a repair must be than what stands; one of two characters by SHORT more, of three by half of it …"""
WORST = -4.3
"""The worst score of Chinese that is still plausible: names and rare words in a short run."""
CHINESE = 0.9
"""The share of a reading that must be characters of Chinese text."""
RAREST = -6.5
"""Rarer characters are no sign of good Chinese."""
CERTAIN = 0.87
"""How much of a repair must be certain: one character of eight may be lost."""
WORTH_TELLING = 0.5
"""A reading that is less certain is not told."""
UNSOUND = Pattern("[\ufffd\x80-\x9f\ue000-\uf8ff]|\\?\\?")
"""What no good reading holds."""


class Case(NamedTuple):
    """A repair and the channel that explains it."""

    repair: Repair
    channel: Channel


def reread(*channels: Channel) -> Find:
    """The `find` of a rule that repairs what any of these channels made: where several explain a run, the best one."""

    def find(document: Document) -> Iterator[Edit | Note]:
        cases = [case for channel in channels for case in _cases(document, channel)]
        cases.sort(key=lambda case: (accepted(case.repair), case.repair.gain * case.repair.certain), reverse=True)
        taken: list[Repair] = []
        for case in cases:
            if not any(case.repair.start < other.end and other.start < case.repair.end for other in taken):
                taken.append(case.repair)
                yield from _settled(document.text, case)

    return find


def signs(*channels: Channel) -> tuple[str, ...]:
    """What shows that one of these channels may have been at work."""
    return tuple(word for channel in channels for word in load(channel.lexicon))


def _cases(document: Document, channel: Channel) -> Iterator[Case]:
    for window in suspects(document, frozenset(load(channel.lexicon)), channel):
        found = list(repairs(document.text, window.start, window.end, channel))
        if not any(accepted(repair) for repair in found):
            found += again(document.text, window.start, window.end, channel)
        yield from (Case(repair, channel) for repair in found)


def _settled(text: str, case: Case) -> Iterator[Edit | Note]:
    repair = case.repair
    start, end = repair.start, repair.end
    if accepted(repair) and not is_subject(text, start, end):
        yield swap(text, start, end, _written(repair), _evidence(repair, case.channel))
    elif repair.gain >= GAIN:
        reading = repair.reading if repair.certain >= WORTH_TELLING else ""
        yield Note("mojibake", start, end, text[start:end], reading=reading, certain=round(repair.certain, 2))


def _written(repair: Repair) -> str:
    """The reading, with U+FFFD where a lost character is anybody's guess."""
    characters = list(repair.reading)
    for place in repair.holes:
        characters[place] = "\ufffd"
    return "".join(characters)


def _evidence(repair: Repair, channel: Channel) -> str:
    said = f"{repair.label or channel.label}; likelier by 10^{repair.gain:.0f}"
    if repair.guesses:
        said += f"; of {len(repair.reading)} characters {len(repair.guesses)} had lost bytes"
    return said + (f", {len(repair.holes)} beyond guessing" if repair.holes else "")


def accepted(repair: Repair) -> bool:
    """Whether the repair gives back what stands when it is damaged again, and is clearly better Chinese."""
    reading = repair.reading
    return (
        repair.proven
        and len(reading) > 1
        and repair.gain >= max(GAIN + SHORT / (len(reading) - 1), 1.2 * len(reading))
        and repair.certain >= CERTAIN
        and plausibility.score(reading) >= WORST
        and sum(map(_chinese, reading)) >= CHINESE * len(reading)
        and not UNSOUND.search(reading)
    )


def _chinese(character: str) -> bool:
    """Whether a character is what Chinese text is made of."""
    if plausibility.is_han(character):
        return plausibility.char(character) > RAREST
    return plausibility.mark(character) > plausibility.FOREIGN
