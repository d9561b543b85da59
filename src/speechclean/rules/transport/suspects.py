"""Where a text may be mojibake: windows around the signs that a channel leaves, wide enough to hold the whole run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.rules.transport.channels import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.core.document import Document, Hit
    from speechclean.rules.transport.channels import Channel

REACH = 16
"""How far a run may go on beyond the last sign that was found, in characters."""
HEALTHY = -3.6
"""Windows around a sign with a better score are not looked into."""
CLOSE = 2
"""So many characters on both sides of the signs are read with them."""
MOST_KANA = 0.35
"""With a larger share of kana around a sign the text is Japanese."""
LATIN = frozenset(map(chr, range(0x80, 0x100))) | frozenset(WINDOWS)


WESTERN = Pattern("[{}]{{2,}}".format("".join(sorted(LATIN))))
WESTERN_ALONE = Pattern("(?<![A-Za-z])[{0}]{{2,}}(?![A-Za-z{0}])".format("".join(sorted(LATIN))))
"""The same, but for words: only UTF-8 shows by its bytes that it is none."""
FOREIGN = Pattern("[\u3041-\u3096\u30a1-\u30f6Α-ωЁ-ё\u2500-\u257f]")
"""Kana, Greek, Cyrillic and lines of drawings."""
LINE = Pattern(r"[^\n\x00-\x7f][^\n]{0,200}")
"""A line, from its first character that is not ASCII."""


class Window(NamedTuple):
    """A span of the text that may be damaged."""

    start: int
    end: int


def suspects(document: Document, signs: Iterable[Hit], channel: Channel) -> Iterator[Window]:
    """Windows around clusters of signs, in order, none overlapping."""
    reached = 0
    for first, last in _clusters(document.text, signs):
        line = document.line_at(first.start)
        if first.start < reached or not _odd(document.text, first.start, last.end, channel):
            continue
        start = _grown(document.text, first.start, max(reached, line.start), -1, channel)
        end = _grown(document.text, last.end, line.end, 1, channel)
        reached = end
        yield Window(start, end)


def leftovers(text: str, known: list[tuple[int, int]], channel: Channel) -> Iterator[Window]:
    """In a text in which the channel was at work, what it may also have made: runs and lines without any sign."""
    spans = iter(sorted(known))
    reached, upto = 0, 0
    western = WESTERN if channel.written == "utf-8" else WESTERN_ALONE
    for match in (western if channel.read == "latin" else LINE).finditer(text):
        while upto <= match.start() and (span := next(spans, None)):
            reached, upto = span
        if upto <= match.start() or match.end() <= reached:
            yield Window(match.start(), match.end())


def _clusters(text: str, signs: Iterable[Hit]) -> Iterator[tuple[Hit, Hit]]:
    """The first and last of each group of signs that stand close to each other in one line."""
    first = last = None
    for hit in signs:
        if first and last and hit.start - last.end <= 2 * REACH and "\n" not in text[last.end : hit.start]:
            last = hit
            continue
        if first and last:
            yield first, last
        first = last = hit
    if first and last:
        yield first, last


def _odd(text: str, start: int, end: int, channel: Channel) -> bool:
    """Whether the Chinese between the signs is bad enough to be looked into."""
    if channel.read == "latin" or plausibility.score(text[max(0, start - CLOSE) : end + CLOSE]) < HEALTHY:
        return True
    return any(_is_foreign(text, place) for place in range(start, end)) and not _is_japanese(text, start, end)


def _is_foreign(text: str, place: int) -> bool:
    """Whether a letter of another script, or a line of a drawing, stands beside a Han character: Big5's commonest become such."""
    if FOREIGN.match(text, place) is None:
        return False
    return any(map(plausibility.is_han, text[max(0, place - 1) : place + 2]))


def _is_japanese(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - REACH) : end + REACH]
    return sum("\u3041" <= character <= "\u30fe" for character in around) > MOST_KANA * len(around)


def _grown(text: str, edge: int, limit: int, step: int, channel: Channel) -> int:
    """The edge moved outwards: over all that the channel's reader writes, but not far beyond the signs in Han text."""
    far = edge + step * REACH if channel.read != "latin" else limit
    stop = max(limit, far) if step < 0 else min(limit, far)
    written = _written(channel)
    while edge != stop and written(text[edge - 1 if step < 0 else edge]):
        edge += step
    return edge


@cache
def _written(channel: Channel) -> Callable[[str], object]:
    """What tells whether the channel's reader writes a character."""
    if channel.read != "latin":
        return channel.seen.__getitem__
    return LATIN.union("?\ufffd", "" if channel.written == "utf-8" else map(chr, range(0x40, 0x7F))).__contains__
