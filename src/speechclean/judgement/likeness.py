"""How much a line or a sentence reads like what sites print around a text: a sum of learned weights.

The weights belong to runs of one to three characters and to the shape of the whole. They are learned from the marked
cases by scripts/train_likeness.py; a piece that sums to more than 0 is a site's more often than not.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import repeat
from math import sqrt
from operator import add
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.fold import fold, folding
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.tables import rows

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from speechclean.native.runs import Grams

    Table = dict[str, int]

BLANKS, DIGITS, LETTERS = Pattern(r"\s+"), Pattern("[0-9]+"), Pattern("[a-z]{5,}")
MANY_DIGITS = 5
BEGINS, ENDS = "^", "$"
END = Pattern(r"[。！？!?…][\"”」』）)]*$")
NUMBERED = Pattern(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]")
OPENING = "[【（(<〈《「“"
ADDRESS = Pattern(r"https?:|www\.|\.com|\.cn")
DATED = Pattern(r"\d{4}[-年/.]")
PARTS = Pattern(r"[ \u3000|｜/·>»›→_-]+")
LONGEST = 120
"""A longer line is a paragraph: its beginning and its end are read."""
TOLD = 3
TENTHS = 10
"""Weights are whole numbers of tenths: their sum is the same in whatever order they come."""
ALWAYS = "<always>"
"""The name of what weighs in every piece."""
HEADS = frozenset(("[text]", "[place]", "[triggers]"))


class Weighed(NamedTuple):
    """What weighs the same, in tenths: the runs of one, of two and of three characters, each kind in one string, and names."""

    weight: int
    runs: tuple[str, str, str]
    names: tuple[str, ...]


@cache
def triggers() -> tuple[str, ...]:
    """The words worth a look."""
    return tuple(_sections()["[triggers]"][0].split("\t"))


@cache
def trigger_words() -> frozenset[str]:
    """The same as one set for all rules that ask: what is found of a set is known by it."""
    return frozenset(triggers())


@cache
def of_text() -> tuple[Weighed, ...]:
    """What was learned of a piece itself."""
    return tuple(map(_weighed, _sections()["[text]"]))


@cache
def of_place() -> Table:
    """What was learned of a line and of those around it."""
    return table_of(map(_weighed, _sections()["[place]"]))


def table_of(rows: Iterable[Weighed]) -> Table:
    """What each run and each name weighs."""
    table: Table = {}
    for weight, runs, names in rows:
        for size, letters in enumerate(runs, 1):
            table.update((letters[n : n + size], weight) for n in range(0, len(letters), size))
        table.update(dict.fromkeys(names, weight))
    return table


def _weighed(line: str) -> Weighed:
    weight, ones, pairs, triples, *names = line.split("\t")
    return Weighed(int(weight), (ones, pairs, triples), tuple(names))


@cache
def _sections() -> dict[str, list[str]]:
    """The lines of likeness.txt below each of its heads."""
    sections: dict[str, list[str]] = {}
    for line in rows(__file__, "likeness.txt"):
        if line in HEADS:
            own = sections.setdefault(line, [])
        elif not line.startswith("# "):
            own.append(line)
    return sections


def likeness(folded: str) -> float:
    """How much a folded line or sentence reads like a site's: above 0 it rather is one."""
    return reading().of(folded)


def likeness_within(text: str, start: int, end: int) -> float:
    """The same of `text[start:end]`, which is not folded."""
    return reading().within(text, start, end)


class Reading:
    """How pieces read; the compiled way is `native.runs.Grams`. It is asked for the same ones again after every cut."""

    @staticmethod
    @lru_cache(maxsize=1 << 10)
    def of(folded: str) -> float:
        """How a folded piece reads."""
        table, found = _table(), features(folded)
        return spread(sum(map(table.get, found, repeat(0))), len(found), table)

    def within(self, text: str, start: int, end: int) -> float:
        """How a part of a text reads."""
        return self.of(fold(text[start:end]))

    @staticmethod
    def weight_of(run: str) -> int:
        """What a run of characters weighs."""
        return _table().get(run, 0)


@cache
def _table() -> Table:
    return table_of(of_text())


def spread(total: int, size: int, table: Table) -> float:
    """A sum of so many weights, with what holds of every piece."""
    return total / TENTHS / sqrt(size) + table.get(ALWAYS, 0) / TENTHS


@cache
def reading() -> Reading | Grams:
    """What tells how a piece reads."""
    compiled = native.grams()
    return compiled(of_text(), folding()) if compiled else Reading()


def told(folded: str) -> str:
    """What spoke loudest for a site, in words."""
    weight_of, found = reading().weight_of, _runs(_shortened(folded))
    words = [name for name in filter(is_words, found) if weight_of(name) > 0]
    if len(words) < TOLD:
        words = list(filter(is_words, found))
    return "、".join(sorted(words, key=lambda name: (-weight_of(name), name))[:TOLD])


def is_words(name: str) -> bool:
    """Whether a feature is a run of two or three characters that a person would call words."""
    return 2 <= len(name) <= 3 and name.isalnum()


def features(folded: str) -> set[str]:
    """The runs of one to three characters of a piece, numbers and long Latin words made alike, and its shape."""
    piece = _shortened(folded)
    return {*_runs(piece), *shape(piece)}


def _shortened(folded: str) -> str:
    piece = folded.strip()
    return piece if len(piece) <= LONGEST else piece[: LONGEST // 2] + piece[-LONGEST // 2 :]


def _runs(piece: str) -> set[str]:
    text = BEGINS + alike(piece) + ENDS
    pairs = list(map(add, text, text[1:]))
    return {*text, *pairs, *map(add, pairs, text[2:])}


def alike(piece: str) -> str:
    """The text with every number as 0 or 00, long Latin words as w, and single blanks."""
    text = BLANKS.compiled.sub(" ", piece)
    text = DIGITS.compiled.sub(_number, text)
    return LETTERS.compiled.sub("w", text)


def _number(match: re.Match[str]) -> str:
    return "0" if match.end() - match.start() < MANY_DIGITS else "00"


def signs(line: str) -> list[str]:
    """What a line looks like from afar, in no order."""
    return _signs()(line)


@cache
def _signs() -> Callable[[str], list[str]]:
    return native.signs() or shape


def shape(piece: str) -> list[str]:
    """What a piece looks like from afar: its length, signs, parts, digits and letters in steps, its ends."""
    size = max(1, len(piece))
    digits = sum(map(str.isdigit, piece))
    latin = sum("a" <= letter <= "z" for letter in piece)
    return [
        f"<len{min(11, int(size.bit_length() * 1.5))}>",
        f"<stops{min(3, piece.count('。') + piece.count('!') + piece.count('?'))}>",
        f"<commas{min(3, piece.count(',') + piece.count(';'))}>",
        f"<parts{min(4, len(PARTS.findall(piece)))}>",
        f"<digits{min(4, 5 * digits // size)}>",
        f"<latin{min(4, 5 * latin // size)}>",
        *_ends(piece),
    ]


def _ends(piece: str) -> Iterator[str]:
    if END.search(piece):
        yield "<whole>"
    if NUMBERED.match(piece):
        yield "<numbered>"
    if piece[:1] in OPENING and piece:
        yield f"<opens{piece[0]}>"
    if piece.endswith((":", "：")):
        yield "<label>"
    if ADDRESS.search(piece):
        yield "<address>"
    if DATED.match(piece):
        yield "<dated>"
