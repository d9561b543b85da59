"""GBK read one byte off: the forward model of both damages, and the reading of a run from its end backwards."""

from __future__ import annotations

from functools import cache

from speechclean.core.pattern import Pattern

FALSE_MARKS = dict(zip("！，：；？!,:;?", "\xa1\xac\xba\xbb\xbf" * 2, strict=True))
"""The marks that a tool replaced by their bytes A3A1, A3AC …, wherever the two bytes stood, and their second bytes."""
MARK = Pattern("\xa3([\xa1\xac\xba\xbb\xbf])")
LEADS = tuple(map(chr, range(0x81, 0xFF)))
TRAILS = tuple(chr(byte) for byte in range(0x40, 0xFF) if byte != 0x7F)


@cache
def bytes_of(character: str) -> str:
    """The two bytes of a character in GBK as Latin-1, or "" where it has not two."""
    try:
        raw = character.encode("gb18030").decode("latin-1")
    except UnicodeEncodeError:
        return ""
    return raw if len(raw) == 2 else ""


@cache
def character_of(raw: str) -> str:
    """The character of two bytes in GBK, or "" where there is none but a user-defined one."""
    try:
        found = raw.encode("latin-1").decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return found if len(found) == 1 and not "\ue000" <= found <= "\uf8ff" else ""


def misplaced(text: str) -> str:
    """What the tool makes of a text: it parts the bytes at every A3A1, A3AC … and reads the parts by themselves."""
    pieces = MARK.split("".join([bytes_of(character) or character for character in text]))
    pieces[::2] = map(_read, pieces[::2])
    pieces[1::2] = [_MARK_OF[second] for second in pieces[1::2]]
    return "".join(pieces)


def shifted(text: str, lost: int) -> str:
    """What a reader makes of a text in GBK of which this byte was lost, up to where it is in step again."""
    raw = "".join(bytes_of(character) or character for character in text)
    return _read(raw[:lost] + raw[lost + 1 :])


_MARK_OF = {second: mark for mark, second in FALSE_MARKS.items() if mark > "\x7f"}


def _read(raw: str) -> str:
    """A part of the bytes as GBK; what is no character is dropped."""
    out, place = "", 0
    while place < len(raw):
        if raw[place] < "\x80":
            out += raw[place]
            place += 1
        elif place + 1 < len(raw) and raw[place + 1] >= "\x40":
            out += character_of(raw[place : place + 2])
            place += 2
        else:
            place += 1
    return out
