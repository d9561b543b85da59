"""Reads the bytes of a run in pairs: the likeliest Chinese, where a reader may have dropped pairs it has no character for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.rules.shift.bytes_apart import character_of
from speechclean.rules.shift.options import ending_in_zone, starting_in_zone
from speechclean.rules.shift.reader import reader
from speechclean.rules.shift.weights import step

if TYPE_CHECKING:
    from speechclean.rules.shift.options import Weighed

DROPPED = -2.0
"""What it costs to say that a pair of bytes was dropped: log10, as all weights."""
FITS, FITS_BETWEEN = -2.5, -6.0
"""A character that follows the one before it better than this, or stands better between its neighbours, is taken as it is."""
WIDTH, MARGIN = 6, 7.0
"""How many readings are followed at a time, and how far behind the best one."""
RIVALS, BRANCHES = 2, 2
"""How many of them may end in the same character, and from how many a dropped pair is looked for."""
BEFORE_DROPPED = 5
"""How many characters are tried before a dropped pair."""


class Path(NamedTuple):
    """A reading: its weight, its text, and its lead over the next best one."""

    weight: float
    text: str
    margin: float = 20.0


def search(paths: list[Weighed], raw: str, after: str, *, dropping: bool) -> Path | None:
    """The best reading of `raw` behind one of some characters, before another one.

    `dropping`: pairs that the reader has no character for may have been dropped.
    """
    if quick := reader():
        found = quick.search(paths, raw, after, dropping)
        return Path(*found) if found else None
    for place in range(0, len(raw), 2):
        ahead = character_of(raw[place + 2 : place + 4]) or after
        paths = _best(_read(paths, raw[place : place + 2], ahead, dropping=dropping))
    if after:
        paths = [(weight + step(text[-1], after), text) for weight, text in paths]
    return _ranked(paths)


def _ranked(paths: list[Weighed]) -> Path | None:
    """The best path, with how far the best one that reads otherwise behind the first character lies below it."""
    if not paths:
        return None
    best, reading = max(paths)
    rivals = [weight for weight, text in paths if text[1:] != reading[1:]]
    return Path(best, reading, best - max(rivals, default=best - 20.0))


def _best(paths: list[Weighed]) -> list[Weighed]:
    """The best paths, two for each last character."""
    if len(paths) < 2:
        return paths
    paths.sort(reverse=True)
    least = paths[0][0] - MARGIN
    kept: list[Weighed] = []
    tails: dict[str, list[str]] = {}
    for weight, text in paths:
        seen = tails.setdefault(text[-1], [])
        if text[1:] in seen or len(seen) == RIVALS:
            continue
        seen.append(text[1:])
        kept.append((weight, text))
        if len(kept) == WIDTH or weight < least:
            break
    return kept


def _read(paths: list[Weighed], pair: str, ahead: str, *, dropping: bool) -> list[Weighed]:
    """The paths with one more pair of bytes, or with two characters of which the bytes between were dropped."""
    floor = -1e9
    read: list[Weighed] = []
    if paths and (direct := character_of(pair)):
        read = [(weight + step(text[-1], direct), text + direct) for weight, text in paths]
        best, text = max(read)
        if len(text) == 2:  # whatever the first character is, the rest is the same
            read = [(best, text)]
        fits = best - max(paths)[0]
        if fits > FITS or (ahead and fits + step(direct, ahead) > FITS_BETWEEN):
            return read
        floor = best - MARGIN
    return read + _dropped(paths, pair, floor) if dropping else read


def _dropped(paths: list[Weighed], pair: str, floor: float) -> list[Weighed]:
    ones, zones = ending_in_zone(pair[0])
    begun = [
        (weight + fit + DROPPED, text + one)
        for weight, text in sorted(paths, reverse=True)[:BRANCHES]
        for fit, one in ones.likeliest(text[-1])[:BEFORE_DROPPED]
    ]
    found: list[Weighed] = []
    for weight, text in sorted(begun, reverse=True)[:BEFORE_DROPPED]:
        if weight < floor:
            break
        for fit, two in starting_in_zone(zones[text[-1]], pair[1]).likeliest(text[-1]):
            if weight + fit <= floor:
                break
            found.append((weight + fit, text + two))
    return found
