"""The characters that fit where bytes are missing: half of a character lost, or a pair dropped between two characters."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.rules.shift.bytes_apart import LEADS, TRAILS, character_of
from speechclean.rules.shift.weights import own, paused, step

if TYPE_CHECKING:
    from collections.abc import Iterable

RAREST = -6.5
"""Rarer characters are not thought of."""
MOST, FIRST = 8, 24
"""How many of the most frequent characters are tried, and how many where a run begins."""
FULL_STOP = 1.0
"""Nine in ten false marks follow a full stop, whose second byte is A3."""
LEAD_LOST = 2.0
"""A reader that stumbles over a pair drops its first byte; the second gets lost on its own, a hundred times more rarely."""
ZONES = (
    ("\xaa\xab\xac\xad\xae\xaf\xf8\xf9\xfa\xfb\xfc\xfd\xfe", "".join(map(chr, range(0xA1, 0xFF)))),
    ("\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "".join(map(chr, range(0x80, 0xA1)))),
)
"""The user-defined zones of GBK, first bytes and second bytes: pairs that most readers drop."""


Weighed = tuple[float, str]
"""A reading so far and its weight."""


class Options:
    """Characters that fit the bytes that are left, with what speaks for each beside its own weight."""

    def __init__(self, found: Iterable[tuple[str, float]], most: int = MOST) -> None:
        known = [(weight + prior, c, plausibility.plain(c), prior) for c, prior in found if (weight := own(c)) > RAREST]
        self._first = [option[:3] for option in sorted(known, reverse=True)[:most]]
        self._by_fold: dict[str, list[tuple[str, float]]] = {}
        for _, character, plain, prior in known:
            self._by_fold.setdefault(plain, []).append((character, prior))

    def after(self, last: str) -> list[Weighed]:
        """Those worth weighing after this character: the most frequent ones, and those that often follow it."""
        return _after(self, last)[0]

    def likeliest(self, last: str) -> list[Weighed]:
        """The same, the likeliest first."""
        return _after(self, last)[1]

    def weighed(self, last: str) -> list[Weighed]:
        """The same, worked out."""
        row = plausibility.listed(last)
        called = {plain: known for plain, known in self._by_fold.items() if plain in row}
        found = [(step(last, c) + prior, c) for known in called.values() for c, prior in known]
        less = plausibility.unlisted(last)
        return found + [(weight - less + paused(last, c), c) for weight, c, plain in self._first if plain not in called]


@lru_cache(maxsize=1 << 11)
def _after(options: Options, last: str) -> tuple[list[Weighed], list[Weighed]]:
    weighed = options.weighed(last)
    return weighed, sorted(weighed, reverse=True)


@cache
def ending_in_zone(first: str) -> tuple[Options, dict[str, int]]:
    """The characters that begin with this byte and end in the first byte of a user-defined zone, and the zone of each."""
    found = ((character_of(first + lead), number) for number, (leads, _) in enumerate(ZONES) for lead in leads)
    zones = {one: number for one, number in found if one}
    return Options((one, 0.0) for one in zones), zones


@cache
def starting_in_zone(number: int, second: str) -> Options:
    """The characters that begin with a second byte of a user-defined zone and end in this byte."""
    return Options((two, 0.0) for byte in ZONES[number][1] if (two := character_of(byte + second)))


@cache
def ending_in_a3(*, alone: bool) -> Options:
    """The characters of which a false mark took the last byte; nine in ten times, and behind no other mark, a full stop."""
    found = (character_of(lead + "\xa3") for lead in LEADS)
    return Options(((c, FULL_STOP if c == "。" and alone else 0.0) for c in found if c), FIRST)


@cache
def half_lost(byte: str) -> Options:
    """The characters that have this byte and another one, which was lost."""
    options = {c: 0.0 for trail in TRAILS if (c := character_of(byte + trail))}
    options |= {c: LEAD_LOST for lead in LEADS if (c := character_of(lead + byte))}
    return Options(options.items(), FIRST)
