"""The hits of a text that a patch made: those of the text before it, moved, and those found beside its edits."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from speechclean.core.document import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from speechclean.core.document import FindHits
    from speechclean.core.edit import Edit


_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)
"""A hit, made in half the time."""


def carried_over(
    before: tuple[Hit, ...], edits: Sequence[Edit], found: Sequence[FindHits], reach: int
) -> tuple[Hit, ...]:
    """All hits of the new text, by start.

    `found` finds for each edit the hits in its surroundings, `reach` characters on both sides, where they stand now. No
    hit is as long as that. What is further away is moved as it is: most hits are, and to sort them in costs more.
    """
    after: list[Iterable[Hit]] = []
    beside: set[Hit] = set()
    done = shift = upto = 0
    for edit, find in zip(edits, found, strict=True):
        first = bisect_left(before, (edit.start - reach,), done)
        near = bisect_left(before, (upto,), done, first)
        beside.update(_moved(before[done:near], shift))
        if near < first:
            after += sorted(beside), _moved(before[near:first], shift)
            beside = set()
        done = bisect_left(before, (edit.end,), first)
        beside.update(_moved([hit for hit in before[first:done] if hit.end <= edit.start], shift))
        beside.update(find())
        shift += len(edit.new) - len(edit.old)
        upto = edit.end + reach
    near = bisect_left(before, (upto,), done)
    beside.update(_moved(before[done:near], shift))
    return tuple(chain(*after, sorted(beside), _moved(before[near:], shift)))


def _moved(hits: Sequence[Hit], shift: int) -> Sequence[Hit]:
    return [_hit((start + shift, end + shift, word)) for start, end, word in hits] if shift else hits
