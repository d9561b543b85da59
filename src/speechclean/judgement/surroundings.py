"""Reads the lines of a page together: a line among a site's lines, above or below all text, is rather a site's, too."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement.likeness import signs, spread, weights
from speechclean.judgement.rows import NEAR, PARAGRAPH, is_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.judgement.rows import Rows

BESIDE = 2
"""So many lines on both sides tell most of a line."""
STRONG = 1.5
MOST, NOTHING = 4, 9
SEVERAL = 3
"""Fewer pairs than this in common are chance."""


class Lines:
    """How each line of a text reads among the others; `score` may score a folded line in another way than by itself."""

    def __init__(self, rows: Rows, score: Callable[[str], float] | None = None) -> None:
        self._rows = rows
        self._score = score
        self._pairs: set[str] | None = None
        self._lowest: dict[str, int] | None = None

    def folded(self, number: int) -> str:
        """A line without the blanks around it, folded."""
        return self._rows.folded(number)

    def score(self, number: int) -> float:
        """How much a line by itself reads like a site's."""
        score = self._rows.score(number)
        return self._score(self.folded(number)) if self._score and score > PARAGRAPH else score

    def is_below(self, number: int) -> bool:
        """Whether no text follows a line."""
        return number > self._rows.last >= 0

    def shared(self, number: int) -> float:
        """The share of a line's pairs of letters that stand in the text below it, but for a line that stands below again."""
        if number > self._rows.first or self._stands_below(number):
            return 0.0
        pairs = {one + other for one, other in pairwise(self.folded(number)) if one >= "\u4e00" and other >= "\u4e00"}
        found = len(pairs & self._pairs_of_text())
        return found / len(pairs) if found >= SEVERAL else 0.0

    def _stands_below(self, number: int) -> bool:
        if self._lowest is None:
            self._lowest = {self._line(other).strip(): other for other in range(self._rows.size)}
        return self._lowest[self._line(number).strip()] > number

    def _line(self, number: int) -> str:
        start, end = self._rows.span(number)
        return self._rows.text[start:end]

    def _pairs_of_text(self) -> set[str]:
        """All pairs of letters of the paragraphs."""
        if self._pairs is None:
            text = fold("\n".join(filter(is_prose, map(self._line, range(self._rows.size)))))
            self._pairs = set(map(add, text, text[1:]))
        return self._pairs

    def heads_text(self, number: int) -> bool:
        """Whether a line stands right above the first paragraph, where a title does."""
        return number + 1 == self._rows.first

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
        size = self._rows.size
        own = self.score(number)
        before = [self.score(n) for n in range(max(0, number - NEAR), number)]
        after = [self.score(n) for n in range(number + 1, min(size, number + 1 + NEAR))]
        place = "head" if number <= self._rows.first else "tail" if number >= self._rows.last else "between"
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
