"""How likely a character is in Traditional text behind another one, as log10."""

from __future__ import annotations

from functools import lru_cache

from speechclean import plausibility

LONE_LETTER = -3.0
"""What a full-width letter or digit between Chinese characters costs beside its own weight."""
PAUSES, TWO_PAUSES = "，。、：；！？", -4.0
"""What a pause directly after another one costs."""


def own(character: str) -> float:
    """The weight of a character by itself in Traditional text, which alone takes this damage."""
    return plausibility.own(character) + _strange(character)


def _strange(character: str) -> float:
    """How much rarer a character is in Traditional text, or as a full-width letter or digit between others: 0 or less."""
    if plausibility.is_han(character):
        return plausibility.char(character, "hant") - plausibility.char(character)
    return LONE_LETTER if "\uff10" <= character <= "\uff5d" else 0.0


def paused(last: str, character: str) -> float:
    """What one pause directly after another costs."""
    return TWO_PAUSES if last in PAUSES and character in PAUSES else 0.0


@lru_cache(maxsize=1 << 14)
def step(last: str, character: str) -> float:
    """The weight of a character after the one before it; full-width letters and one pause after another are rare."""
    return plausibility.pair(last, character) + _strange(character) + paused(last, character)
