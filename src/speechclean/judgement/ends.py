"""Where a foreign span begins and ends to the character: what is left must read on, and what goes must not."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.judgement.features import IDENTIFIERS
from speechclean.judgement.seams import CLOSERS, ENDS, NAMED_IN, PAIRS, STOPS, Seams
from speechclean.judgement.tagger import NEVER

if TYPE_CHECKING:
    from speechclean.judgement.tagger import Costs
    from speechclean.judgement.tokens import Token

MIRRORED = {"👉": "👈", "➡": "⬅", "☞": "☜", "☛": "☚", "↘": "↙", "→": "←", "◆": "◆"}
DOUBT = 80
"""Of ends that are as good but for this much, the first is taken: what may be the author's stays."""
CORE = 4
"""Starts and ends this near the path's own are tried, too."""
REACH = 18
"""How many tokens behind the path's end are tried as its tail."""
TAIL, CLOSED_TAIL = 12, 22
NAME = 16
"""A name in quotes has no more tokens than this."""
CORE_KINDS = "CPS"
ACCOUNTS = IDENTIFIERS - {"word", "i3"}
FRONT = 40
"""How many tokens before the path's start are looked at for the start of the sentence."""


def refine(tokens: tuple[Token, ...], kinds: list[str], costs: Costs, path: tuple[int, int]) -> tuple[int, int]:
    """The best ends for a span that the path found."""
    seams = Seams(tokens, kinds, costs, [0, *accumulate(costs.tokens)])
    lasts = _lasts(seams, *path)
    closes = {last: seams.closes(last) for last in lasts}
    fresh = {last: seams.fresh(last) for last in lasts}
    ranked: list[tuple[int, int, int]] = []
    for first in _firsts(seams, *path):
        opens, boundary = seams.opens(first), seams.at_a_boundary(first)
        ranked += [
            (opens + closes[last] + (fresh[last] if boundary else seams.joined(first, last)), first, last)
            for last in lasts
            if first < last
        ]
    first, last = without_whole_sentences(tokens, kinds, _best(seams, sorted(ranked, reverse=True)))
    first = _without_aside(seams, first, last)
    return first, _framed(seams, first, last)


def _best(seams: Seams, ranked: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The best pair when broken brackets are counted, too; then the first end that is nearly as good."""
    best = (NEVER, 0, 0)
    for gain, first, last in ranked:
        if gain <= best[0]:
            break
        best = max(best, (gain - seams.broken(first, last), first, last))
    found, start, end = best
    near = [last for gain, first, last in ranked if first == start and last < end and gain >= found - DOUBT]
    for last in sorted(near):
        if any(_is_core(seams, n) for n in range(last, end)):
            continue
        gain = next(gain for gain, f, e in ranked if f == start and e == last)
        if gain - seams.broken(start, last) >= found - DOUBT:
            return start, last
    return start, end


def _without_aside(seams: Seams, first: int, last: int) -> int:
    """The start behind a bracket that is closed before the ad begins, and holds nothing of it: (50字), [2-4]."""
    tokens = seams.tokens
    partner = PAIRS.get(tokens[first].form)
    closing = next((n for n in range(first + 1, min(first + NAME, last - 1)) if tokens[n].form == partner), first)
    if closing == first or any(set(kind) & set(CORE_KINDS + "cO") for kind in seams.kinds[first:closing]):
        return first
    return next(n for n in range(closing + 1, last) if n == last - 1 or tokens[n].form not in CLOSERS)


def _framed(seams: Seams, first: int, last: int) -> int:
    """The end of a span that opens with a bracket or a sign: where that is closed, if it holds the ad."""
    tokens = seams.tokens
    opening = tokens[first]
    partner = PAIRS.get(opening.form, opening.form if opening.shape == "p" else "")
    if opening.shape not in "pe" or opening.form in "《“「『":
        return last
    closings = [
        n + 1
        for n in range(first + 3, min(len(tokens), last + 3))
        if tokens[n].form == partner or tokens[n].form == MIRRORED.get(opening.form, opening.form)
    ]
    if not closings or any(seams.kinds[n] or tokens[n].form in ACCOUNTS for n in range(closings[-1], last)):
        return last
    return closings[-1] if any(_is_core(seams, n) for n in range(first + 1, closings[-1] - 1)) else last


def without_whole_sentences(tokens: tuple[Token, ...], kinds: list[str], ends: tuple[int, int]) -> tuple[int, int]:
    """The span without the sentences at its ends in which nothing belongs to an ad: they are the author's."""
    first, last = ends
    stops = [n + 1 for n in range(first, last - 1) if tokens[n].form in "。…\n"]
    for stop in stops:
        if _holds_something(tokens, kinds, first, stop):
            break
        first = stop
    for stop in reversed(stops):
        if stop <= first or _holds_something(tokens, kinds, stop, last):
            break
        last = stop
    return first, last


def _holds_something(tokens: tuple[Token, ...], kinds: list[str], first: int, last: int) -> bool:
    return any(
        token.shape in "nlkde" or set(kind) & set("CPS")
        for token, kind in zip(tokens[first:last], kinds[first:last], strict=True)
    )


def _firsts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's start and its neighbours, the starts of words of a class, of clauses, and of the sentence."""
    tokens, kinds = seams.tokens, seams.kinds
    found = set(range(max(0, first - CORE), min(first + CORE, last - 1) + 1))
    for n in range(first + 1, min(last, first + FRONT)):
        if (kinds[n] and not kinds[n - 1]) or (_is_core(seams, n) and not _is_core(seams, n - 1)):
            found.add(n)
    number = first
    while number > max(0, first - FRONT) and tokens[number - 1].form not in ENDS:
        number -= 1
        if number == 0 or tokens[number - 1].form in STOPS + "，,、：:([【〔《“「":
            found.add(number)
    return sorted(found)


def _lasts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's end and its neighbours, what follows it in the sentence, and the ends behind identifiers.

    Behind the last account, host, sign or channel no more than a short tail is tried.
    """
    tokens = seams.tokens
    core = _with_name(seams, max((n + 1 for n in range(first, last) if _is_core(seams, n)), default=last))
    furthest = min(len(tokens), core + TAIL)
    found = set(range(max(first + 1, last - CORE), min(last, furthest) + 1))
    found.update(
        n + 1
        for n in range(max(first, last - FRONT), min(last, furthest))
        if tokens[n].form in ENDS or _is_core(seams, n)
    )
    number = min(last, furthest)
    found.add(number)
    while number < min(furthest, last + REACH) and (number == last or tokens[number - 1].form not in ENDS):
        number += 1
        found.add(number)
    if (
        core < len(tokens)
        and tokens[core].shape == "p"
        and last <= core + CLOSED_TAIL
        and tokens[last - 1].form in STOPS
    ):
        found.add(last)  # a clause of the ad to its full stop
    return sorted(found)


def _with_name(seams: Seams, core: int) -> int:
    """The end of the name in quotes or brackets that begins where the core ends, or soon after it."""
    tokens = seams.tokens
    for opening in range(core, min(core + 5, len(tokens))):
        form = tokens[opening].form
        if form in NAMED_IN and form:
            closings = (
                n + 1 for n in range(opening, min(opening + NAME, len(tokens))) if tokens[n].form == PAIRS[form]
            )
            return next(closings, core)
        if form in ENDS:
            break
    return core


def _is_core(seams: Seams, number: int) -> bool:
    """Whether a token carries the ad: an account, a host, a channel, a seller's or a site's word, a sign."""
    token = seams.tokens[number]
    sign = token.shape in "nlkd" or (token.shape == "e" and not token.form.isascii())
    return sign or bool(set(seams.kinds[number]) & set(CORE_KINDS))
