"""How much a line or a sentence reads like what sites print around a text: a sum of learned weights.

The weights belong to runs of one to three characters and to the shape of the whole. They are learned from the marked
cases by scripts/train_likeness.py; a piece that sums to more than 0 is a site's more often than not.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat
from math import fsum, sqrt
from operator import add
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.tables import rows

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    Table = dict[str, float]

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


class Weights(NamedTuple):
    """What was learned: of the piece itself, of the lines around a line, and the words worth a look."""

    of_text: Table
    of_place: Table
    triggers: tuple[str, ...]


@cache
def weights() -> Weights:
    """All weights, from likeness.txt."""
    sections: dict[str, Table] = {}
    for line in rows(__file__, "likeness.txt"):
        if line.startswith("# "):
            continue
        head, *names = line.split("\t")
        if not names:
            table = sections.setdefault(head, {})
        else:
            table.update(dict.fromkeys(names, float(head)))
    return Weights(sections["[text]"], sections["[place]"], tuple(sections["[triggers]"]))


def likeness(folded: str) -> float:
    """How much a folded line or sentence reads like a site's: above 0 it rather is one."""
    found = features(folded)
    return summed(weights().of_text, found)


class Likenesses(dict[str, float]):
    """How the pieces of one document read, each asked once: a stage reads what is left again after every cut."""

    @classmethod
    def of(cls, _: str) -> Likenesses:
        """An empty one, to be kept with the facts of a document."""
        return cls()

    def __missing__(self, folded: str) -> float:
        self[folded] = likeness(folded)
        return self[folded]


def summed(table: Table, names: set[str]) -> float:
    """The sum of the weights of these features, spread over as many as there are; the same in whatever order they come."""
    return fsum(map(table.get, names, repeat(0.0))) / sqrt(len(names)) + table.get("", 0.0)


def told(folded: str) -> str:
    """What spoke loudest for a site, in words."""
    table = weights().of_text
    loudest = sorted(
        (name for name in features(folded) if is_words(name)), key=lambda name: (-table.get(name, 0.0), name)
    )
    return "、".join(loudest[:TOLD])


def is_words(name: str) -> bool:
    """Whether a feature is a run of two or three characters that a person would call words."""
    return 2 <= len(name) <= 3 and name.isalnum()


def features(folded: str) -> set[str]:
    """The runs of one to three characters of a piece, numbers and long Latin words made alike, and its shape."""
    piece = folded.strip()
    if len(piece) > LONGEST:
        piece = piece[: LONGEST // 2] + piece[-LONGEST // 2 :]
    text = BEGINS + alike(piece) + ENDS
    pairs = list(map(add, text, text[1:]))
    return {*text, *pairs, *map(add, pairs, text[2:]), *shape(piece)}


def alike(piece: str) -> str:
    """The text with every number as 0 or 00, long Latin words as w, and single blanks."""
    text = BLANKS.compiled.sub(" ", piece)
    text = DIGITS.compiled.sub(_number, text)
    return LETTERS.compiled.sub("w", text)


def _number(match: re.Match[str]) -> str:
    return "0" if match.end() - match.start() < MANY_DIGITS else "00"


def shape(piece: str) -> Iterable[str]:
    """What a piece looks like from afar: its length, signs, parts, digits and letters, each in steps."""
    size = max(1, len(piece))
    yield f"<len{min(11, int(size.bit_length() * 1.5))}>"
    yield f"<stops{min(3, piece.count('。') + piece.count('!') + piece.count('?'))}>"
    yield f"<commas{min(3, piece.count(',') + piece.count(';'))}>"
    yield f"<parts{min(4, len(PARTS.findall(piece)))}>"
    yield f"<digits{min(4, 5 * sum(map(str.isdigit, piece)) // size)}>"
    yield f"<latin{min(4, 5 * sum('a' <= letter <= 'z' for letter in piece) // size)}>"
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
