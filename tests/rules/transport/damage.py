"""Forward models: how Chinese text comes to be mojibake. Tests damage text with them and see what the rules give back."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

Damage = Callable[[str], str]
PRIVATE = re.compile("[\ue000-\uf8ff]")
CONTROLS = re.compile("[\x80-\x9f]")


def misread(text: str, written: str, read: str, errors: str = "ignore") -> str:
    """Text written in one encoding and read in another; `errors` as in `bytes.decode`, or `?`."""
    raw = b"".join(encoded(character, written) for character in text)
    if errors == "?":
        return raw.decode(read, "replace").replace("\ufffd", "?")
    return raw.decode(read, errors)


def encoded(character: str, encoding: str) -> bytes:
    """The bytes of a character; `?` where the encoding has none."""
    return character.encode(encoding, "replace")


def as_cp936(text: str) -> str:
    """UTF-8 read by Windows as GBK: the byte 0x80 is a euro sign, user-defined pairs are private characters."""
    raw, out, place = text.encode(), [], 0
    while place < len(raw):
        pair = raw[place : place + 2]
        if pair[0] < 0x80:
            out.append(chr(pair[0]))
            place += 1
        elif pair[0] == 0x80:
            out.append("€")
            place += 1
        elif len(pair) == 2 and pair[1] >= 0x40 and pair[1] != 0x7F:
            out.append(pair.decode("gb18030", "replace"))
            place += 2
        else:
            out.append("?")
            place += 1
    return "".join(out)


def as_windows(text: str, written: str = "utf-8") -> str:
    """Read by a browser as Windows-1252: the five undefined bytes become control characters."""
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte)
        for character in text
        for byte in encoded(character, written)
    )


def stripped(text: str, written: str = "utf-8") -> str:
    """Read as Latin-1, and the control characters dropped by a later cleaner."""
    return CONTROLS.sub("", misread(text, written, "latin-1"))


def twice(first: Damage, second: Damage) -> Damage:
    """One damage after the other."""
    return lambda text: second(first(text))


utf8_as_gbk = partial(misread, written="utf-8", read="gbk")
utf8_as_latin = partial(misread, written="utf-8", read="latin-1")
KINDS: dict[str, Damage] = {
    "utf8-gbk-dropped": utf8_as_gbk,
    "utf8-gbk-marked": partial(utf8_as_gbk, errors="?"),
    "utf8-gbk-replaced": partial(utf8_as_gbk, errors="replace"),
    "utf8-gb18030": partial(misread, written="utf-8", read="gb18030", errors="replace"),
    "utf8-cp936": as_cp936,
    "utf8-cp1252-dropped": partial(misread, written="utf-8", read="cp1252"),
    "utf8-windows": as_windows,
    "utf8-latin": utf8_as_latin,
    "utf8-latin-stripped": stripped,
    "utf8-big5-dropped": partial(misread, written="utf-8", read="cp950"),
    "utf8-big5-marked": partial(misread, written="utf-8", read="cp950", errors="?"),
    "gbk-latin": partial(misread, written="gbk", read="latin-1"),
    "gbk-windows": partial(as_windows, written="gbk"),
    "big5-latin": partial(misread, written="big5hkscs", read="latin-1"),
    "big5-gbk-dropped": partial(misread, written="cp950", read="gbk"),
    "big5-gb18030": partial(misread, written="cp950", read="gb18030"),
    "gbk-big5-dropped": partial(misread, written="gbk", read="cp950"),
    "gbk-big5-marked": partial(misread, written="gbk", read="cp950", errors="?"),
    "utf8-gbk twice": twice(utf8_as_gbk, utf8_as_gbk),
    "utf8-latin twice": twice(utf8_as_latin, utf8_as_latin),
    "utf8-windows twice": twice(as_windows, as_windows),
    "gbk-latin, utf8-latin": twice(partial(misread, written="gbk", read="latin-1"), utf8_as_latin),
    "utf8-latin, utf8-gbk": twice(utf8_as_latin, as_cp936),
    "utf8-gbk, utf8-latin": twice(as_cp936, utf8_as_latin),
}
TRADITIONAL = ("big5-",)
"""Kinds that befall Traditional text only; `gbk-big5` befalls Simplified text, all others either."""
