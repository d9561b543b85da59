"""UTF-16 and UTF-32: by their BOM, and without one by what stands in every second or fourth byte."""

from __future__ import annotations

import re
from functools import cache

from speechclean.core.named import NamedTuple
from speechclean.decode.likeness import mean
from speechclean.decode.spans import LOST, REPLACEMENT, Span

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_HEAD = 1 << 11
_HIGH = bytes({0x00, 0x30, 0xFF, *range(0x20, 0x28), *range(0x4E, 0xA0), *range(0xD8, 0xE0)})
"""High bytes of nearly all that Chinese text holds: ASCII, punctuation, signs, Han, full-width forms, surrogates."""
_SHARE = 0.7
_PLAUSIBLE = -5.2
"""That the bytes keep step is evidence already; numerals for cheques have -4.8."""
_LIKELY = -4.0
"""What is asked where both bytes of the units are letters, as they are in damaged ASCII."""
_LETTERS = bytes(range(0x20, 0x7F))
_NONE = -99.0
_BLANKS = "\t\n\f\r"


class Bom(NamedTuple):
    """A byte order mark and the encoding that it names."""

    data: bytes
    encoding: str


def bom(data: bytes) -> Bom | None:
    """The BOM at the start, if any. FF FE 00 00 is UTF-32 only where units of four bytes follow."""
    for mark, encoding in BOMS:
        if data.startswith(mark) and not (encoding.startswith("utf-32") and not _in_fours(data, encoding)):
            return Bom(mark, encoding)
    return None


def _in_fours(data: bytes, encoding: str) -> bool:
    """Whether bytes behave like code points in four bytes each: few are above U+10FFFF."""
    whole = data[4 : min(len(data), _HEAD) // 4 * 4]
    top, next_top = (3, 2) if encoding.endswith("le") else (0, 1)
    above = sum(high > 0 or low > 0x10 for high, low in zip(whole[top::4], whole[next_top::4], strict=True))
    return above * 8 <= len(whole)


def without_bom(data: bytes) -> str:
    """The UTF-16 or UTF-32 that the bytes are in, `""` for none."""
    head = data[:_HEAD]
    return _utf32(head) or _utf16(head)


def _utf32(head: bytes) -> str:
    if len(head) < 8:
        return ""
    for encoding, top, next_top in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        if not any(head[top::4]) and max(head[next_top::4]) <= 0x10 and _mean_wide(head, encoding) > -8:
            return encoding
    return ""


def _utf16(head: bytes) -> str:
    units = len(head) // 2
    found = [encoding for encoding, top in (("utf-16-le", 1), ("utf-16-be", 0)) if _parity(head[top::2])]
    if units < 2 or not found:
        return ""
    encoding = max(found, key=lambda name: _mean_wide(head, name) - _controls(head, name) / units * 8)
    if _controls(head, encoding) * 20 > units:
        return ""
    own = _mean_wide(head, encoding)
    if b"\0" in head:
        return encoding if own >= _PLAUSIBLE or _one_sided(head, encoding) else ""
    rivals = max(_mean_narrow(head, other) for other in ("gb18030", "cp950"))
    low = head[::2] if encoding == "utf-16-le" else head[1::2]
    letters = len(low.translate(None, _LETTERS)) * 4 <= len(low)
    return encoding if own >= (_LIKELY if letters else _PLAUSIBLE) and own > rivals else ""


def _parity(high: bytes) -> bool:
    """Whether these may be the high bytes of UTF-16: of Chinese, or of any script with ASCII in it."""
    return len(high.translate(None, _HIGH)) <= (1 - _SHARE) * len(high) or high.count(0) * 20 >= len(high)


def _one_sided(head: bytes, encoding: str) -> bool:
    """Whether NULs stand where ASCII has them in this encoding, and nearly nowhere else."""
    high, low = (head[1::2], head[::2]) if encoding == "utf-16-le" else (head[::2], head[1::2])
    return low.count(0) * 4 <= high.count(0) >= len(high) // 20


def _mean_wide(head: bytes, encoding: str) -> float:
    return mean(head.decode(encoding, "replace"))


def _mean_narrow(head: bytes, encoding: str) -> float:
    """The mean weight of a rival; one that is not even strict, or holds control characters, is none."""
    head = head[:256]
    try:
        text = head.decode(encoding)
    except UnicodeDecodeError as error:
        text = head[: error.start].decode(encoding) if error.start >= len(head) - 3 else "\0"
    return _NONE if any(character < " " and character not in _BLANKS for character in text) else mean(text)


def _controls(head: bytes, encoding: str) -> int:
    text = head.decode(encoding, "replace")
    return sum(character < " " and character not in _BLANKS for character in text) + text.count(REPLACEMENT)


def read(data: bytes, encoding: str, start: int) -> list[Span]:
    """The spans in a wide encoding; units that stand for nothing (unpaired surrogates, an odd byte) are lost."""
    width = 4 if encoding.startswith("utf-32") else 2
    end = len(data) - (len(data) - start) % width
    try:
        spans = [Span(encoding, start, end, data[start:end].decode(encoding))]
    except UnicodeDecodeError:
        spans = [
            Span(encoding, start + match.start(), start + match.end(), match[0].decode(encoding))
            if match.lastgroup is None
            else Span(LOST, start + match.start(), start + match.end(), REPLACEMENT)
            for match in _units(encoding).finditer(data[start:end])
        ]
    if end < len(data):
        spans.append(Span(LOST, end, len(data), REPLACEMENT))
    return [span for span in spans if span.text]


@cache
def _units(encoding: str) -> re.Pattern[bytes]:
    """Runs of units that can be read, and single units that cannot (as the group `lost`).

    A run has its limit, for each of its units costs memory while it is matched. Possessive runs of alternatives would cost none, but
    Python matches them wrongly before 3.11.5 (python/cpython#106052).
    """
    lead, trail, other, run = rb"[\xd8-\xdb]", rb"[\xdc-\xdf]", rb"[^\xd8-\xdf]", rb"{1,4096}"
    good = {
        "utf-16-be": rb"(?:" + other + rb".|" + lead + rb"." + trail + rb".)" + run,
        "utf-16-le": rb"(?:." + other + rb"|." + lead + rb"." + trail + rb")" + run,
        "utf-32-be": rb"(?:\x00(?:\x00" + other + rb"|[\x01-\x10].).)" + run,
        "utf-32-le": rb"(?:.(?:" + other + rb"\x00|.[\x01-\x10])\x00)" + run,
    }
    width = rb"{4}" if encoding.startswith("utf-32") else rb"{2}"
    return re.compile(good[encoding] + rb"|(?P<lost>." + width + rb")", re.DOTALL)
