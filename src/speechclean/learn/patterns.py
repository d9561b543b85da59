"""Patterns that take a string wherever it stands, with the numbers, accounts and names that change in it or behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.features import CHANGING
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Sample

BEHIND = re.compile(r"[:： ]{0,2}([0-9A-Za-z_-]{4,20})(?![0-9A-Za-z_-])")
LONGEST_NAME = 16
CLOSING = {"(": ")）", "[": "]］", "【": "】", "「": "」", "〖": "〗", "<": ">＞"}
"""What closes a bracket of a folded text."""


def span_pattern(samples: Sequence[Sample]) -> str:
    """What finds a span with all that changes in it; an empty string when it is the same everywhere."""
    inside = _inside([sample.text for sample in samples])
    plain = pattern(samples[0].text)
    behind = _behind(samples)
    return (inside or plain) + behind if inside or behind else ""


def pattern(text: str) -> str:
    """A pattern for a text after conversion: its Han characters in Simplified."""
    plain = "".join(fold(character) if is_han(character) else character for character in text)
    return re.sub(r"([][\\.^$*+?{}|()])", r"\\\1", plain)


def _inside(texts: Sequence[str]) -> str:
    """The first text with a class of characters for each number or account that is another one elsewhere."""
    found = [list(CHANGING.finditer(fold(text))) for text in texts]
    if len({len(matches) for matches in found}) > 1 or len(set(map(fold, texts))) == 1:
        return ""
    parts, at = [], 0
    for matches in zip(*found, strict=True):
        said = {match[0] for match in matches}
        if len(said) > 1:
            parts.append(pattern(texts[0][at : matches[0].start()]))
            parts.append("[0-9]+" if all(word.isdigit() for word in said) else "[0-9A-Za-z_-]+")
            at = matches[0].end()
    return "".join(parts) + pattern(texts[0][at:])


def _behind(samples: Sequence[Sample]) -> str:
    """What comes behind a span and is always another: an account, or what its bracket holds besides."""
    accounts = [BEHIND.match(sample.after) for sample in samples]
    if all(accounts) and len({match[1] for match in accounts if match}) > 1:
        return "[:： ]{0,2}[0-9A-Za-z_-]{4,20}"
    closing = _open(fold(samples[0].text))
    if not closing:
        return ""
    rest = f"[^\\n{re.escape(closing)}]{{1,{LONGEST_NAME}}}[{re.escape(closing)}]"
    return rest if all(re.match(rest, sample.after) for sample in samples) else ""


def _open(folded: str) -> str:
    """What closes the last bracket that a folded text leaves open."""
    waiting: list[str] = []
    for character in folded:
        if character in CLOSING:
            waiting.append(CLOSING[character])
        elif waiting and character in waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""
