"""How likely a run of characters is as Chinese, from counted tables that are read on first need.

All figures are log10 of a probability: -2 is one in a hundred. Ordinary prose scores -2 to -3 by `score`, names and rare
words -3 to -4, text that a wrong encoding made -5 and less. Both scripts share the tables: see scripts/make_plausibility.py for how
they were counted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from speechclean.core.fold import fold

CHARACTER_STEP = 0.1
PAIR_STEP = 0.25
UNSEEN = -8.0
"""A Han character that the counted text does not hold."""
START = "。"
"""What stands for a boundary in the table of pairs."""


@cache
def _characters() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _lines("characters"):
        number, _, members = line.partition("\t")
        table.update(dict.fromkeys(members, -CHARACTER_STEP * int(number)))
    return table


@cache
def _followers() -> dict[str, str]:
    return {line[0]: line for line in _lines("pairs")}


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()[2:]


def is_han(character: str) -> bool:
    """Whether this is a Han character, of any block."""
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "\U00020000"


def char(character: str) -> float:
    """log10 of how often a Han character occurs, in the script that uses it more; -8 where it was never seen."""
    return _characters().get(character, UNSEEN)


def pair(first: str, second: str) -> float:
    """log10 P(second | first) for two Han characters of either script; `first` may be 。 for the start of a clause."""
    return _pair(fold(first), fold(second), second)


def _pair(first: str, plain: str, second: str) -> float:
    known = _characters()
    own = known.get(second, UNSEEN)
    line = _followers().get(first)
    if line is None:
        return own
    place = line.find(plain, 2)
    if place < 0:
        return own - CHARACTER_STEP * (ord(line[1]) - 65)
    likely = -PAIR_STEP * line.count("|", 2, place)
    return likely if plain == second else likely + min(0.0, own - known.get(plain, UNSEEN))


def bond(first: str, second: str) -> float:
    """How much more likely `second` is after `first` than by chance: above 1 inside a word, below 0 across a bad join."""
    return pair(first, second) - char(second)


def score(text: str) -> float:
    """Mean log10 probability per Han character, each after the one before it; 0.0 where there is none.

    Characters that are not Han are boundaries and count for nothing.
    """
    total, count, before = 0.0, 0, START
    for character, plain in zip(text, fold(text), strict=True):
        if is_han(character):
            total += _pair(before, plain, character)
            count += 1
            before = plain
        else:
            before = START
    return total / count if count else 0.0
