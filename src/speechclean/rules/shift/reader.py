"""The compiled way to read a shifted run, which gives what analysis.py and search.py give."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native, plausibility
from speechclean.rules.shift.bytes_apart import bytes_of, character_of
from speechclean.rules.shift.options import ending_in_zone, starting_in_zone

if TYPE_CHECKING:
    from speechclean.native.shift import Shift


@cache
def reader() -> Shift | None:
    """It, or None where it is not built."""
    shift, chances = native.shift_reader(), plausibility.compiled()
    return shift(chances, bytes_of, character_of, ending_in_zone, starting_in_zone) if shift and chances else None
