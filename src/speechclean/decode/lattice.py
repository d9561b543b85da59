"""The most plausible way to read a short stretch of damaged or mixed bytes, character by character.

The codecs' own `replace` loses step after a bad byte: a lead byte that was lost makes every later trail byte a lead.
Here every way to cut the stretch into characters of the candidate encodings competes (Viterbi's algorithm), so
that reading falls into step again as soon as the text makes sense.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.decode.likeness import after
from speechclean.decode.spans import LOST, REPLACEMENT, Span
from speechclean.decode.utf8 import character_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Token = tuple[int, str, float]
    """How many bytes, what they read as (`""`: nothing), and what that costs beside the weight of the character."""

BAD = -10.5
"""One byte that stands for nothing."""
BAD_TWO = -12.0
"""Two of them: one character that lost a byte."""
BAD_THREE = -12.5
"""Three: one character into which a byte was put that stands for nothing."""
CUT = -1.0
"""The first part of a character at the end of the data."""
SWITCH = -12.0
"""Another encoding inside a line."""
LONE = -5.0
"""An ASCII letter or sign with no ASCII beside it, as trail bytes out of step are."""
_CONTROL = -6.0


@lru_cache(maxsize=1 << 15)
def _code(code: bytes, encoding: str) -> str:
    try:
        return code.decode(encoding)
    except UnicodeDecodeError:
        return ""


def gb18030(window: bytes, at: int) -> tuple[int, str]:
    """What GB18030 reads at a byte beyond ASCII; 0x80 is Microsoft's euro sign."""
    if window[at] == 0x80:
        return 1, "€"
    size = 4 if window[at + 1 : at + 2].isdigit() else 2
    return size, _code(window[at : at + size], "gb18030")


def big5(flavour: str) -> Callable[[bytes, int], tuple[int, str]]:
    """What a flavour of Big5 reads at a byte beyond ASCII."""
    return lambda window, at: (2, _code(window[at : at + 2], flavour))


def utf8(window: bytes, at: int) -> tuple[int, str]:
    """What UTF-8 reads at a byte beyond ASCII."""
    text, end = character_at(window, at)
    return end - at, "" if text == REPLACEMENT else text


CHARACTERS: dict[str, Callable[[bytes, int], tuple[int, str]]] = {
    "utf-8": utf8,
    "gb18030": gb18030,
    "cp950": big5("cp950"),
    "big5hkscs": big5("big5hkscs"),
}
"""How many bytes from an offset on make what character, `""` where they make none."""


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
            for size, text, cost in _tokens(window, at, encoding, last=last):
                new = score + cost + (after(step.text, text) if text > "\x7f" else 0.0)
                other = reached[at + size].get(encoding)
                if other is None or other.score < new:
                    read = encoding if text else LOST
                    reached[at + size][encoding] = Step(new, at, read, text or REPLACEMENT, step)
    step = max(reached[-1].values(), key=lambda step: step.score)
    return _path(step, start, len(window)), step.score


def _tokens(window: bytes, at: int, encoding: str, *, last: bool) -> list[Token]:
    byte = window[at]
    if byte < 0x80:
        return [(1, chr(byte), _ascii(window, at))]
    size, text = CHARACTERS[encoding](window, at)
    tokens = [(size, text, 0.0)] if text else []
    left = len(window) - at
    if last and left < 4 and cut_off(window[at:], encoding):
        tokens.append((left, "", CUT))
    tokens.append((1, "", BAD))
    if left > 1 and window[at + 1] >= 0x80:
        tokens.append((2, "", BAD_TWO))
        if left > 2 and window[at + 1] == 0xFF and window[at + 2] >= 0x40:
            tokens.append((3, "", BAD_THREE))
    return tokens


def _ascii(window: bytes, at: int) -> float:
    byte = window[at]
    if byte < 0x20 or byte == 0x7F:
        return 0.0 if byte in b"\t\n\r\f" else _CONTROL
    if byte < 0x40 or window[at - 1 if at else 0] < 0x80 or window[at + 1 : at + 2] < b"\x80":
        return 0.0
    return LONE


def cut_off(rest: bytes, encoding: str) -> bool:
    """Whether the last bytes of a file are the first part of a character."""
    if len(rest) > 3 or rest[:1] in b"\x80\xff":
        return False
    try:
        rest.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start == 0 and error.reason in {"incomplete multibyte sequence", "unexpected end of data"}
    return False


def _path(step: Step | None, start: int, end: int) -> list[Span]:
    spans = []
    while step is not None and step.before is not None:
        spans.append(Span(step.encoding, start + step.start, start + end, step.text))
        end = step.start
        step = step.before
    return spans[::-1]
