"""Users' strings: found in every width, case and script unless they ask for the exact string."""

from __future__ import annotations

import math
import re

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.spelling import MOST_MIXED, MOST_SPELLINGS, spellings

PIECE = 4
"""Code points of a string that the shared scan looks for; it then takes a search to find the whole string."""


HEAD = 40
"""Code points at the head of a string among which the piece is chosen."""


def expression(string: str, *, exact: bool) -> str:
    """A regular expression for one string."""
    if exact:
        return re.escape(string)
    return "".join(_letter(letter) for letter in string)


def any_of(strings: tuple[str, ...], *, exact: bool) -> Pattern:
    """A pattern for any of the strings; where several begin at one place the longest wins."""
    longest_first = sorted(strings, key=len, reverse=True)
    return Pattern("|".join(expression(string, exact=exact) for string in longest_first))


def trigger(string: str) -> str:
    """A piece of the string that occurs wherever the string does, in a spelling that the shared scan knows."""
    head = string[:HEAD]
    windows = [head[start : start + size] for size in range(1, PIECE + 1) for start in range(len(head) - size + 1)]
    known = [window for window in windows if _all_spelled(window)]
    return max(known, key=lambda window: (sum(not letter.isascii() for letter in window), len(window)))


def _letter(letter: str) -> str:
    forms = sorted({letter, *spellings(letter)})
    return re.escape(letter) if len(forms) == 1 else f"[{''.join(map(re.escape, forms))}]"


def _all_spelled(window: str) -> bool:
    """Whether the scan looks for every spelling of a piece, as it does for every single character."""
    if len(window) == 1:
        return True
    plain = fold(window)
    if any(letter not in spellings(form) for letter, form in zip(window, plain, strict=True)):
        return False  # a framed or styled letter: the scan knows it alone, not beside others
    latin = sum(letter.isascii() for letter in plain)
    return latin <= MOST_MIXED and math.prod(len(spellings(letter)) for letter in plain) <= MOST_SPELLINGS
