"""The most plausible way to read a short stretch of damaged or mixed bytes, character by character.

The codecs' own `replace` loses step after a bad byte: a lead byte that was lost makes every later trail byte a lead.
Here every way to cut the stretch into characters of the candidate encodings competes (Viterbi's algorithm), so
that reading falls into step again as soon as the text makes sense.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.decode.likeness import weights
from speechclean.decode.spans import LOST, REPLACEMENT, Span
from speechclean.decode.utf8 import character_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Token = tuple[int, str, float]
    """How many bytes, what they read as, and how likely that is."""

BAD = -8.0
"""One byte that stands for nothing."""
BAD_TWO = -10.0
"""Two of them: one character that lost a byte."""
CUT = -1.0
"""The first part of a character at the end of the data."""
SWITCH = -8.0
"""Another encoding inside a line."""
_CONTROL = -6.0
_FOUR_BYTES = -8.0


@lru_cache(maxsize=1 << 15)
def _pair(code: bytes, encoding: str) -> tuple[str, float] | None:
    try:
        text = code.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text, sum(weights[character] for character in text)


def gb18030(data: bytes, at: int) -> list[Token]:
    """What GB18030 may read at a byte beyond ASCII; 0x80 is Microsoft's euro sign."""
    lead = data[at]
    if lead == 0x80:
        return [(1, "€", -6.0)]
    if lead == 0xFF or at + 1 >= len(data):
        return []
    if 0x30 <= data[at + 1] <= 0x39:
        found = _pair(data[at : at + 4], "gb18030") if at + 3 < len(data) else None
        return [(4, found[0], _FOUR_BYTES)] if found else []
    found = _pair(data[at : at + 2], "gb18030")
    return [(2, *found)] if found else []


def big5(flavour: str) -> Callable[[bytes, int], list[Token]]:
    """What a flavour of Big5 may read at a byte beyond ASCII."""

    def tokens(data: bytes, at: int) -> list[Token]:
        found = _pair(data[at : at + 2], flavour) if at + 1 < len(data) else None
        return [(2, *found)] if found else []

    return tokens


def utf8(data: bytes, at: int) -> list[Token]:
    """What UTF-8 may read at a byte beyond ASCII. That the bytes fit at all is evidence in itself."""
    text, end = character_at(data, at)
    if text == REPLACEMENT:
        return []
    return [(end - at, text, max(-6.0, sum(weights[character] for character in text)))]


TOKENS: dict[str, Callable[[bytes, int], list[Token]]] = {
    "utf-8": utf8,
    "gb18030": gb18030,
    "cp950": big5("cp950"),
    "big5hkscs": big5("big5hkscs"),
}


class Step:
    """The best way to have come to a place in one encoding."""

    __slots__ = ("before", "encoding", "score", "start", "text")

    def __init__(self, score: float, start: int, encoding: str, text: str, before: Step | None) -> None:
        self.score = score
        self.start = start
        self.encoding = encoding
        self.text = text
        self.before = before


def best(data: bytes, start: int, end: int, priors: Mapping[str, float], *, last: bool) -> tuple[list[Span], float]:
    """The best reading of `data[start:end]` and its score. `priors` are the encodings; `last`: the file ends here."""
    window = data[start:end]
    reached: list[dict[str, Step]] = [{} for _ in range(len(window) + 1)]
    reached[0] = {encoding: Step(prior, 0, encoding, "", None) for encoding, prior in priors.items()}
    for at, steps in enumerate(reached[:-1]):
        if not steps:
            continue
        top = max(steps.values(), key=lambda step: step.score)
        for encoding in priors:
            own = steps.get(encoding)
            step = own if own and own.score >= top.score + SWITCH else top
            score = step.score if step is own else top.score + SWITCH
            for length, text, weight in _tokens(window, at, encoding, last=last):
                other = reached[at + length].get(encoding)
                if other is None or other.score < score + weight:
                    read = encoding if text else LOST
                    reached[at + length][encoding] = Step(score + weight, at, read, text or REPLACEMENT, step)
    step = max(reached[-1].values(), key=lambda step: step.score)
    return _path(step, start, len(window)), step.score


def _tokens(window: bytes, at: int, encoding: str, *, last: bool) -> list[Token]:
    byte = window[at]
    if byte < 0x80:
        return [(1, chr(byte), 0.0 if byte >= 0x20 and byte != 0x7F or byte in b"\t\n\r\f" else _CONTROL)]
    tokens = TOKENS[encoding](window, at)
    left = len(window) - at
    tokens.append((1, "", CUT if last and left == 1 else BAD))
    if left > 1 and window[at + 1] >= 0x80:
        tokens.append((2, "", BAD_TWO))
    return tokens


def _path(step: Step | None, start: int, end: int) -> list[Span]:
    spans = []
    while step is not None and step.before is not None:
        spans.append(Span(step.encoding, start + step.start, start + end, step.text))
        end = step.start
        step = step.before
    return spans[::-1]
