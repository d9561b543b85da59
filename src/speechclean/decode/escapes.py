"""Encodings that are pure ASCII on the outside: HZ and the ISO-2022 family."""

from __future__ import annotations

import re
from functools import cache

from speechclean.decode.likeness import mean
from speechclean.decode.spans import Span

_ISO_2022 = {
    b"\x1b$B": "iso2022_jp",
    b"\x1b$@": "iso2022_jp",
    b"\x1b$(D": "iso2022_jp_2",
    b"\x1b$(Q": "iso2022_jp_2004",
    b"\x1b$)C": "iso2022_kr",
}
_RAISED = bytes(byte | 0x80 for byte in range(256))
_SAMPLE = 1000
_PLAUSIBLE = -5.5
"""Well-formed runs are much evidence already; random pairs have -6."""


@cache
def _hz() -> re.Pattern[bytes]:
    """A run of GB 2312 between ~{ and ~}; the last one may be cut off at the end of the data."""
    return re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=[\x21-\x77]?\Z)|(?=[\r\n]))")


def encoding_of(data: bytes) -> str:
    """The encoding that escapes in pure ASCII give away, `""` for none."""
    if b"~{" in data:
        runs = [match[1] for match in _hz().finditer(data)]
        text = "".join(_characters(run) for run in runs)
        if text and mean(text[:_SAMPLE]) >= _PLAUSIBLE:
            return "hz"
    if b"\x1b$" in data:
        for escape, encoding in _ISO_2022.items():
            if escape in data and _decodes(data, encoding):
                return encoding
    return ""


def _characters(run: bytes) -> str:
    return run.translate(_RAISED).decode("gb2312", "replace")


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def read(data: bytes, encoding: str) -> list[Span]:
    """The spans of escaped text."""
    if encoding != "hz":
        return [Span(encoding, 0, len(data), data.decode(encoding))]
    text = _hz_text(data)
    return [Span("hz", 0, len(data), text)]


def _hz_text(data: bytes) -> str:
    """HZ as text: `~~` is a tilde, `~` at a line's end joins lines, anything else is as it stands."""
    pieces, position = [], 0
    for match in _hz().finditer(data):
        pieces += [_outside(data[position : match.start()]), _characters(match[1])]
        position = match.end()
    return "".join([*pieces, _outside(data[position:])])


def _outside(data: bytes) -> str:
    return _tilde().sub(lambda match: "~" if match[1] == "~" else "", data.decode("ascii"))


@cache
def _tilde() -> re.Pattern[str]:
    return re.compile("~(~|\r?\n)")
