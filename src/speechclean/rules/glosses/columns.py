"""Whether characters that stand one a line beside their readings are a text that a page broke, or a list that teaches them.

A lesson says what it is. A list names each character once, or one with all its readings; a text has marks, or uses a
character again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.plausibility import score
from speechclean.rules.glosses.primer import ABOUT_READINGS, calls_itself_one

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS = frozenset("，。；：！？、,.;:!?…")
PROSE = -3.2
"""The least score of running text; characters in an order that says nothing have less."""
CONTRASTED = 1 / 3
"""From this share of characters with several readings on, these are what a list is about."""


def teaches(text: str) -> bool:
    """Whether a text says that its readings are for its readers."""
    return calls_itself_one(text) or ABOUT_READINGS.search(text) is not None


def is_broken_text(plain: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether characters make sense together, which stand in such `pairs` behind their readings."""
    return score(plain) > PROSE and _is_running(plain) and not _contrasts(pairs)


def _is_running(plain: str) -> bool:
    """Whether something holds characters together: marks, or one that comes back, not only doubled as in 爸爸."""
    if not MARKS.isdisjoint(plain):
        return True
    last = {one: place for place, one in enumerate(plain)}
    return any(last[one] > place + 1 for place, one in enumerate(plain))


def _contrasts(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether many of the characters have more than one reading here."""
    read: dict[str, set[str]] = {}
    for reading, character in pairs:
        read.setdefault(character[0], set()).add(reading)
    return sum(len(read[character[0]]) > 1 for _, character in pairs) >= CONTRASTED * len(pairs)
