"""Runs of single characters with signs between them: where a span ends that meets one, and which runs are ads by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.squeeze import BLANKS
from speechclean.judgement.ends import ACCOUNTS
from speechclean.judgement.evidence import PRIVATE
from speechclean.judgement.standing import HOSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tokens import View

LONG_RUN = 7
"""A run of more characters is one by itself."""
FEWEST_HAN, SAME = 4, 0.8
"""So many of its characters are Chinese, and so many of its separators one and the same sign,"""
HEADS = "www", "http"
"""So an address begins whose dots are gone with the other signs."""
LISTING = ",、，×*_—–"
"""which is none that lists, masks or fills in."""


def with_runs(seen: View, first: int, last: int) -> tuple[int, int]:
    """The span with a spaced run that holds its account, or is long, to that run's end and no further."""
    for start, end in seen.squeezed.runs:
        inside = [n for n, place in enumerate(seen.starts[:-1]) if start <= place < end]
        if not inside or not first <= inside[0] < last:
            continue
        end_of_run = inside[-1] + 1
        own = len(inside) > LONG_RUN or any(seen.forms[n] in PRIVATE | HOSTS for n in inside)
        more = seen.shapes[first] == "p" or any(form in ACCOUNTS for form in seen.forms[end_of_run:last])
        if last < end_of_run or (own and not more):
            last = end_of_run
    return first, last


def runs(seen: View, kinds: list[str], taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs with one sign between all their characters that hold a word of an ad's or a host, beside these spans."""
    for start, end in seen.squeezed.runs:
        inside = [n for n, place in enumerate(seen.starts[:-1]) if start <= place < end]
        if (
            end - start < LONG_RUN
            or not inside
            or any(first <= inside[-1] and inside[0] < last for first, last in taken)
        ):
            continue
        first, last = inside[0], inside[-1] + 1
        named = seen.text.startswith(HEADS, start) or not HOSTS.isdisjoint(seen.forms[first:last])
        told = named or (any(kinds[first:last]) and seen.shapes.count("h", first, last) >= FEWEST_HAN)
        if told and _has_one_sign(seen, start, end, may_list=not named):
            yield first, last


def _has_one_sign(seen: View, start: int, end: int, *, may_list: bool) -> bool:
    """Whether one sign stands between all characters of a run: none that lists, where it may be a list."""
    places = seen.squeezed.places
    written = seen.window[places[start] : places[end - 1] + 1]
    signs = [sign for sign in written if not sign.isalnum()]
    main = max(set(signs), key=signs.count, default=" ")
    if main in BLANKS or (may_list and main in LISTING):
        return False
    return end - start - 1 <= len(signs) and signs.count(main) >= SAME * len(signs)
