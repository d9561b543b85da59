"""Patterns that take a string wherever it stands, with the dates, numbers and accounts that change in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.features import CHANGING, DATE, LONGEST_VALUE
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_NAME = 16
NUMBER, ACCOUNT = "[0-9０-９]+", "[0-9A-Za-z_-]+"
DAY = (
    r"[0-9]{4}(?:[-/.][0-9]{1,2}[-/.][0-9]{1,2}|年[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:[ T　]{0,2}[0-9]{1,2}[:：][0-9]{2}"
    r"(?:[:：][0-9]{2})?)?"
)
_DAY = re.compile(DATE)
CLOSING = {"(": ")）", "[": "]］", "【": "】", "「": "」", "〖": "〗", "<": ">＞"}
"""What closes a bracket of a folded text."""
OPENING = {"(": "（", "[": "［"}
"""How else it is opened."""


def line_pattern(text: str) -> str:
    """What finds a line whatever its dates and numbers are."""
    parts: list[str] = []
    at = 0
    for match in re.finditer(f"{DATE}|[0-9]+", fold(text)):
        parts += (pattern(text[at : match.start()]), _slot([match[0]]))
        at = match.end()
    return "".join(parts) + pattern(text[at:])


BEHIND_SENTENCE = r"(?<=[。！？!?…”」）)\]】])"


BEHIND_ANY = r"(?<=[。！？!?…”」）)\]】：:，,；;])"
"""A code that is another one each time stands behind what does not end a sentence, too."""


def ending_pattern(inner: str, before: str = BEHIND_SENTENCE) -> str:
    """What finds a few characters, by their pattern, behind the last sentence of a line."""
    return f"{before}[ \u3000]?{inner}(?m:$)"


def beginning_pattern(key: str) -> str:
    """What finds a few characters that a line begins with, and the blank behind them."""
    return f"(?m:^)[ \u3000]*{counted_pattern(key)}[ \u3000]?"


def labels_pattern(names: str) -> str:
    """What finds a line of labels with their values, from its labels: `作者:点击:`, or one with a blank."""
    value = f"[^。！？；]{{0,{LONGEST_VALUE}}}"
    if names[-1] == " ":
        return f"{pattern(names[:-1])}[ \u3000]+{value}"
    return "[ |\u3000]*".join(f"{pattern(name)}[:：]{value}" for name in names.rstrip(":").split(":"))


def framed_pattern(names: str) -> str:
    """What finds a frame of labels with their values, from its labels: `(编辑:审核:)`."""
    value = f"[^\\n\\[\\]()（）【】]{{1,{LONGEST_NAME + 8}}}"
    first = f"[{re.escape(names[0])}{OPENING.get(names[0], '')}]"
    inner = "".join(f"{pattern(name)} ?[:：]{value}" for name in names[1:-1].rstrip(":").split(":"))
    return f"{first}{inner}[{re.escape(CLOSING[names[0]])}]"


def counted_pattern(key: str) -> str:
    """What finds what a line is counted under, in which each 0 is a date or a number."""
    return f"(?:{DAY}|{NUMBER})".join(_wide(part) for part in key.split("0"))


def _wide(folded: str) -> str:
    """A pattern for a folded text in its usual widths."""
    return "".join(
        f"[{re.escape(c)}{chr(ord(c) + 0xFEE0)}]" if c in ",:;!?()" else c if c == " " else pattern(c) for c in folded
    ).replace(" ", "[ \u3000]")


def pattern(text: str) -> str:
    """A pattern for a text after conversion: its Han characters in Simplified."""
    return re.sub(r"([][\\.^$*+?{}|()])", r"\\\1", plain_text(text))


def plain_text(text: str) -> str:
    """A text with its Han characters in Simplified, and of the same length."""
    return "".join(fold(character) if is_han(character) else character for character in text)


def shared_head(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    first, last = min(texts), max(texts)
    size = next((n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[:size]


def inside(texts: Sequence[str]) -> str:
    """The first text with a class of characters for each date, number or account that is another one elsewhere; or nothing."""
    found = [list(CHANGING.finditer(fold(text))) for text in texts]
    if len({len(matches) for matches in found}) > 1 or len(set(map(fold, texts))) == 1:
        return ""
    parts: list[str] = []
    at = 0
    for matches in zip(*found, strict=True):
        said = sorted({match[0] for match in matches})
        if len(said) > 1:
            parts += (pattern(texts[0][at : matches[0].start()]), _slot(said))
            at = matches[0].end()
    return "".join(parts) + pattern(texts[0][at:])


def _slot(said: Sequence[str]) -> str:
    """What finds all that was said in one place, and its like."""
    if any(map(_DAY.fullmatch, said)):
        return f"(?:{DAY}|{ACCOUNT})" if not all(map(_DAY.fullmatch, said)) else DAY
    return NUMBER if all(word.isdigit() for word in said) else ACCOUNT
