"""Words and labels right before an account that lead to it, if only in one place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Sample

LONGEST = 12
"""Characters of such words."""
MIXED = re.compile("(?:^|[。！？!?;；…”\n])([^。！？!?;；…”\n:：]{2,4})[:：] ?$")
AHEAD = 2
"""Characters at the beginning of a line, ahead of the words that lead to an account."""


def labels(samples: Sequence[Sample]) -> set[str]:
    """The labels before it that hold other signs than Chinese ones."""
    return {label for sample in samples if (label := _mixed_label(sample.before))}


def _mixed_label(before: str) -> str:
    """The few characters before a colon that begin a line or a sentence and are not all Chinese: `V信：`, `加vx：`."""
    found = MIXED.search(before)
    return found[1] if found and not all(map(is_han, found[1])) and any(map(is_han, found[1])) else ""


def lead(sample: Sample) -> str:
    """The words right before an account that name a channel or call for something, if only in one place.

    Before a line's account, two characters ahead of them lead to it, too, and so does a label with other signs in it.
    """
    line = sample.before.rpartition("\n")[2][-LONGEST:]
    plain = fold(line)
    at = len(plain.rstrip(": "))
    begins = sample.before[: -len(line)].endswith("\n") or len(sample.before) <= len(line)
    if _mixed_label(line) and begins and sample.after[:1] in {"", "\n"}:
        return line
    words: list[int] = []
    while size := next((n for n in range(min(5, at), bool(words), -1) if plain[at - n : at] in _leading()), 0):
        at -= size
        words.append(size)
    if not words or len(plain) != len(line) or (max(words) == 1 and is_han(line[at])):
        return ""
    return line if begins and at <= AHEAD else line[at:]


@cache
def _leading() -> frozenset[str]:
    return frozenset(word for name in ("ad_channel", "ad_call") for word in lexicon.load(name))
