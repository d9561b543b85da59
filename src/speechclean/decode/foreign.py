"""Text that is not Chinese, in an encoding of its own language: named, not misread as Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.decode.likeness import mean
from speechclean.decode.named import generic
from speechclean.decode.spans import Reading

if TYPE_CHECKING:
    from speechclean.decode.chinese import Candidate

_CHINESE = -4.2
"""Above this mean the best Chinese reading stands."""


def foreign_reading(data: bytes, best: Candidate) -> Reading | None:
    """The reading in an encoding of another language, None where the best Chinese reading is good enough."""
    return None
