"""The learned judge: which tokens of a window are foreign, by summed weights and the best path through them."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.judgement.evidence import PRIVATE
from speechclean.judgement.features import borders, features
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.weights import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speechclean.judgement.tokens import View
    from speechclean.judgement.weights import Weights

PULLING = (PRIVATE - {"word"}) | HOSTS
LEANING, PULL, WEAK_PULL = 15, 300, 75
"""How far an identifier pulls the path towards foreign, in hundredths: where an ad is likely, its ends are what is sought."""
MASK = "*"
"""A sign that hides what an author may not tell; every other sign is as foreign as an identifier."""
NEVER = -(10**12)
"""Less than any path gains."""


class Costs(NamedTuple):
    """What the path gains with each token that is called foreign, and each border between two authors, in hundredths."""

    tokens: list[int]
    begins: list[int]
    ends: list[int]

    def gain(self, start: int, end: int) -> int:
        """How much the path gains by calling these tokens foreign."""
        return sum(self.tokens[start:end]) + self.begins[start] + self.ends[end]


def tag(seen: View, kinds: list[str]) -> tuple[Costs, list[tuple[int, int]]]:
    """What the tokens and borders of a window weigh, and the runs of tokens that may be foreign."""
    sums = costs(features(seen, kinds), borders(seen), weights())
    return sums, spans(best_path(pulled(seen, kinds, sums)))


def costs(columns: Mapping[str, Sequence[str]], edges: Sequence[Sequence[str]], weights: Weights) -> Costs:
    """The sums of the weights: positive speaks for foreign, or for a border there."""
    weights.prepare({answer[0] for letter in "ad" for answer in columns[letter]})
    of, nothing = weights.of, repeat(0)
    answers = [map(of[letter].get, column, nothing) for letter, column in columns.items()]
    begins, ends = of["<"].get, of[">"].get
    return Costs(
        list(map(sum, zip(*answers, strict=False))),  # columns of neighbours go on behind the last token
        [sum([begins(name, 0) for name in edge]) for edge in edges],
        [sum([ends(name, 0) for name in edge]) for edge in edges],
    )


def pulled(seen: View, kinds: list[str], sums: Costs) -> Costs:
    """The costs where every token leans towards foreign, and what belongs to ads is pulled there."""
    return sums._replace(
        tokens=[
            cost + LEANING + _pull(form, shape, kind)
            for cost, form, shape, kind in zip(sums.tokens, seen.forms, seen.shapes, kinds, strict=True)
        ]
    )


def _pull(form: str, shape: str, kind: str) -> int:
    if form in PULLING or (shape == "e" and form != MASK):
        return PULL
    return WEAK_PULL if "C" in kind or "P" in kind else 0


def best_path(costs: Costs) -> list[bool]:
    """For each token whether it is foreign, on the path with the greatest sum."""
    own, foreign = 0, NEVER
    came: list[tuple[bool, bool]] = []
    for number, token in enumerate(costs.tokens):
        into, out = own + costs.begins[number], foreign + costs.ends[number]
        came.append((out > own, into <= foreign))
        own, foreign = max(own, out), max(foreign, into) + token
    state = foreign + costs.ends[-1] > own
    path: list[bool] = []
    for from_foreign_to_own, stays_foreign in reversed(came):
        path.append(state)
        state = stays_foreign if state else from_foreign_to_own
    return path[::-1]


def spans(path: Sequence[bool]) -> list[tuple[int, int]]:
    """The runs of foreign tokens."""
    found: list[tuple[int, int]] = []
    start = -1
    for number, state in enumerate([*path, False]):
        if state and start < 0:
            start = number
        elif not state and start >= 0:
            found.append((start, number))
            start = -1
    return found
