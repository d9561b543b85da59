"""Which characters a syllable of pinyin reads, and how much a reader needs to be told so."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from speechclean.core.tables import rows

LETTERS = "a-zāáǎàăōóǒòŏēéěèĕīíǐìĭūúǔùŭǖǘǚǜüêńňǹḿɑɡ\u0300\u0301\u0304\u0306\u0308\u030c"
"""The inside of a class for the letters that kits write syllables with, composed or not."""

LOOK_ALIKES = str.maketrans("ɑɡăŏĕĭŭv", "agǎǒěǐǔü", "")


class Need(IntEnum):
    """How much a character needs its gloss. The table has its groups in this order."""

    NONE = 0
    LITTLE = 1
    RARE = 2
    OTHER_READING = 3
    NO_READING = 4


@cache
def _table() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The four groups of characters of every syllable: with its tone, and without."""
    toned: dict[str, list[str]] = {}
    plain: dict[str, list[str]] = {}
    lines = rows(__file__, "readings.txt")
    for line in lines[2:]:
        syllable, *groups = line.split("\t")
        toned[syllable] = groups
        bare = without_tone(syllable)
        plain[bare] = [a + b for a, b in zip(plain.get(bare, [""] * 4), groups, strict=True)]
    return toned, plain


def without_tone(syllable: str) -> str:
    """`jìn` becomes `jin`, `lǚ` becomes `lü`."""
    if syllable.isascii():
        return syllable
    letters = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c < "\u0300" or c == "\u0308"))


def is_toned(syllable: str) -> bool:
    """Whether this is a syllable of Chinese, written with its tone."""
    syllable = unicodedata.normalize("NFC", syllable).translate(LOOK_ALIKES)
    return not syllable.isascii() and syllable in _table()[0]


@lru_cache(maxsize=1 << 14)
def need(character: str, syllable: str) -> Need:
    """How much `character` needs to be told that `syllable` is its reading; NO_READING when it is none."""
    toned, plain = _table()
    syllable = unicodedata.normalize("NFC", syllable).translate(LOOK_ALIKES)
    for table, written in ((toned, syllable), (plain, without_tone(syllable))):
        for group, members in enumerate(table.get(written, ())):
            if character in members:
                exact = table is toned or written == syllable
                return Need(group) if exact else Need.OTHER_READING
    return Need.NO_READING
