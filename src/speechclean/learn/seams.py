"""How a span fits in where it stands: whether its sentence reads on without it, and begins and ends in its words, by pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.plausibility import START, is_han, own, pair

if TYPE_CHECKING:
    from speechclean.learn.runs import Run

MOST = 16
"""So many different surroundings of one string are enough to judge it by."""
BEST, WORST = 3.0, -3.0
"""No single place says more."""
WORD = 1.5
"""Two characters are a word, or of one, where the second is so much likelier behind the first than elsewhere, in log10."""


class Seam(NamedTuple):
    """What stands right before and behind a span, how much likelier it was put there (log10), and whether it cuts a word.

    Any phrase may be left out of some sentences, and what is left reads on; but only what was put there blindly stands
    inside words.
    """

    beside: str
    value: float
    cuts: bool


def seam(line: str, run: Run) -> Seam:
    """The seam of a span of a folded line: the text's own characters side by side, against each beside the span's."""
    before = line[run.start - 1] if run.start else START
    after = line[run.end] if run.end < len(line) else "\n"
    first, last = line[run.start], line[run.end - 1]
    value = 0.0
    if is_han(first) and is_han(before):
        value += pair(START, first) - pair(before, first)
    if is_han(after):
        value += pair(before if is_han(before) else START, after) - pair(last if is_han(last) else START, after)
    word = _drawn(before, after)
    cuts = word >= WORD and word > max(_drawn(before, first), _drawn(last, after))
    return Seam(before + after, max(WORST, min(BEST, value)), cuts)


def _drawn(first: str, second: str) -> float:
    """How much likelier a Han character is behind another one than elsewhere, in log10."""
    return pair(first, second) - own(second) if is_han(first) and is_han(second) else 0.0
