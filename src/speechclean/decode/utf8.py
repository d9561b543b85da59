"""UTF-8 as it is found: with bad bytes, with surrogates (CESU-8) and with overlong forms."""

from __future__ import annotations

import re
from functools import cache

from speechclean.decode.spans import LOST, REPLACEMENT, Span

_TAIL = rb"[\x80-\xbf]"
_CESU = rb"\xed[\xa0-\xaf]" + _TAIL + rb"\xed[\xb0-\xbf]" + _TAIL
_OVERLONG = rb"[\xc0\xc1]" + _TAIL + rb"(?!" + _TAIL + rb")|\xe0[\x80-\x9f]" + _TAIL
TOKEN = (
    rb"[\x00-\x7f]+|[\xc2-\xdf]" + _TAIL + rb"|\xe0[\xa0-\xbf]" + _TAIL
    + rb"|[\xe1-\xec\xee\xef]" + _TAIL + rb"{2}|\xed[\x80-\x9f]" + _TAIL
    + rb"|\xf0[\x90-\xbf]" + _TAIL + rb"{2}|[\xf1-\xf3]" + _TAIL + rb"{3}|\xf4[\x80-\x8f]" + _TAIL + rb"{2}"
    + rb"|" + _CESU + rb"|" + _OVERLONG + rb"|."
)  # fmt: skip
"""One character's bytes, strict or loose; a byte that starts none stands alone."""


@cache
def _loose_pattern() -> re.Pattern[bytes]:
    return re.compile(_CESU + rb"|" + _OVERLONG)


def loose(token: bytes) -> str:
    """The character of a surrogate pair or of an overlong form; U+FFFD for anything else."""
    if not _loose_pattern().fullmatch(token):
        return REPLACEMENT
    if len(token) == 6:
        return token.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    number = (token[-2] & 0x1F) << 6 | token[-1] & 0x3F
    return chr(number) if number >= 32 else REPLACEMENT


def read(data: bytes, start: int = 0, end: int | None = None) -> list[Span]:
    """The spans of `data[start:end]` as UTF-8: what is strict, what is loose, what is lost."""
    end = len(data) if end is None else end
    spans: list[Span] = []
    size = 1 << 16
    while start < end:
        stop = min(end, start + size)
        try:
            spans.append(Span("utf-8", start, stop, data[start:stop].decode()))
            start, size = stop, size * 2
        except UnicodeDecodeError as error:
            good = start + error.start
            if good > start:
                spans.append(Span("utf-8", start, good, data[start:good].decode()))
            start, size = good, 1 << 10
            if stop == end or good < stop - 3:
                spans.append(_odd(data, good, good + error.end - error.start))
                start = spans[-1].end
    return spans


def character_at(data: bytes, at: int) -> tuple[str, int]:
    """The character at an offset, U+FFFD where there is none, and where it ends."""
    match = _token_pattern().match(data, at)
    token = match[0] if match else b""
    if len(token) < 2:
        return REPLACEMENT, at + 1
    try:
        return token.decode(), at + len(token)
    except UnicodeDecodeError:
        return loose(token), at + len(token)


@cache
def _token_pattern() -> re.Pattern[bytes]:
    return re.compile(TOKEN, re.DOTALL)


def _odd(data: bytes, start: int, end: int) -> Span:
    match = _loose_pattern().match(data, start)
    text = loose(match[0]) if match else REPLACEMENT
    end = match.end() if match else end
    return Span(LOST if text == REPLACEMENT else "utf-8", start, end, text)
