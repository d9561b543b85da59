"""The ways in which text is read with the wrong encoding: what its characters say of the bytes, and which bytes get lost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LOSS = "?"
"""Stands in a byte string for a place where the reader put `?` or U+FFFD instead of bytes."""
CODECS = {"utf-8": ("utf-8",), "gbk": ("gb18030",), "big5": ("cp950", "big5hkscs"), "latin": ("latin-1",)}
"""The codecs to ask, in order. GBK is asked as its superset, which gives user-defined characters their place."""
WINDOWS = {bytes([n]).decode("cp1252", "ignore"): chr(n) for n in range(0x80, 0xA0)}
UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")
"""The bytes that cp1252 leaves undefined: most readers drop them."""
CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))
"""The bytes that Latin-1 reads as control characters, which cleaners drop."""
BLANKS = frozenset("\xa0\xad")
"""No-break space and soft hyphen: dropped or made a blank by many cleaners."""


class Channel(NamedTuple):
    """Text written in one encoding and read in another: `written` is utf-8, gbk or big5, `read` is gbk, big5 or latin."""

    written: str
    read: str

    @property
    def label(self) -> str:
        """What it is called in the evidence of an edit."""
        return f"{self.written} read as {self.read}"

    @property
    def lexicon(self) -> str:
        """The name of the lexicon of its signs."""
        return f"mojibake_{self.written.replace('-', '')}_{self.read}"

    @property
    def seen(self) -> Mapping[str, str | None]:
        """The bytes that the reader took for each character, as Latin-1; None where it cannot have read any."""
        return _seen(self.read)

    def bytes_of(self, character: str) -> str | None:
        """Those of one character."""
        return self.seen[character]

    def character(self, raw: str) -> str | None:
        """The character that these bytes are in the encoding in which the text was written."""
        return _decoded(raw, self.written)

    def length(self, lead: str) -> int:
        """How many bytes a character has that begins with this one."""
        if lead < "\x80":
            return 1
        if self.written != "utf-8":
            return 2
        if lead in "\xc2\xc3" or (self.read == "latin" and "\xc4" <= lead <= "\xdf"):
            return 2  # Greek and Cyrillic are left to western readers: two bytes of GBK too often look like them
        return 4 if lead >= "\xf0" else 3

    def text(self, raw: str) -> str | None:
        """The text that these bytes are in the encoding in which it was written; None where they are not sound."""
        for name in CODECS[self.written]:
            try:
                return raw.encode("latin-1").decode(name)
            except UnicodeDecodeError:
                continue
        return None

    def drops(self, pair: str) -> bool:
        """Whether the reader has no character for these two bytes."""
        return not _mapped(pair, self.read)

    def proves(self, reading: str, observed: str) -> bool:
        """Whether the reader makes of `reading` what stands in the text, but for what it may lose: the forward model."""
        raw = "".join(encoded(character, self.written) for character in reading)
        if self.read == "latin":
            return _firm(raw) == _firm("".join(self.bytes_of(character) or "" for character in observed))
        stands = "".join(c for c in observed if c not in "?\ufffd\x80€" and not "\ue000" <= c <= "\uf8ff")
        return any("".join(_pairs(raw, self.read, skip)).replace("?", "") == stands for skip in (2, 1))


def _firm(raw: str) -> str:
    """The bytes less those that a reader of single bytes may lose, or make a blank of."""
    return "".join(byte for byte in raw if byte not in CONTROLS and byte not in BLANKS and byte not in (LOSS, " "))


UTF8_AS_GBK = Channel("utf-8", "gbk")
UTF8_AS_BIG5 = Channel("utf-8", "big5")
UTF8_AS_LATIN = Channel("utf-8", "latin")
GBK_AS_LATIN = Channel("gbk", "latin")
BIG5_AS_LATIN = Channel("big5", "latin")
BIG5_AS_GBK = Channel("big5", "gbk")
GBK_AS_BIG5 = Channel("gbk", "big5")


@cache
def encoded(character: str, encoding: str) -> str:
    """The bytes of a character as Latin-1; "" where the encoding has none."""
    for name in CODECS[encoding]:
        try:
            return character.encode(name).decode("latin-1")
        except UnicodeEncodeError:
            continue
    return ""


class _Seen(dict[str, "str | None"]):
    """What `_seen_in` says of the characters that were met."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def __missing__(self, character: str) -> str | None:
        found = self[character] = _seen_in(character, self._encoding)
        return found


@cache
def _seen(encoding: str) -> _Seen:
    return _Seen(encoding)


def _seen_in(character: str, encoding: str) -> str | None:
    if character in "?\ufffd":
        return LOSS
    if encoding == "latin":
        return character if character <= "\xff" else WINDOWS.get(character)
    if character in "€\x80":
        return "\x80"
    raw = encoded(character, encoding)
    return raw if 0 < len(raw) < 3 else None


@cache
def _decoded(raw: str, encoding: str) -> str | None:
    for name in CODECS[encoding]:
        try:
            text = raw.encode("latin-1").decode(name)
        except UnicodeDecodeError:
            continue
        if len(text) == 1:
            return text
    return None


def _mapped(pair: str, encoding: str) -> str:
    """The character of two bytes, "" where there is none or only a user-defined one."""
    character = _decoded(pair, encoding) or ""
    return "" if "\ue000" <= character <= "\uf8ff" else character


def _pairs(raw: str, encoding: str, skip: int) -> list[str]:
    """What a double-byte reader makes of the bytes. It drops both bytes of a pair that it cannot map, or only the first."""
    out, place = [], 0
    while place < len(raw):
        pair = raw[place : place + 2]
        if pair[0] < "\x80":
            out.append(pair[0])
            place += 1
        elif pair[0] == "\x80" or len(pair) < 2 or pair[1] < "\x40":
            place += 1
        else:
            character = _mapped(pair, encoding)
            out.append(character)
            place += 2 if character else skip
    return out
