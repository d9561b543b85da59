"""Damage on damage: what one channel gives back may itself be the work of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.pattern import Pattern
from speechclean.rules.transport.channels import BIG5_AS_GBK, GBK_AS_LATIN, UTF8_AS_GBK, UTF8_AS_LATIN
from speechclean.rules.transport.repair import Guess, Repair, repairs
from speechclean.rules.transport.tape import Tape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.rules.transport.channels import Channel

SECOND = (UTF8_AS_LATIN, UTF8_AS_GBK, GBK_AS_LATIN, BIG5_AS_GBK)
SOUND = {
    "latin": Pattern("(?:[\xc2-\xdf][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2}|[\\x20-\\x7e]){3,}"),
    "gbk": Pattern("(?:[\xc2\xc3\xc5\xcb][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2}|[\\x20-\\x7e]){3,}"),
}
"""Bytes that are UTF-8 beyond doubt."""


def again(text: str, start: int, end: int, channel: Channel) -> Iterator[Repair]:
    """The runs of a window that are sound UTF-8, of which another channel then makes good Chinese."""
    if channel.written != "utf-8" or channel.read not in SOUND:
        return
    tape = Tape.of(text[start:end], channel)
    places = {place: start + number for number, place in enumerate(tape.units)} | {len(tape.raw): end}
    for match in SOUND[channel.read].finditer(tape.raw):
        first, last = places.get(match.start()), places.get(match.end())
        if first is None or last is None:
            continue
        halfway = match[0].encode("latin-1").decode("utf-8", "replace")
        for second in SECOND:
            found = list(repairs(halfway, 0, len(halfway), second))
            if found and sum(repair.end - repair.start for repair in found) >= 0.8 * len(halfway):
                yield _through(text, (first, last), halfway, found, f"{channel.label} after {second.label}")
                break


def _through(text: str, span: tuple[int, int], halfway: str, found: list[Repair], label: str) -> Repair:
    start, end = span
    reading, place = "", 0
    guesses: list[Guess] = []
    for repair in found:
        reading += halfway[place : repair.start]
        guesses += [guess._replace(place=len(reading) + guess.place) for guess in repair.guesses]
        reading += repair.reading
        place = repair.end
    reading += halfway[place:]
    gain = plausibility.likelihood(reading) - plausibility.likelihood(text[start:end])
    return Repair(start, end, reading, gain, tuple(guesses), all(repair.proven for repair in found), label)
