"""Where a foreign span begins and ends to the character: what is left must read on, and what goes must not."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.judgement.seams import CLOSERS, ENDS, NAMED_IN, PAIRS, STOPS, Seams
from speechclean.judgement.tokens import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tagger import Costs
    from speechclean.judgement.tokens import View

MIRRORED = {"👉": "👈", "➡": "⬅", "☞": "☜", "☛": "☚", "↘": "↙", "→": "←", "◆": "◆"}
DOUBT, START_DOUBT = 80, 50
"""Of ends that are as good but for this much the first is taken, of starts the last: what may be the author's stays."""
CORE = 4
"""Starts and ends this near the path's own are tried, too."""
REACH = 18
"""How many tokens behind the path's end are tried as its tail."""
TAIL, CLOSED_TAIL = 12, 22
NAME = 16
"""A name in quotes has no more tokens than this."""
CORE_KINDS = "CPS"
IS_CORE = frozenset(CORE_KINDS)
BRACKETS = "([【〔"
CLAUSE_STARTS = STOPS + "，,、：:([【〔《“「"
FULL_STOPS = "。…\n"
QUOTING = "《“「『"
"""What a name or what someone says is set in: it is no frame of an ad."""
FRONT = 40
"""How many tokens before the path's start are looked at for the start of the sentence."""
LIMITS = DOUBT, START_DOUBT, CORE, REACH, TAIL, CLOSED_TAIL, NAME, FRONT
"""What the compiled way needs to know."""


def refine(seen: View, kinds: list[str], costs: Costs, path: tuple[int, int]) -> tuple[int, int]:
    """The best ends for a span that the path found."""
    seams = Seams(seen.forms, seen.shapes, kinds, costs, [0, *accumulate(costs.tokens)], _cores(seen, kinds))
    first, last = _best(seams, _firsts(seams, *path), _lasts(seams, *path))
    first, last = _without_whole_sentences(seams, first, last)
    first, last = _in_brackets(seams, first, last)
    first = _without_aside(seams, first, last)
    return first, _framed(seams, first, last)


def _cores(seen: View, kinds: list[str]) -> list[bool]:
    """Whether each token carries the ad: an account, a host, a channel, a seller's or a site's word, a sign."""
    return [
        shape in "nlkd" or (shape == "e" and not form.isascii()) or (kind != "" and not IS_CORE.isdisjoint(kind))
        for form, shape, kind in zip(seen.forms, seen.shapes, kinds, strict=True)
    ]


def _best(seams: Seams, firsts: list[int], lasts: list[int]) -> tuple[int, int]:
    """The best pair when broken brackets are counted, too; then the last start and the first end that are nearly as good."""
    rows = seams.rows(seams.starts(firsts), seams.ends(lasts))
    found, start = max(zip(map(max, rows.values()), rows, strict=True))
    end = lasts[-1 - rows[start][::-1].index(found)]
    if broken := seams.broken(start, end):
        found -= broken
        for gain, first, last in sorted(_pairs(rows, lasts), reverse=True):
            if gain <= found:
                break
            found, start, end = max((found, start, end), (gain - seams.broken(first, last), first, last))
    later = [first for first in rows if start < first < end and _is_bare(seams, start, first)]
    for first in reversed(later):
        gain = rows[first][lasts.index(end) - len(lasts)] - seams.broken(first, end)
        if gain >= found - START_DOUBT:
            start, found = first, gain
            break
    row = rows[start]
    for gain, last in zip(row, lasts[-len(row) :], strict=True):
        if last >= end:
            break
        if (
            gain >= found - DOUBT
            and not any(seams.cores[last:end])
            and gain - seams.broken(start, last) >= found - DOUBT
        ):
            return start, last
    return start, end


def _is_bare(seams: Seams, first: int, last: int) -> bool:
    """Whether no word of a class stands there, and nothing that carries the ad."""
    return not any(seams.cores[first:last]) and not any(seams.kinds[first:last])


def _pairs(rows: dict[int, list[int]], lasts: list[int]) -> Iterator[tuple[int, int, int]]:
    """The gains of all pairs, each with its ends."""
    for first, row in rows.items():
        yield from ((gain, first, last) for gain, last in zip(row, lasts[-len(row) :], strict=True))


def _in_brackets(seams: Seams, first: int, last: int) -> tuple[int, int]:
    """The brackets that alone hold what belongs to an ad, without what stands before and behind them."""
    told = [n for n in range(first, last) if seams.shapes[n] in "nlkd" or _is_of(CORE_KINDS + "cAO", seams.kinds[n])]
    if not told:
        return first, last
    opening = next((n for n in range(told[0] - 1, first, -1) if seams.forms[n] in BRACKETS), first)
    partner = PAIRS.get(seams.forms[opening]) if opening > first else None
    closing = next((n for n in range(told[-1] + 1, last) if seams.forms[n] == partner), last)
    alone = closing < last and not any(seams.forms[n] in ENDS for n in range(opening, closing))
    return (opening, closing + 1) if alone else (first, last)


def _without_aside(seams: Seams, first: int, last: int) -> int:
    """The start behind a bracket that is closed before the ad begins, and holds nothing of it: (50字), [2-4]."""
    forms = seams.forms
    partner = PAIRS.get(forms[first])
    if not partner:
        return first
    closing = next((n for n in range(first + 1, min(first + NAME, last - 1)) if forms[n] == partner), first)
    if closing == first or any(_is_of(CORE_KINDS + "cO", kind) for kind in seams.kinds[first:closing]):
        return first
    return next(n for n in range(closing + 1, last) if n == last - 1 or forms[n] not in CLOSERS)


def _framed(seams: Seams, first: int, last: int) -> int:
    """The end of a span that opens with a bracket or a sign: where that is closed, if it holds the ad."""
    forms = seams.forms
    opening, shape = forms[first], seams.shapes[first]
    if shape not in "pe" or opening in QUOTING:
        return last
    partners = PAIRS.get(opening, opening if shape == "p" else ""), MIRRORED.get(opening, opening)
    closings = [n + 1 for n in range(first + 3, min(len(forms), last + 3)) if forms[n] in partners]
    if not closings or any(seams.kinds[n] or forms[n] in ACCOUNTS for n in range(closings[-1], last)):
        return last
    return closings[-1] if any(seams.cores[first + 1 : closings[-1] - 1]) else last


def _without_whole_sentences(seams: Seams, first: int, last: int) -> tuple[int, int]:
    """The span without the sentences at its ends in which nothing carries an ad: they are the author's."""
    stops = [n for n, form in enumerate(seams.forms[first : last - 1], first + 1) if form in FULL_STOPS]
    for stop in stops:
        if any(seams.cores[first:stop]):
            break
        first = stop
    for stop in reversed(stops):
        if stop <= first or any(seams.cores[stop:last]):
            break
        last = stop
    return first, last


def _is_of(letters: str, kind: str) -> bool:
    """Whether a token's word classes include one of these."""
    return any(letter in kind for letter in letters) if kind else False


def _firsts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's start and its neighbours, the starts of words of a class, of clauses, and of the sentence."""
    forms, kinds, cores = seams.forms, seams.kinds, seams.cores
    found = set(range(max(0, first - CORE), min(first + CORE, last - 1) + 1))
    for n in range(first + 1, min(last, first + FRONT)):
        if (kinds[n] and not kinds[n - 1]) or (cores[n] and not cores[n - 1]):
            found.add(n)
    number = first
    while number > max(0, first - FRONT) and forms[number - 1] not in ENDS:
        number -= 1
        if number == 0 or forms[number - 1] in CLAUSE_STARTS:
            found.add(number)
    return sorted(found)


def _lasts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's end and its neighbours, what follows it in the sentence, and the ends behind identifiers.

    Behind the last account, host, sign or channel no more than a short tail is tried.
    """
    forms = seams.forms
    core = _with_name(seams, next((n + 1 for n in range(last - 1, first - 1, -1) if seams.cores[n]), last))
    furthest = min(len(forms), core + TAIL)
    found = set(range(max(first + 1, last - CORE), min(last, furthest) + 1))
    found.update(
        n + 1 for n in range(max(first, last - FRONT), min(last, furthest)) if forms[n] in ENDS or seams.cores[n]
    )
    number = min(last, furthest)
    found.add(number)
    while number < min(furthest, last + REACH) and (number == last or forms[number - 1] not in ENDS):
        number += 1
        found.add(number)
    if core < len(forms) and seams.shapes[core] == "p" and last <= core + CLOSED_TAIL and forms[last - 1] in STOPS:
        found.add(last)  # a clause of the ad to its full stop
    return sorted(found)


def _with_name(seams: Seams, core: int) -> int:
    """The end of the name in quotes or brackets that begins where the core ends, or soon after it."""
    forms = seams.forms
    for opening in range(core, min(core + 5, len(forms))):
        form = forms[opening]
        if form in NAMED_IN and form:
            closings = (n + 1 for n in range(opening, min(opening + NAME, len(forms))) if forms[n] == PAIRS[form])
            return next(closings, core)
        if form in ENDS:
            break
    return core
