"""Reads the lines of a page together: a line among a site's lines, above or below all text, is rather a site's, too."""

from __future__ import annotations

from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.around import MOST, NAMES_OF_AROUND, Around, mean, names_of, step, weight_of
from speechclean.judgement.company import (
    STRONG,
    TAKEN,
    Company,
    names_of_items,
    names_of_standing,
    weight_of_standing,
)
from speechclean.judgement.likeness import of_place, signs, spread
from speechclean.judgement.rows import NEAR, PARAGRAPH, is_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.judgement.rows import Rows

BESIDE = 2
"""So many lines on both sides tell most of a line."""
NAMES_OF_STANDING = 19
FEWEST_OF_TITLE, LONGEST_TITLE, MOST_OF_TITLE = 4, 60, 4.5
PARTS_OF_HEAD = Pattern(r"[_|>»›→:／]| {2}|\u3000|(?<!\d)/|/(?!\d)")
"""What a title does not hold: the signs between parts, a label's colon."""
LONG = 8
HEAD = 60
"""So many lines at most are a page's head, in which its title and its path stand."""
OF_AUTHOR = -1.5
"""A line that reads no better like a site's is an author's."""
MOST_SEARCHES = 100
"""What is looked for more often than this stands again: a page has one path and few contents."""
SEVERAL = 3
"""Fewer pairs than this in common are chance."""


class Lines:
    """How each line of a text reads among the others; those that do not stand `here` any more were taken by other rules.

    `score` may score a folded line in another way than by itself.
    """

    def __init__(self, rows: Rows, here: Rows, score: Callable[[str], float] | None = None) -> None:
        self._rows, self.size = rows, rows.size
        self._here = here
        self._score = score
        self._of_text: set[str] | None = None
        self._page: str | None = None
        self._searches = 0
        self._title: int | None = None
        self._all: list[float] | None = None
        self._gone: frozenset[int] | None = None
        self._strong: int | None = None
        self._company: Company | None = None

    def taken(self) -> frozenset[int]:
        """The numbers of the lines that other rules took."""
        if self._gone is None:
            self._gone = frozenset() if self._here is self._rows else frozenset(self._here.gone(self._rows))
        return self._gone

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
        """The share of a line's pairs of letters that stand in the page's paragraphs, where one follows."""
        pairs = self._pairs(number)
        found = len(pairs & self._pairs_of_text())
        return found / len(pairs) if found >= SEVERAL and number <= self._rows.last else 0.0

    def title(self) -> int:
        """The number of the line above the first paragraph that is the text's title if one is, or -1."""
        if self._title is None:
            head = range(min(self._rows.first + 1, self._rows.size, HEAD))
            common = {number: self._in_common(number, head) for number in head if self._may_be_title(number)}
            if self._rows.last < 0:
                self._title = min(common, default=-1)
            else:
                best = max(common, key=lambda number: (common[number], -self.score(number)), default=-1)
                self._title = best if best >= 0 and common[best] >= SEVERAL else -1
        return self._title

    def _in_common(self, number: int, head: Iterable[int]) -> int:
        """How many pairs of letters a line shares with the text; all and more where a path in the head ends in it."""
        line = self.folded(number)
        paths = (path for other in head if len(path := self.folded(other)) > len(line) and path.endswith(line))
        if len(line) >= LONG and any(PARTS_OF_HEAD.search(path, 0, len(path) - len(line)) for path in paths):
            return LONGEST_TITLE
        return len(self._pairs(number) & self._pairs_of_text())

    def holds_again(self, folded: str) -> bool:
        """Whether a part of a line stands somewhere else on the page, too."""
        self._searches += 1
        if self._searches > MOST_SEARCHES:
            return True
        if self._page is None:
            self._page = "\n".join(map(self.folded, range(self._rows.size)))
        first = self._page.find(folded)
        line_end = self._page.find("\n", first)
        return 0 <= first < line_end and self._page.find(folded, line_end) >= 0

    def _may_be_title(self, number: int) -> bool:
        if number in self.taken() or not PARAGRAPH < self.score(number) < MOST_OF_TITLE:
            return False
        return _is_like_title(self.folded(number))

    def _pairs(self, number: int) -> set[str]:
        letters = pairwise(self.folded(number))
        return {one + other for one, other in letters if _is_letter(one) and _is_letter(other)}

    def _line(self, number: int) -> str:
        start, end = self._rows.span(number)
        return self._rows.text[start:end]

    def _pairs_of_text(self) -> set[str]:
        """All pairs of letters of the paragraphs."""
        if self._of_text is None:
            text = fold("\n".join(filter(is_prose, map(self._line, range(self._rows.size)))))
            self._of_text = set(map(add, text, text[1:]))
        return self._of_text

    def heads_text(self, number: int) -> bool:
        """Whether a line stands right above the first paragraph, where a title does."""
        return number + 1 == self._rows.first

    def is_between(self, number: int) -> bool:
        """Whether the lines right above and right below a line are an author's, and stand."""
        beside = number - 1, number + 1
        return 0 < number < self.size - 1 and all(self._scores()[other] <= OF_AUTHOR for other in beside)

    def is_left_alone(self, number: int) -> bool:
        """Whether a line is all that is left above the first paragraph, and has the shape of a title."""
        alone = 0 < number < HEAD and self.heads_text(number) and self.taken().issuperset(range(number))
        return alone and _is_like_title(self.folded(number))

    def company(self, number: int) -> int:
        """How many lines near a line are a site's, up to five, with itself; 0 between paragraphs."""
        around = self._around(number)
        return 0 if around.place == "between" else around.company

    def is_all(self) -> bool:
        """Whether the page has but one line."""
        return self._rows.size == 1

    def sites(self, number: int) -> int:
        """How many other lines of the page are a site's: they read so, or were taken."""
        scores = self._scores()
        if self._strong is None:
            self._strong = sum(score > STRONG for score in scores)
        return self._strong - (scores[number] > STRONG)

    def among(self, number: int) -> float:
        """How much a line reads like a site's, by itself and among the lines around it."""
        around, line, table = self._around(number), self.folded(number), of_place()
        own, place = around.own, around.place
        looks = signs(line)
        made = list(names_of_items(line, own, place))
        total = sum(table.get(sign, 0) + table.get(sign + place, 0) for sign in looks)
        total += sum(table.get(name, 0) for name in made)
        total += weight_of(around) + weight_of_standing(self._known().standing(number), own, place)
        return spread(total, NAMES_OF_AROUND + NAMES_OF_STANDING + len(made) + 2 * len(looks), table)

    def features(self, number: int) -> Iterator[str]:
        """What is known of a line, of those around it, and of its page."""
        around = self._around(number)
        yield from names_of(around)
        yield from names_of_standing(self._known().standing(number), around.own, around.place)
        yield from names_of_items(self.folded(number), around.own, around.place)
        for sign in signs(self.folded(number)):
            yield sign
            yield sign + around.place

    def _known(self) -> Company:
        if self._company is None:
            self._company = Company(self._rows, self._scores(), self.taken())
        return self._company

    def _scores(self) -> list[float]:
        """How the lines read, those that were taken as a site's."""
        if self._all is None:
            scores = map(self.score, range(self._rows.size))
            taken = self.taken()
            self._all = [TAKEN if number in taken else score for number, score in enumerate(scores)]
        return self._all

    def _around(self, number: int) -> Around:
        size, scores = self._rows.size, self._scores()
        own = scores[number]
        before = scores[max(0, number - NEAR) : number]
        after = scores[number + 1 : number + 1 + NEAR]
        place = "head" if number <= self._rows.first else "tail" if number >= self._rows.last else "between"
        company = min(5, sum(score > STRONG for score in (*before, step(own), *after)))
        above, below = (max(scores, default=PARAGRAPH) > STRONG for scores in (before, after))
        ends = min(number, MOST), min(size - 1 - number, MOST)
        steps = step(own), mean(before[-BESIDE:]), mean(after[:BESIDE])
        return Around(*steps, place, company, min(6, len(self.folded(number)) // 8), f"{above:d}{below:d}", *ends)


def _is_like_title(line: str) -> bool:
    return FEWEST_OF_TITLE <= len(line) <= LONGEST_TITLE and line[-1] not in "。:" and not PARTS_OF_HEAD.search(line)


def _is_letter(letter: str) -> bool:
    return letter >= "\u4e00" or "a" <= letter <= "z"
