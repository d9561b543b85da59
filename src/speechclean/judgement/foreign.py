"""The spans of a window that may be foreign, with their best ends: in Python, or compiled in a fiftieth of the time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.tables import content
from speechclean.judgement import ends, seams, tagger
from speechclean.judgement.evidence import PRIVATE
from speechclean.judgement.features import CLAUSE_ENDS
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.tagger import tag
from speechclean.judgement.ties import made_of
from speechclean.judgement.tokens import ACCOUNTS, IDENTIFIERS
from speechclean.native import tagger as kernel

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View
    from speechclean.native.tag import Costs, Tagger

    Gains = Costs | tagger.Costs

MARKS = (
    IDENTIFIERS,
    seams.ENDS,
    CLAUSE_ENDS,
    tagger.PULLING,
    seams.NUMBERS,
    seams.UNITS,
    seams.STOPS,
    seams.CLOSERS,
    seams.HANGING,
    seams.OPEN,
    seams.NAMED_IN,
    ends.BRACKETS,
    ends.FULL_STOPS,
    ends.CLAUSE_STARTS,
    seams.WANTING_ONE,
    seams.READER,
    seams.NAMING,
    ACCOUNTS,
    ends.QUOTING,
    seams.BRACKETS,
)
"""What the compiled way is told of forms: those of each of these have a bit of their own, the first of them 1."""


GAP = 16
"""So many tokens at most stand between a span and the contact that belongs to it."""


def foreign(seen: View, kinds: list[str]) -> tuple[Gains, list[tuple[int, int]]]:
    """What the tokens and borders of a window weigh, and the spans."""
    if found := compiled():
        return found.foreign(seen.forms, seen.shapes, kinds)
    sums, paths = tag(seen, kinds)
    return sums, [ends.refine(seen, kinds, sums, path) for path in paths]


@cache
def compiled() -> Tagger | None:
    """What does the same as the modules that are imported here."""
    make = kernel()
    if not make:
        return None
    marks: dict[str, int] = {}
    for number, forms in enumerate(MARKS):
        for form in forms:
            marks[form] = marks.get(form, 0) | 1 << number
    pulls = tagger.LEANING, tagger.PULL, tagger.WEAK_PULL
    mirrored = {ord(left): ord(right) for left, right in ends.MIRRORED.items()}
    limits = seams.JOINS, (*seams.LIMITS, *ends.LIMITS), seams.PAIRS, mirrored, seams.WANTING
    try:
        return make(content(__file__, "weights.bin"), made_of, marks, pulls, limits)
    except ValueError:  # the table is made for machines whose numbers begin with their lowest byte
        return None


def merged(seen: View, kinds: list[str], ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap, or of which the second is a contact in the sentence that the first opens, as one."""
    found: list[tuple[int, int]] = []
    for first, last in ends:
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(last, found[-1][1])
        elif found and first - found[-1][1] <= GAP and _goes_on(seen, kinds, found[-1][1] - 1, first, last):
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


def _goes_on(seen: View, kinds: list[str], end: int, first: int, last: int) -> bool:
    one_sentence = not any(form in seams.ENDS for form in seen.forms[end:first])
    return one_sentence and any(
        "C" in kind or "P" in kind or form in HOSTS or (form in PRIVATE and form != "word")
        for form, kind in zip(seen.forms[first:last], kinds[first:last], strict=True)
    )
