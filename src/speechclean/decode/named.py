"""Reading in the encoding that the user named: no evidence is asked."""

from __future__ import annotations

import codecs

from speechclean.core.errors import DecodeError
from speechclean.decode import escapes, lines, utf8, wide
from speechclean.decode.flavours import flavour
from speechclean.decode.spans import LOST, REPLACEMENT, Reading, Span

_FAMILIES = {
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "big5": "cp950", "cp950": "cp950", "big5hkscs": "big5hkscs",
    "utf-8": "utf-8", "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "utf-32": "utf-32-le", "utf-32-le": "utf-32-le", "utf-32-be": "utf-32-be",
}  # fmt: skip
"""Python's name of what was asked for, and the superset that reads it."""
_EVIDENCE = "named by the user"


def read_named(data: bytes, name: str) -> Reading:
    """The bytes in an encoding that the user named. Raises DecodeError for a name that is none, or bytes not in it."""
    from speechclean.core.encodings import refusal  # few starts are given a name

    if told := refusal(name):
        raise DecodeError(told)
    info = codecs.lookup(name)
    encoding = _FAMILIES.get(info.name, info.name)
    mark = wide.bom(data)
    if mark and not (
        encoding == mark.encoding or (info.name in {"utf-16", "utf-32"} and mark.encoding.startswith(info.name))
    ):
        mark = None
    encoding = mark.encoding if mark else encoding
    start = len(mark.data) if mark else 0
    reported = "big5" if encoding == "cp950" and info.name == "big5" else encoding
    return Reading(reported, _EVIDENCE, _spans(data, encoding, start), mark.data if mark else b"")


def _spans(data: bytes, encoding: str, start: int) -> list[Span]:
    if encoding.startswith(("utf-16", "utf-32")):
        return wide.read(data, encoding, start)
    if encoding == "utf-8":
        return utf8.read(data, start)
    if encoding == "cp950":
        encoding = flavour(data)
    if encoding in {"gb18030", "cp950", "big5hkscs"}:
        return lines.read(data, encoding, (), start)
    if encoding == "hz" and data.isascii():
        return escapes.read(data, "hz")
    return generic(data, encoding)


def generic(data: bytes, encoding: str) -> list[Span]:
    """The spans in any other encoding, by its own codec."""
    try:
        return [Span(encoding, 0, len(data), data.decode(encoding))]
    except UnicodeDecodeError:
        pass
    except UnicodeError as error:  # of the codec itself, which tells of no place
        raise DecodeError(f"it cannot be read as {encoding}: {error}") from None
    spans: list[Span] = []
    start, size = 0, 1 << 16
    while start < len(data):
        stop = min(len(data), start + size)
        try:
            spans.append(Span(encoding, start, stop, data[start:stop].decode(encoding)))
            start, size = stop, size * 2
        except UnicodeDecodeError as error:
            good = start + error.start
            if good > start:
                spans.append(Span(encoding, start, good, data[start:good].decode(encoding)))
            if stop == len(data) or good < stop - 8:
                spans.append(Span(LOST, good, start + error.end, REPLACEMENT))
                good = start + error.end
            start, size = good, 1 << 10
    return spans
