"""How much two characters belong together, in hundredths: sums of whole numbers are the same in any order."""

from __future__ import annotations

from functools import lru_cache

from speechclean.plausibility import bond


@lru_cache(maxsize=1 << 15)
def tied(left: str, right: str) -> int:
    """`plausibility.bond` in hundredths: above 100 inside a word, below 0 across a bad join."""
    return round(100 * bond(left, right))
