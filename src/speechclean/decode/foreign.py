"""Text that no encoding of Chinese makes sense of: named for what it is, and not misread as Chinese."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean.decode import euc_tw
from speechclean.decode.chinese import CANDIDATES, plausibility_in, strict
from speechclean.decode.likeness import mean
from speechclean.decode.named import generic
from speechclean.decode.spans import LOST, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

_CHINESE = -3.9
"""Above this mean the best Chinese reading stands: Tang poems have -3.4, Korean read as GB18030 -4.4."""
_HARDLY = -5.2
"""Below it even an encoding that can read anything is believed."""
_SINGLE_BYTE = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "koi8-r", "koi8-u", "iso8859-2", "iso8859-5",
)  # fmt: skip
_FEW = 4
"""Bytes beyond ASCII that are too few to tell languages by: they are taken as Western European."""
_SHORT = 12
"""Strict Chinese of fewer bytes is some rare characters."""
_HANGUL = "이다는에의을를가은한하고로지사기자인대시어도아리서나부해스일"
_KANA = "のにはをたがでてとしれさいるなもらこうりか"


def foreign_reading(data: bytes, best: str) -> Reading | None:
    """The reading in an encoding of another language, None where the best Chinese reading is good enough."""
    if plausibility_in(data, best) >= _CHINESE:
        return None
    plausible = max(plausibility_in(data, encoding) for encoding in CANDIDATES)
    if plausible >= _CHINESE:
        return None
    for encoding, fits in _TESTS.items():
        spans = euc_tw.read(data) if encoding == euc_tw.NAME else generic(data, encoding)
        text = "".join(span.text for span in spans if span.encoding != LOST)
        lost = sum(span.end - span.start for span in spans if span.encoding == LOST)
        if lost * 50 <= len(data) and fits(text):
            return Reading(encoding, f"plausible as {encoding}, not as Chinese", spans)
    high = len(_high().findall(data))
    short = len(_alone().findall(data)) < high < _SHORT and strict(data, best) is not None
    return _single_byte(data) if plausible < _HARDLY and not short else None


def _single_byte(data: bytes) -> Reading | None:
    """Whatever chardet makes of a text in letters. Its confidence says nothing; whether letters come out does."""
    encoding = "cp1252" if len(_high().findall(data)) < _FEW else _witness(data)
    if not encoding:
        return None
    spans = generic(data, encoding)
    beyond = [character for span in spans for character in span.text if character > "\x7f"]
    if sum(character.isalpha() for character in beyond) * 2 < len(beyond):
        return None
    return Reading(encoding, f"letters of {encoding}, implausible as Chinese", spans)


def _witness(data: bytes) -> str:
    import chardet

    found = chardet.detect(data, max_bytes=len(data) + 1, compat_names=False, include_encodings=_SINGLE_BYTE)
    return found["encoding"] or ""


@cache
def _high() -> re.Pattern[bytes]:
    return re.compile(rb"[\x80-\xff]")


@cache
def _alone() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile("[^\\x00-\\x7f]")


def _common(text: str, characters: str) -> bool:
    """Whether one in five characters is among the most common ones of a language, and three at the least."""
    beyond = _beyond().findall(text)
    hits = sum(character in characters for character in beyond)
    return hits >= 3 and hits * 5 >= len(beyond)


def _korean(text: str) -> bool:
    return _common(text, _HANGUL)


def _japanese(text: str) -> bool:
    return _common(text, _KANA)


def _taiwanese(text: str) -> bool:
    return mean(text) >= _CHINESE


_TESTS: dict[str, Callable[[str], bool]] = {
    "cp949": _korean,
    "cp932": _japanese,
    "euc_jp": _japanese,
    euc_tw.NAME: _taiwanese,
    "johab": _korean,
}
