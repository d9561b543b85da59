"""The lines of a text that are not blank: which are paragraphs, how each reads, and which stand in another text, too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.fold import fold
from speechclean.judgement.likeness import reading
from speechclean.judgement.parting import holds_one

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from speechclean.core.document import Hit
    from speechclean.judgement.likeness import Reading
    from speechclean.native.runs import Grams

PROSE = 45
"""A line of so many characters with a full stop in it is text."""
PARAGRAPH = -4.0
"""How all text reads."""
NEAR = 8
"""So many lines on both sides of a site's are looked at."""
FEW = 8
"""A line of fewer characters may be a heading; alone on its page it stays."""


def rows_of(text: str) -> Rows:
    """The lines of a text; where that is built, in `native.rows.Rows`, which has the same methods."""
    found: Rows = _kind()(text, reading())
    return found


@cache
def _kind() -> type[Any]:
    return native.lines() or Rows


class Rows:
    """The lines of `text` that are not blank, by their numbers; `reader` tells how one reads.

    `size` tells how many there are; `first` and `last` are the numbers of the first paragraph and of the last, `size`
    and -1 where there is none.
    """

    def __init__(self, text: str, reader: Reading | Grams) -> None:
        self.text = text
        self._reader = reader
        self._spans: list[tuple[int, int]] = []
        self._short: list[int] = []
        self._folded: dict[int, str] = {}
        paragraphs: list[int] = []
        start = 0
        for row in text.split("\n"):
            if row and not row.isspace():
                (paragraphs if is_prose(row) else self._short).append(len(self._spans))
                self._spans.append((start, start + len(row)))
            start += len(row) + 1
        self.size = len(self._spans)
        self.first, self.last = (paragraphs[0], paragraphs[-1]) if paragraphs else (self.size, -1)
        self._paragraphs = frozenset(paragraphs)

    def span(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends."""
        return self._spans[number]

    def folded(self, number: int) -> str:
        """A line without the blanks around it, folded."""
        if number not in self._folded:
            self._folded[number] = fold(self._line(number)).strip()
        return self._folded[number]

    def _line(self, number: int) -> str:
        start, end = self._spans[number]
        return self.text[start:end]

    def short(self) -> list[int]:
        """The numbers of the lines that are no paragraphs."""
        return self._short

    def score(self, number: int) -> float:
        """How much a line by itself reads like a site's; a paragraph does not."""
        return PARAGRAPH if number in self._paragraphs else self._reader.of(self.folded(number))

    def strong(self, hits: Sequence[Hit], least: float) -> list[int]:
        """The numbers of the lines, no paragraphs, in which a hit begins, or right behind them, and that read so well."""
        places = [hit[0] for hit in hits]
        spans = [(n, *self._spans[n]) for n in self._short]
        return [n for n, start, end in spans if holds_one(places, start, end + 1) and self.score(n) > least]

    def alike(self, other: Rows) -> bool:
        """Whether the lines that are no paragraphs are the same as in the other text."""
        return list(map(self._line, self._short)) == list(map(other._line, other._short))

    def gone(self, page: Rows) -> list[int]:
        """The numbers of the lines of a page, no paragraphs, that do not stand here: other rules took them."""
        standing = set(self._left(page).values())
        return [number for number in page.short() if number not in standing]

    def near(self, page: Rows, strong: list[int], least: float) -> list[tuple[int, int]]:
        """The lines near those that a site put there, which are the strong ones, and those of the page that are gone.

        Those that read so well by themselves, each with the number that it has on the page.
        """
        left = self._left(page)
        sites = self.gone(page)
        sites += [left[number] for number in strong if number in left]
        close = {number for site in sites for number in range(site - NEAR, site + NEAR + 1)}
        return [
            (number, there)
            for number, there in left.items()
            if there in close and (sites != [there] or len(self._line(number)) >= FEW) and page.score(there) >= least
        ]

    def _left(self, page: Rows) -> dict[int, int]:
        """The lines, no paragraphs, that stand on a page, each with its number there; equal ones one after the other."""
        places: dict[str, list[int]] = {}
        for number in reversed(page.short()):
            places.setdefault(page.folded(number), []).append(number)
        left: dict[int, int] = {}
        for number in self._short:
            if numbers := places.get(self.folded(number)):
                left[number] = numbers.pop() if len(numbers) > 1 else numbers[0]
        return left


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph of text."""
    return len(line) >= PROSE and "。" in line
