"""Accounts that no span took, in whole clauses: where the path's ends were badly chosen, the clauses are a second try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.judgement.features import CLAUSE_ENDS
from speechclean.judgement.tagger import PULLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.tokens import View

BEFORE, BEHIND = 30, 20
"""So many tokens before an account and behind it a clause may begin and end."""
MOST = 4
"""The ends that are tried on each side, the nearest ones."""


def accounts(seen: View) -> list[int]:
    """The tokens that are accounts: those that pull the path of the learned judge."""
    found: list[int] = []
    for number, shape in enumerate(seen.shapes):  # only tokens of these shapes may be accounts
        if shape in "nlkd" and seen.forms[number] in PULLING:
            found.append(number)  # a comprehension would not be typed
    return found


def clauses(seen: View, account: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs of whole clauses around an account, and those that end with it, beside these spans."""
    forms, size = seen.forms, len(seen.forms)
    floor = max([last for _, last in taken if last <= account], default=0)
    ceiling = min([first for first, _ in taken if first > account], default=size)
    starts = [
        n
        for n in range(max(floor, account - BEFORE), account + 1)
        if n == floor or forms[n - 1] in CLAUSE_ENDS or forms[n - 1] == " "
    ]
    ends = [account + 1] + [
        n
        for n in range(account + 2, min(ceiling, account + BEHIND) + 1)
        if n == ceiling or forms[n - 1] in CLAUSE_ENDS or forms[n] in CLAUSE_ENDS
    ]
    for first in starts[-MOST:]:
        for last in ends[:MOST]:
            yield first, last
