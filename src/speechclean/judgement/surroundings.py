"""Reads the lines of a page together: a line among a site's lines, above or below all text, is rather a site's, too."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement.likeness import likeness, shape, spread, weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NEAR, BESIDE = 8, 2
"""How many lines on both sides are looked at: for a site's lines at all, and for how they read."""
STRONG = 1.5
PARAGRAPH = -4.0
PROSE = 45
"""A line of so many characters with a full stop in it is text."""
MOST, NOTHING = 4, 9
SEVERAL = 3
"""Fewer pairs than this in common are chance."""


class Lines:
    """The lines of a text, none of them blank, and how each reads; a line is folded and scored when it is asked for."""

    def __init__(self, lines: Sequence[str], score: Callable[[str], float] = likeness) -> None:
        self._lines = lines
        self._score = score
        self._folded: dict[int, str] = {}
        self._scores: dict[int, float] = {}
        prose = [n for n, line in enumerate(lines) if is_prose(line)]
        self._first, self._last = (prose[0], prose[-1]) if prose else (len(lines), -1)
        paragraphs = set(prose)
        self.short = [n for n in range(len(lines)) if n not in paragraphs]

    @classmethod
    def of(cls, text: str, score: Callable[[str], float] = likeness) -> Lines:
        """The lines of a text."""
        return cls([line for line in text.split("\n") if line and not line.isspace()], score)

    def folded(self, number: int) -> str:
        """A line without the blanks around it, folded."""
        if number not in self._folded:
            self._folded[number] = fold(self._lines[number]).strip()
        return self._folded[number]

    def score(self, number: int) -> float:
        """How much a line by itself reads like a site's."""
        if number not in self._scores:
            self._scores[number] = PARAGRAPH if is_prose(self._lines[number]) else self._score(self.folded(number))
        return self._scores[number]

    def is_below(self, number: int) -> bool:
        """Whether no text follows a line."""
        return number > self._last >= 0

    def shared(self, number: int) -> float:
        """The share of a line's pairs of letters that stand in the text below it, but for a line that stands below again."""
        if number > self._first or self._last_places[self._lines[number].strip()] > number:
            return 0.0
        pairs = {one + other for one, other in pairwise(self.folded(number)) if one >= "\u4e00" and other >= "\u4e00"}
        found = len(pairs & self._pairs)
        return found / len(pairs) if found >= SEVERAL else 0.0

    @cached_property
    def _last_places(self) -> dict[str, int]:
        """Where each line stands last."""
        return {line.strip(): number for number, line in enumerate(self._lines)}

    @cached_property
    def _pairs(self) -> set[str]:
        """All pairs of letters of the paragraphs."""
        text = fold("\n".join(line for line in self._lines if is_prose(line)))
        return set(map(add, text, text[1:]))

    def heads_text(self, number: int) -> bool:
        """Whether a line stands right above the first paragraph, where a title does."""
        return number + 1 == self._first

    def among(self, number: int) -> float:
        """How much a line reads like a site's, by itself and among the lines around it."""
        around, signs, table = self._around(number), shape(self.folded(number)), weights().of_place
        total = sum(table.get(sign, 0) + table.get(sign + around.place, 0) for sign in signs)
        return spread(total + _weight(around), NAMES + 2 * len(signs), table)

    def features(self, number: int) -> Iterator[str]:
        """What is known of a line and of those around it."""
        around = self._around(number)
        yield from _names(around)
        for sign in shape(self.folded(number)):
            yield sign
            yield sign + around.place

    def _around(self, number: int) -> Around:
        size = len(self._lines)
        own = self.score(number)
        before = [self.score(n) for n in range(max(0, number - NEAR), number)]
        after = [self.score(n) for n in range(number + 1, min(size, number + 1 + NEAR))]
        place = "head" if number <= self._first else "tail" if number >= self._last else "between"
        company = min(5, sum(score > STRONG for score in (*before, _step(own), *after)))
        above, below = (max(scores, default=PARAGRAPH) > STRONG for scores in (before, after))
        ends = min(number, MOST), min(size - 1 - number, MOST)
        steps = _step(own), _mean(before[-BESIDE:]), _mean(after[:BESIDE])
        return Around(*steps, place, company, min(6, len(self.folded(number)) // 8), f"{above:d}{below:d}", *ends)


NAMES = 18
"""So many names `_names` gives, all different."""


class Around(NamedTuple):
    """What is known of a line and of those around it, in steps."""

    own: int
    above: int
    below: int
    place: str
    company: int
    length: int
    enclosed: str
    first: int
    last: int


def _names(around: Around) -> tuple[str, ...]:
    own, above, below, place, company, length, enclosed, first, last = around
    return (
        *(f"own{own}", f"above{above}", f"below{below}", place, f"company{company}", f"length{length}"),
        *(f"own{own}{place}", f"own{own}company{company}", f"own{own}above{above}", f"own{own}below{below}"),
        *(f"above{above}below{below}", f"above{above}below{below}{place}", f"length{length}{place}"),
        *(f"enclosed{enclosed}{place}", f"company{company}{place}", f"own{own}{place}company{company}"),
        *(f"line{first}", f"line-{last}"),
    )


@lru_cache(maxsize=1 << 12)
def _weight(around: Around) -> int:
    table = weights().of_place
    return sum(table.get(name, 0) for name in _names(around))


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of text."""
    return len(line) >= PROSE and "。" in line


def _step(score: float) -> int:
    return max(-MOST, min(MOST, round(score)))


def _mean(scores: list[float]) -> int:
    return _step(sum(scores) / len(scores)) if scores else NOTHING
