"""Which characters a syllable of pinyin reads, and how much a reader needs to be told so."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from speechclean.core.tables import rows

LOOK_ALIKES = str.maketrans("ɑɡăŏĕĭŭv", "agǎǒěǐǔü", "")


class Need(IntEnum):
    """How much a character needs its gloss. The table has its groups in this order."""

    NONE = 0
    LITTLE = 1
    RARE = 2
    OTHER_READING = 3
    NO_READING = 4


@cache
def _toned() -> dict[str, str]:
    """The four groups of characters of every syllable with its tone, with tabs between them."""
    lines = (line.partition("\t") for line in rows(__file__, "readings.txt")[2:])
    return {syllable: groups for syllable, _, groups in lines}


@cache
def _plain() -> dict[str, list[str]]:
    """The same without tones."""
    found: dict[str, list[str]] = {}
    for syllable, written in _toned().items():
        bare = without_tone(syllable)
        groups = written.split("\t")
        found[bare] = [a + b for a, b in zip(found.get(bare, [""] * 4), groups, strict=True)]
    return found


def without_tone(syllable: str) -> str:
    """`jìn` becomes `jin`, `lǚ` becomes `lü`."""
    if syllable.isascii():
        return syllable
    letters = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c < "\u0300" or c == "\u0308"))


def is_toned(syllable: str) -> bool:
    """Whether this is a syllable of Chinese, written with its tone."""
    syllable = unicodedata.normalize("NFC", syllable).translate(LOOK_ALIKES)
    return not syllable.isascii() and syllable in _toned()


@lru_cache(maxsize=1 << 14)
def need(character: str, syllable: str) -> Need:
    """How much `character` needs to be told that `syllable` is its reading; NO_READING when it is none."""
    syllable = unicodedata.normalize("NFC", syllable).translate(LOOK_ALIKES)
    bare = without_tone(syllable)
    if bare != syllable:
        for group, members in enumerate(_toned().get(syllable, "").split("\t")):
            if character in members:
                return Need(group)
    for group, members in enumerate(_plain().get(bare, ())):
        if character in members:
            return Need(group) if bare == syllable else Need.OTHER_READING
    return Need.NO_READING
