"""Finds refused text again: by its plain form, the nearest context that survived, and its ordinal."""

from __future__ import annotations

from bisect import bisect_left
from itertools import product
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.sparing import Spared
from speechclean.decisions.plain import NEAR, View, occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.decisions.refusal import Refusal

    Sides = tuple[str, str]
    Signs = Callable[[Sides], tuple[object, ...]]

LONG = 8
"""Characters from which on a text is known by itself, whatever stands around it."""


class Seen(NamedTuple):
    """An occurrence of a text that is looked for, and what stands around it."""

    span: Spared
    sides: Sides


def _both(width: int) -> Signs:
    return lambda sides: (("both", sides[0][-width:], sides[1][:width]),)


def _either(width: int) -> Signs:
    return lambda sides: (("before", sides[0][-width:]), ("after", sides[1][:width]))


def _alone(_: Sides) -> tuple[object, ...]:
    return ("alone",)


STRICT = (_both(NEAR), _both(5), _either(NEAR))
LOOSE = (_either(6), _both(2), _either(3), _either(2))
"""What has to agree, from most to least; the first that holds for an occurrence decides, and then the ordinal."""


def locate(text: str, refusals: Iterable[Refusal], *, loosely: bool = False) -> dict[Refusal, Spared]:
    """Where the refused texts stand, each occurrence for one refusal; those that are not found are left out.

    Much of the context has to agree, `loosely` little, and for a long text none.
    """
    view = View(text)
    groups: dict[tuple[str, bool], list[Refusal]] = {}
    for refusal in refusals:
        groups.setdefault(refusal.key, []).append(refusal)
    found: dict[Refusal, Spared] = {}
    for (key, in_plain), group in groups.items():
        levels = (*LOOSE, _alone) if loosely and in_plain and len(key) >= LONG else LOOSE if loosely else STRICT
        found |= _assigned(group, list(_seen(view, key, in_plain=in_plain)), levels)
    return found


def _seen(view: View, key: str, *, in_plain: bool) -> Iterator[Seen]:
    if in_plain:
        for start in occurrences(view.text, key):
            end = start + len(key)
            yield Seen(Spared(*view.span(start, end)), view.around(start, end))
    else:
        reached = 0
        for start in occurrences(view.source, key):
            span = _run(view.source, start, key) if key.isspace() else Spared(start, start + len(key))
            if span.end > reached or not key.isspace():
                reached = span.end
                yield Seen(span, view.around(view.place(span.start), view.place(span.end)))


def _run(text: str, start: int, blanks: str) -> Spared:
    """All blanks of the same kind around some of them: which ones of a run were to go cannot be told."""
    end = start
    while start and text[start - 1] in blanks:
        start -= 1
    while end < len(text) and text[end] in blanks:
        end += 1
    return Spared(start, end)


def _assigned(group: list[Refusal], seen: list[Seen], levels: Iterable[Signs]) -> dict[Refusal, Spared]:
    waiting = sorted(group, key=lambda refusal: refusal.ordinal)
    free = set(range(len(seen)))
    found: dict[Refusal, Spared] = {}
    for signs in levels:
        places: dict[object, list[int]] = {}
        for number in sorted(free):
            for sign in signs(seen[number].sides):
                places.setdefault(sign, []).append(number)
        for refusal in waiting:
            nearest = _nearest(refusal, signs, places, free)
            if nearest is not None:
                free.discard(nearest)
                found[refusal] = seen[nearest].span
        waiting = [refusal for refusal in waiting if refusal not in found]
        if not waiting:
            break
    return found


def _nearest(refusal: Refusal, signs: Signs, places: dict[object, list[int]], free: set[int]) -> int | None:
    """The free occurrence with such a sign whose number is nearest to the refusal's."""
    befores = (refusal.found.before, refusal.left.before)
    afters = (refusal.found.after, refusal.left.after)
    best: int | None = None
    for sign in dict.fromkeys(sign for sides in product(befores, afters) for sign in signs(sides)):
        numbers = places.get(sign, [])
        at = bisect_left(numbers, refusal.ordinal)
        while at < len(numbers) and numbers[at] not in free:
            del numbers[at]
        while at and numbers[at - 1] not in free:
            at -= 1
            del numbers[at]
        for number in numbers[max(0, at - 1) : at + 1]:
            if best is None or abs(number - refusal.ordinal) < abs(best - refusal.ordinal):
                best = number
    return best
