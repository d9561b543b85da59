"""Which parts of a text the judge looks at: whole sentences around the anchors, and around bare identifiers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.hits import Hit

    Place = tuple[int, int] | Hit
    """What begins with a start and an end."""

WIDE = tuple(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
"""Full-width letters: the shared scan finds them."""
RUN = Pattern(r"[!-~][0-9A-Za-z_@:/.-]{3,}")
IDENTIFIER = Pattern(r"[A-Za-z]|[0-9]{5}")
"""What a run of Latin signs holds that may be an account: years, dates and shares open no window."""
SHORTEST, SHORTEST_NUMBER = 3, 5
"""So many signs follow the first one of a run, or more; and so many digits are a number that may be an account."""
FURTHER_SIGNS = bytes(
    sign if sign < 128 and (chr(sign).isalnum() or chr(sign) in "_@:/.-") else 32 for sign in range(256)
)
"""A table that leaves these signs and makes blanks of all others."""
SEPARATORS = " ._/*~|@+-,=#^&"
WIDE_SEPARATORS = "\u3000｜丨·✘•‧※★☆●◆◇▲▼◎✓✔✖✗✚✦✧✿❀＊＋－．＝＿～／＃＆＠＾‖∣∥│┃┆┇┊┋╎╏║△▽◈◉✩✪✰❖❉❋✽︱︳"
ODD_SEPARATORS = "·@✘§"
SENTENCE_END = Pattern(r"(?:[。！？](?![A-Za-z])|[!?\n])[”’」』）)】]?", first="。！？!?\n")
BESIDE = 80
"""So much of the text on both sides of a window is looked at, too."""
REACH = 90
LONGEST = 400
"""A window ends at the end of a sentence, or this far from what it was opened for."""


def anchors(document: Document, words: frozenset[str]) -> list[Place]:
    """Where something stands that an ad could hold: one of the words, a full-width letter, or what the text shows."""
    shown = document.wordless()
    if shown is None:
        look = native.anchors() or wordless
        shown = look(document.text)
    return [*shown, *document.hits_of(words)]


def wordless(text: str) -> list[tuple[int, int]]:
    """The accounts in a text, and what is spaced out."""
    plain = text.encode("ascii", "ignore").decode()
    may_hold = any(IDENTIFIER.search(match[0]) for match in RUN.finditer(plain))
    accounts = list(_accounts(text)) if may_hold else []
    return accounts + [match.span() for pattern in _separators(text, plain) for match in pattern.finditer(text)]


def _accounts(text: str) -> Iterator[tuple[int, int]]:
    """The matches of `RUN` that may be accounts, told by the letters and digits that follow the first sign.

    These are split off at the speed of C: in Chinese text the pattern tries each character in vain.
    """
    joined = text.encode("ascii", "replace").translate(FURTHER_SIGNS)
    end = 0
    for run in joined.split():
        if len(run) >= (SHORTEST_NUMBER if run.isdigit() else SHORTEST):
            start = joined.index(run, end)
            end = start + len(run)
            first = start - ("!" <= text[start - 1 : start] <= "~")
            if end - first > SHORTEST and IDENTIFIER.search(text, start, end):
                yield first, end


def _separators(text: str, plain: str) -> Iterator[Pattern]:
    """The patterns for the signs that space out an ad, where one stands at every second place of some of the text.

    `plain` is the text's ASCII, where counting is cheap.
    """
    odd = [sign for sign in ODD_SEPARATORS if sign in text]
    spaced = [sign for sign in SEPARATORS if plain.count(sign) > 4] + [sign for sign in WIDE_SEPARATORS if sign in text]
    if odd or spaced:
        sides = text[::2], text[1::2]
        yield from (_between(sign) for sign in odd if _alternates(sign * 2, sides))
        yield from (_spaced_by(sign) for sign in spaced if _alternates(sign * 4, sides))


def _alternates(signs: str, sides: tuple[str, str]) -> bool:
    """Whether a run of signs stands in every second character of a text."""
    return signs in sides[0] or signs in sides[1]


@cache
def _between(sign: str) -> Pattern:
    """One character between two signs that seldom stand between characters."""
    return Pattern(rf"{re.escape(sign)}[^\s{re.escape(sign)}]{re.escape(sign)}(?=[^\s])")


@cache
def _spaced_by(sign: str) -> Pattern:
    """Single characters between four such signs; the literal at its head makes it a fast search."""
    sign = re.escape(sign)
    return Pattern(rf"{sign}(?:[^\s,.，。、]{sign}){{3}}")


def windows(text: str, places: list[Place]) -> list[tuple[int, int]]:
    """The windows around these places, in order, each once; those that touch are one."""
    if not places:
        return []
    if compiled := native.windows():
        return compiled(text, places, (REACH, LONGEST))
    return list(sentences(text, places))


def sentences(text: str, places: list[Place]) -> Iterator[tuple[int, int]]:
    """The same one by one."""
    last: tuple[int, int] | None = None
    for start, end, *_ in sorted(places):
        if last and end <= last[1]:
            continue
        window = _begin(text, start), _finish(text, end)
        if last and window[0] < last[1] and window[1] - last[0] <= LONGEST:
            last = last[0], max(last[1], window[1])
            continue
        if last and window[0] < last[1]:
            window = last[1], window[1]
        if last:
            yield last
        last = window
    if last:
        yield last


def _begin(text: str, place: int) -> int:
    """The start of the sentence before the one that holds `place`, in the same line."""
    floor = max(0, place - REACH)
    line = text.rfind("\n", floor, place) + 1
    floor = max(line, floor)
    stops = [match.end() for match in SENTENCE_END.finditer(text, floor, place)]
    at_line = floor == 0 or text[floor - 1] == "\n"
    if len(stops) > 1:
        return stops[-2]
    return stops[0] if stops and not at_line else floor


def _finish(text: str, place: int) -> int:
    """The end of the sentence after the one that holds `place`, in the same line."""
    ceiling = min(len(text), place + REACH)
    line = text.find("\n", place, ceiling)
    line = (len(text) if ceiling == len(text) else -1) if line < 0 else line
    ceiling = line if line >= 0 else ceiling
    stops = [match.end() for match in SENTENCE_END.finditer(text, place, ceiling)]
    return stops[1] if len(stops) > 1 else ceiling if ceiling == line or not stops else stops[-1]
