"""Where trigger words stand in a text, and the lines that hold them.

Where the scan is compiled, `native.scan.Found` tells the same of what it found; this is the way without it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import Protocol

    from speechclean.core.edit import Edit

    FindHits = Callable[[], tuple["Hit", ...]]

    class Found(Protocol):
        """What tells of the hits in a text, by their start; called, of all."""

        def __call__(self) -> tuple[Hit, ...]:
            """All hits."""

        def of(self, words: Collection[str]) -> list[Hit]:
            """The hits of these words."""

        def wordless(self) -> list[tuple[int, int]] | None:
            """What may be an account, where the scan has told, and nothing is spaced out."""

        def lines(self, words: Collection[str], first: int = 0) -> list[Line]:
            """The lines that hold one of these words, each once; `first` is where the first one may begin."""

        def marked(self, words: Collection[str], prose: int, near: int) -> list[tuple[Line, list[int]]]:
            """The lines that hold one of these words, each with the places of the words.

            In lines longer than `prose` only those count that have another one of them `near`.
            """


FEW = 4
"""The hits of more words than this are picked from all hits, which are sorted."""


class Hit(NamedTuple):
    """A trigger that occurs at `text[start:end]`; `word` is the trigger as the rule wrote it."""

    start: int
    end: int
    word: str


class Line(NamedTuple):
    """A line's span without its newline. Lines end at a newline and nowhere else."""

    start: int
    end: int


_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)
"""A hit, made in half the time."""


class Hits:
    """The hits of a text that a function finds when they are first asked for."""

    def __init__(self, text: str, find_hits: FindHits) -> None:
        self._text = text
        self._find_hits = find_hits

    @cached_property
    def _all(self) -> tuple[Hit, ...]:
        return self._find_hits()

    @cached_property
    def _by_word(self) -> dict[str, list[Hit]]:
        by_word: dict[str, list[Hit]] = {}
        for hit in self._all:
            by_word.setdefault(hit[2], []).append(hit)
        return by_word

    def __call__(self) -> tuple[Hit, ...]:
        """All hits."""
        return self._all

    def of(self, words: Collection[str]) -> list[Hit]:
        """The hits of these words."""
        found = [word for word in self._by_word if word in words]
        if len(found) > FEW:
            return [hit for hit in self._all if hit[2] in words]
        own = [hit for word in found for hit in self._by_word[word]]
        if len(found) > 1:
            own.sort()
        return own

    def wordless(self) -> None:
        """Nothing is told."""

    def lines(self, words: Collection[str], first: int = 0) -> list[Line]:
        """The lines that hold one of these words."""
        lines: list[Line] = []
        for start, _, _ in self.of(words):
            if start >= first:
                lines.append(self._line_at(start))
                first = lines[-1].end + 1
        return lines

    def marked(self, words: Collection[str], prose: int, near: int) -> list[tuple[Line, list[int]]]:
        """The lines that hold one of these words, each with the places of those that count."""
        found = self.of(words)
        first = 0
        lines: list[tuple[Line, list[int]]] = []
        while first < len(found):
            line = self._line_at(found[first].start)
            last = bisect_left(found, (line.end + 1,), first + 1)
            own = found[first:last]
            if places := [hit[0] for hit in own] if line.end - line.start <= prose else _in_company(own, near):
                lines.append((line, places))
            first = last
        return lines

    def _line_at(self, place: int) -> Line:
        end = self._text.find("\n", place)
        return Line(self._text.rfind("\n", 0, place) + 1, len(self._text) if end < 0 else end)


def _in_company(hits: list[Hit], reach: int) -> list[int]:
    """The places of those hits of one line that have another word near."""
    near = [False] * len(hits)
    for number, ((one, _, word), (other, _, other_word)) in enumerate(pairwise(hits)):
        if other - one <= reach and other_word != word:
            near[number] = near[number + 1] = True
    return [hit[0] for hit, kept in zip(hits, near, strict=True) if kept]


def carried_over(
    before: tuple[Hit, ...], edits: Sequence[Edit], found: Sequence[FindHits], reach: int
) -> tuple[Hit, ...]:
    """All hits of the text that edits made of the one that these hits are of.

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
