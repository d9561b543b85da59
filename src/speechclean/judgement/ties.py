"""How much two characters belong together, in hundredths: sums of whole numbers are the same in any order."""

from __future__ import annotations

from functools import lru_cache

from speechclean.plausibility import bond, char, is_han, listed, own, plain, unlisted


@lru_cache(maxsize=1 << 15)
def tied(left: str, right: str) -> int:
    """`plausibility.bond` in hundredths: above 100 inside a word, below 0 across a bad join."""
    return round(100 * bond(left, right))


def made_of(character: str) -> tuple[str, int, str, int, int, int]:
    """What the ties of a character are made of, which `plausibility.pair` tells of two.

    The row of what is listed after it, how much less weighs what is not; its own plain form, what it weighs where it is
    not listed, how much less than its plain form, and what it weighs by chance.
    """
    to = plain(character)
    faded = min(0.0, own(character) - char(to)) if to != character and is_han(character) else 0.0
    weights = unlisted(character), own(character), faded, char(character)
    unlisted_, own_, faded_, chance = (round(100 * weight) for weight in weights)
    return listed(character), unlisted_, to, own_, faded_, chance
