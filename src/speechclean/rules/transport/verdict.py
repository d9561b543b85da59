"""What to do about windows that may be mojibake: an edit where the repair is proven and better, a note where it is not."""

from __future__ import annotations

from bisect import bisect
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.named import NamedTuple
from speechclean.core.note import Note
from speechclean.lexicon import load
from speechclean.rules.transport.acceptance import (
    WORTH_NOTING,
    WORTH_TELLING,
    accepted,
    broken_off,
    enough,
    follows,
    is_meant,
)
from speechclean.rules.transport.depth import again
from speechclean.rules.transport.repair import repairs, whole
from speechclean.rules.transport.subject import is_subject
from speechclean.rules.transport.suspects import leftovers, suspects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Hit
    from speechclean.core.edit import Edit
    from speechclean.core.rule import Find
    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.repair import Repair
    from speechclean.rules.transport.suspects import Window

ESTABLISHED = 30
"""From so many repaired characters on it is known that a channel was at work, and shorter runs are read like the others."""


class Case(NamedTuple):
    """A repair, the channel that explains it, and whether it is to be made."""

    made: bool
    worth: float
    repair: Repair
    channel: Channel


def reread(*channels: Channel) -> Find:
    """The `find` of a rule that repairs what any of these channels made: where several explain a run, the best one."""

    def find(document: Document) -> list[Edit | Note]:
        left = [hit for hit in document.hits_of(_signs(channels)) if document.text[hit.start : hit.end] == hit.word]
        cases: list[Case] = []
        for channel in channels if left else ():
            own = _signs((channel,))
            if mine := [hit for hit in left if hit.word in own]:
                cases += _cases(document, channel, mine)
        if not cases:
            return []
        told = _apart(sorted(cases, key=lambda case: case[:2], reverse=True))
        return [item for case in told for item in _settled(document.text, case)]

    return find


def signs(*channels: Channel) -> tuple[str, ...]:
    """What shows that one of these channels may have been at work."""
    return tuple(word for channel in channels for word in load(channel.lexicon))


@cache
def _signs(channels: tuple[Channel, ...]) -> frozenset[str]:
    return frozenset(signs(*channels))


def _cases(document: Document, channel: Channel, left: list[Hit]) -> list[Case]:
    """What this channel may have made, where it left these signs."""
    text = document.text
    found = [repair for window in suspects(document, left, channel) for repair in _read(text, window, channel)]
    if not found:
        return []
    sure = [repair for repair in found if accepted(repair, channel) and _free(text, repair, channel)]
    known = sum(len(repair.reading) for repair in sure) >= ESTABLISHED
    if known:
        spans = [(repair.start, repair.end) for repair in found]
        found += [repair for window in leftovers(text, spans, channel) for repair in _quickly(text, window, channel)]
    made = [accepted(repair, channel) or (known and follows(repair)) for repair in found]
    return [Case(done, repair.gain * repair.certain, repair, channel) for done, repair in zip(made, found, strict=True)]


def _read(text: str, window: Window, channel: Channel) -> list[Repair]:
    """What a window may say: at once where every byte is sound, by a search where not, through two channels where needed."""
    at_once = whole(text, *window, channel)
    if at_once and follows(at_once) and accepted(at_once, channel):
        return [at_once]
    found = list(repairs(text, *window, channel))
    if not any(accepted(repair, channel) for repair in found):
        found += again(text, *window, channel)
    return found


def _quickly(text: str, window: Window, channel: Channel) -> list[Repair]:
    """The same for windows without a sign, without a search."""
    at_once = whole(text, *window, channel)
    return [at_once] if at_once and follows(at_once) else list(again(text, *window, channel))


def _apart(cases: list[Case]) -> Iterator[Case]:
    """The cases of which none overlaps a better one."""
    starts: list[int] = []
    ends: list[int] = []
    for case in cases:
        place = bisect(starts, case.repair.start)
        if (place and ends[place - 1] > case.repair.start) or (place < len(starts) and starts[place] < case.repair.end):
            continue
        starts.insert(place, case.repair.start)
        ends.insert(place, case.repair.end)
        yield case


def _settled(text: str, case: Case) -> Iterator[Edit | Note]:
    repair = case.repair
    start, end = repair.start, repair.end
    if case.made and _free(text, repair, case.channel):
        yield swap(text, start, end, _written(repair), _evidence(repair, case.channel))
    elif repair.gain >= enough(repair) and len(repair.reading) >= WORTH_NOTING and not is_meant(text[start:end]):
        reading = repair.reading if repair.certain >= WORTH_TELLING else ""
        yield Note("mojibake", start, end, text[start:end], reading=reading, certain=round(repair.certain, 2))


def _free(text: str, repair: Repair, channel: Channel) -> bool:
    """Whether nothing around a repair speaks against it."""
    return not is_subject(text, repair.start, repair.end) and not broken_off(text, repair.start, repair.end, channel)


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
