"""Reads the lines of a page together: a line among a site's lines, above or below all text, is rather a site's, too."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement.likeness import likeness_within, signs, spread, weights
from speechclean.judgement.parting import PROSE, is_prose, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEAR, BESIDE = 8, 2
"""How many lines on both sides are looked at: for a site's lines at all, and for how they read."""
STRONG = 1.5
PARAGRAPH = -4.0
FEW = 8
"""A line of so few characters may be a heading; alone on its page it stays."""
MOST, NOTHING = 4, 9
SEVERAL = 3
"""Fewer pairs than this in common are chance."""


class Lines:
    """The lines of a text that are not blank, and how each reads; a line is folded and scored when it is asked for.

    `spans` tells where they stand, `short` the numbers of those that are no paragraphs. `score` may score a folded line
    in another way.
    """

    __slots__ = ("_first", "_folded", "_last", "_numbers", "_pairs", "_score", "_scores", "short", "spans", "text")

    def __init__(self, text: str, score: Callable[[str], float] | None = None) -> None:
        self.text = text
        self._score = score
        self.spans, self.short, kinds = rows(text)
        size = len(kinds)
        self._folded: list[str | None] = [None] * size
        self._scores: list[float | None] = [None] * size
        first = kinds.find(PROSE)
        self._first = size if first < 0 else first
        self._last = kinds.rfind(PROSE)
        self._numbers: dict[str, list[int]] | None = None
        self._pairs: set[str] | None = None

    def line(self, number: int) -> str:
        """A line as it is."""
        span = self.spans[number]
        return self.text[span[0] : span[1]]

    def folded(self, number: int) -> str:
        """A line without the blanks around it, folded."""
        folded = self._folded[number]
        if folded is None:
            folded = self._folded[number] = fold(self.line(number)).strip()
        return folded

    def score(self, number: int) -> float:
        """How much a line by itself reads like a site's."""
        score = self._scores[number]
        if score is None:
            score = self._scores[number] = self._scored(number)
        return score

    def _scored(self, number: int) -> float:
        start, end = self.spans[number]
        if is_prose(self.text[start:end]):
            return PARAGRAPH
        return self._score(self.folded(number)) if self._score else likeness_within(self.text, start, end)

    def is_below(self, number: int) -> bool:
        """Whether no text follows a line."""
        return number > self._last >= 0

    def numbers(self) -> dict[str, list[int]]:
        """The numbers of the short lines with each folded text, in order."""
        if self._numbers is None:
            self._numbers = {}
            for number in self.short:
                self._numbers.setdefault(self.folded(number), []).append(number)
        return self._numbers

    def shared(self, number: int) -> float:
        """The share of a line's pairs of letters that stand in the text below it, but for a line that stands below again."""
        if number > self._first or self._stands_below(number):
            return 0.0
        pairs = {one + other for one, other in pairwise(self.folded(number)) if one >= "\u4e00" and other >= "\u4e00"}
        found = len(pairs & self._pairs_of_text())
        return found / len(pairs) if found >= SEVERAL else 0.0

    def _stands_below(self, number: int) -> bool:
        line = self.line(number).strip()
        return any(self.line(other).strip() == line for other in range(number + 1, len(self.spans)))

    def _pairs_of_text(self) -> set[str]:
        """All pairs of letters of the paragraphs."""
        if self._pairs is None:
            text = fold("\n".join(filter(is_prose, map(self.line, range(len(self.spans))))))
            self._pairs = set(map(add, text, text[1:]))
        return self._pairs

    def heads_text(self, number: int) -> bool:
        """Whether a line stands right above the first paragraph, where a title does."""
        return number + 1 == self._first

    def among(self, number: int) -> float:
        """How much a line reads like a site's, by itself and among the lines around it."""
        around, looks, table = self._around(number), signs(self.folded(number)), weights().of_place
        total = sum(table.get(sign, 0) + table.get(sign + around.place, 0) for sign in looks)
        return spread(total + _weight(around), NAMES + 2 * len(looks), table)

    def features(self, number: int) -> Iterator[str]:
        """What is known of a line and of those around it."""
        around = self._around(number)
        yield from _names(around)
        for sign in signs(self.folded(number)):
            yield sign
            yield sign + around.place

    def _around(self, number: int) -> Around:
        size = len(self.spans)
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


def _step(score: float) -> int:
    return max(-MOST, min(MOST, round(score)))


def _mean(scores: list[float]) -> int:
    return _step(sum(scores) / len(scores)) if scores else NOTHING


def alike(one: Lines, other: Lines) -> bool:
    """Whether the same short lines stand in two texts."""
    if len(one.short) != len(other.short):
        return False
    return not [at for at, number in enumerate(one.short) if one.line(number) != other.line(other.short[at])]


def near(here: Lines, page: Lines, strong: set[int]) -> list[tuple[int, int]]:
    """The lines near those that a site put there: lines with a trigger that read so, and those that are gone already.

    Each has its number here, and the one that it has on the page.
    """
    left = _left(here, page)
    standing = {there for _, there in left}
    sites = [number for number in page.short if number not in standing]
    sites += [there for number, there in left if number in strong]
    close = {number for site in sites for number in range(site - NEAR, site + NEAR + 1)}
    alone = sites[0] if len(sites) == 1 else -1
    return [
        (number, there)
        for number, there in left
        if there in close and (there != alone or len(here.line(number)) >= FEW)
    ]


def _left(here: Lines, page: Lines) -> list[tuple[int, int]]:
    """The short lines that are left of a page, each with its number there."""
    if here is page:
        return [(number, number) for number in page.short]
    left = []
    met: dict[str, int] = {}
    known = page.numbers()
    for number in here.short:
        folded = here.folded(number)
        numbers = known.get(folded)
        if numbers:
            again = met[folded] = met.get(folded, -1) + 1
            left.append((number, numbers[min(again, len(numbers) - 1)]))
    return left
