"""Runs of single characters with signs between them: where a span ends that meets one, and which runs are ads by themselves."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.squeeze import BLANKS
from speechclean.judgement.evidence import PRIVATE
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.tokens import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tokens import View

LONG_RUN = 7
"""A run of so many characters is one by itself, and of more tokens."""
FEWEST_HAN, SAME = 4, 0.8
"""So many of its characters are Chinese, and so many of its separators one and the same sign,"""
LISTING = ",、，×*_—–"
"""which is none that lists, masks or fills in."""
HEADS = "www", "http"
"""So an address begins whose dots are gone with the other signs."""


def with_runs(seen: View, first: int, last: int) -> tuple[int, int]:
    """The span with a spaced run that holds its account, or is long, to that run's end and no further.

    A span that begins inside a run with one sign between all characters begins with it.
    """
    for start, end in seen.squeezed.runs:
        left, right = _tokens(seen, start, end)
        if left < first < right and (run := _with_one_sign(seen, start, end, may_list=True)):
            first = min(first, _tokens(seen, *run)[0])
        if left == right or not first <= left < last:
            continue
        own = right - left > LONG_RUN or any(seen.forms[n] in PRIVATE | HOSTS for n in range(left, right))
        more = seen.shapes[first] == "p" or any(form in ACCOUNTS for form in seen.forms[right:last])
        if last < right or (own and not more):
            last = right
    return first, last


def runs(seen: View, kinds: list[str], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs with one sign between all their characters that hold a word of an ad's or a host, beside these spans."""
    for start, end in seen.squeezed.runs:
        first, last = _tokens(seen, start, end)
        if first == last or any(left < last and first < right for left, right in taken):
            continue
        named = seen.text.startswith(HEADS, start) or not HOSTS.isdisjoint(seen.forms[first:last])
        told = named or (any(kinds[first:last]) and seen.shapes.count("h", first, last) >= FEWEST_HAN)
        if told and (run := _with_one_sign(seen, start, end, may_list=not named)):
            yield _tokens(seen, *run)


def _tokens(seen: View, start: int, end: int) -> tuple[int, int]:
    """The first token that begins in a part of the text, and the one behind the last."""
    return bisect_left(seen.starts, start), bisect_left(seen.starts, end)


def _with_one_sign(seen: View, start: int, end: int, *, may_list: bool) -> tuple[int, int] | None:
    """The part of a run that has one sign between all its characters: none that lists, where it may be a list."""
    window, places = seen.window, seen.squeezed.places
    between = [window[places[n] + 1 : places[n + 1]] for n in range(start, end - 1)]
    signs = [sign for part in between for sign in part if not sign.isalnum()]
    main = max(sorted(set(signs)), key=signs.count, default=" ")
    if main in BLANKS or (may_list and main in LISTING) or not all(between) or signs.count(main) < SAME * len(signs):
        return None
    first = next(n for n, part in enumerate(between) if main in part)
    last = next(n for n, part in enumerate(reversed(between)) if main in part)
    return (start + first, end - last) if end - start - first - last >= LONG_RUN else None
