"""Stretches a foreign span over what the learned judge is sure of beside it, which how the rest would read has left out.

A seam between the halves of an author's sentence is told by how they read together; by chance the head of an ad or its
tail reads on, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.judgement.seams import ENDS, HALVES, OPEN, PAIRS, SPLIT
from speechclean.judgement.ties import tied
from speechclean.judgement.trims import NUMBERS

if TYPE_CHECKING:
    from speechclean.judgement.foreign import Gains
    from speechclean.judgement.tokens import View

SURE, SURE_BEHIND_COMMA, DOUBT = 350, 200, 80
"""What a head or a tail gains, in hundredths, that goes with the ad, and a head that a comma parts from it.

Of ends that are as good but for the last of these the first is taken.
"""
FEWEST, LONGEST_HEAD, LONGEST_TAIL = 2, 14, 12
COMMAS = frozenset("，,、")
FULL_STOPS = frozenset("。！!？?")
"""A line without them is a page's own: other rules take it as a whole."""
BEGINNINGS = frozenset((*ENDS, *"”」』"))
STOPS = frozenset((*ENDS, *"|>/‖_▶"))
"""No tail goes on behind them: they end a sentence, or part the names in a page's list."""


def stretched(seen: View, sums: Gains, span: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """The span with such a head and such a tail, between the ends of what stands before and behind it."""
    if FULL_STOPS.isdisjoint(seen.forms):
        return span
    end = _tail(seen, sums, span, room[1])
    return _head(seen, sums, (span[0], end), room[0]), end


def _head(seen: View, sums: Gains, span: tuple[int, int], floor: int) -> int:
    """The start of the sentence, where all of it before the span is the ad's."""
    first, last = span
    start = first
    while start > floor and first - start <= LONGEST_HEAD and seen.forms[start - 1] not in BEGINNINGS:
        start -= 1
    whole = seen.forms[start:last]
    if not FEWEST <= first - start <= LONGEST_HEAD or (start and seen.forms[start - 1] not in BEGINNINGS):
        return first
    if any(whole.count(left) != whole.count(right) for left, right in PAIRS.items()):
        return first
    need = SURE_BEHIND_COMMA if seen.forms[first - 1] in COMMAS else SURE
    return start if sums.gain(start, last) - sums.gain(first, last) >= need else first


def _tail(seen: View, sums: Gains, span: tuple[int, int], ceiling: int) -> int:
    """The end of the ad's tail, or the end that the span has."""
    first, last = span
    known = sums.gain(first, last)
    ends: list[tuple[int, int]] = []
    for end in range(last + 1, min(ceiling, last + LONGEST_TAIL) + 1):
        if seen.forms[end - 1] in STOPS:
            break
        if not _opens(seen, end):
            ends.append((sums.gain(first, end) - known - _split(seen, end), end))
    best = max((gain for gain, _ in ends), default=0)
    end = next((end for gain, end in ends if gain >= best - DOUBT), last)
    return end if best >= SURE else last


def _opens(seen: View, end: int) -> bool:
    """Whether what stands there belongs to what follows: an opening bracket, the number of a list."""
    if seen.forms[end - 1] in OPEN or seen.forms[end - 1] in PAIRS:
        return True
    number = end - 2 if seen.forms[end - 1] == "." else end - 1
    return seen.shapes[number] in NUMBERS and seen.forms[number + 1 : number + 2] == ["."]


def _split(seen: View, end: int) -> int:
    """What an end costs that parts the two halves of a word."""
    if end == len(seen.forms) or seen.shapes[end - 1 : end + 1] != "hh":
        return 0
    held = tied(seen.forms[end - 1], seen.forms[end])
    return SPLIT * held // 10 if held >= HALVES else 0
