"""What the encoders tell of a text in 1 to 4 ns a character, and without a pattern to compile.

A class that holds the Chinese characters, or the Korean ones, is compiled anew in every run, and takes 0.5 to 1 ms.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def outside(encoding: str, text: str, most: int) -> Iterator[int]:
    """Where characters stand that an encoding does not hold, up to `most` of them.

    Its encoder finds them at 4 ns a character, and without a pattern to compile.
    """
    start = 0
    for _ in range(most):
        try:
            text[start:].encode(encoding)
        except UnicodeEncodeError as error:
            start += error.start
            yield start
            start += 1
        else:
            return


outside_gb2312 = partial(outside, "gb2312")
"""No Simplified text's own, as a rule."""


def count_in_rows(text: str, first: int, last: int) -> int:
    """How many characters a text has in these rows of 256: in rows 0x34 to 0x9f those from U+3400 to U+9FFF."""
    rows = text.encode("utf-16-le", "surrogatepass")[1::2]
    return len(rows) - len(rows.translate(None, _between(first, last)))


@cache
def _between(first: int, last: int) -> bytes:
    """These numbers as bytes."""
    return bytes(range(first, last + 1))
