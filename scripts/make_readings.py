"""Write the table of readings: which characters a syllable reads.

    python scripts/make_readings.py > src/speechclean/rules/glosses/readings.txt

One line a toned syllable, then four groups of characters, tab-separated: very common ones with this single reading,
other common ones of which it is the usual reading, rare ones of which it is the usual reading, and those of which it
is another reading. Characters are those of GBK; readings are pypinyin's, the first being the usual one. Forms of one
character that opencc converts to each other (鄉 and 乡) stand in the same group, the first one of theirs: glosses are
looked for before the script is converted, and in a second run behind it. Where they need that, they stand under the
syllable without its tone as well.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from functools import cache
from importlib.metadata import version

import opencc
from pypinyin.constants import PINYIN_DICT

from speechclean.plausibility import char
from speechclean.rules.glosses.readings import without_tone

VERY_COMMON, COMMON = -3.5, -4.6
ONLY_ONE = {"髮": "fà", "发": "fà", "發": "fà"}
"""Readings that set one of two characters apart that are written alike now: told of 发, they are of use."""
SCRIPTS = ("t2s", "s2t", "s2tw", "s2hk", "tw2sp", "s2twp", "s2hkp")
"""What a script is converted with."""
ALSO_USUAL = dict(
    pair.split("=")
    for pair in [
        "不=bú",
        "一=yí,yì",
        "长=cháng",
        "長=cháng",
        "为=wéi",
        "為=wéi",
        "得=de,děi",
        "地=de",
        "子=zǐ",
        "著=zhe",
        "着=zháo",
        "了=liǎo",
        "调=tiáo",
        "調=tiáo",
        "结=jiē",
        "傳=chuán",
        "兴=xīng",
        "興=xīng",
        "吗=má",
        "嗎=má",
        "们=mén",
        "們=mén",
        "划=huá",
        "劃=huà",
        "只=zhī",
    ]
)


def groups() -> dict[str, tuple[list[str], ...]]:
    """The four groups of every syllable."""
    numbers: dict[str, dict[str, int]] = {}
    for code, readings in sorted(PINYIN_DICT.items()):
        character = chr(code)
        if not encodable(character):
            continue
        own = readings.split(",")
        usual = [own[0], *ALSO_USUAL.get(character, own[0]).split(",")]
        numbers[character] = {
            reading: group(character, own, usual=reading in usual and ONLY_ONE.get(character) != reading)
            for reading in dict.fromkeys(own + usual)
        }
    for one, other in forms():
        if one in numbers and to_simplified(one) == other in numbers:  # kits read what they had converted
            numbers[one] = numbers[other] | numbers[one]
    share(numbers)
    without = {character: toneless(of_readings) for character, of_readings in numbers.items()}
    share(without)
    table: dict[str, tuple[list[str], ...]] = defaultdict(lambda: ([], [], [], []))
    for character, own_groups in numbers.items():
        less = without[character].items() - toneless(own_groups).items()
        for reading, number in (*own_groups.items(), *sorted(less)):
            table[reading][number].append(character)
    return table


def toneless(numbers: dict[str, int]) -> dict[str, int]:
    """The least group of every syllable of one character without its tone."""
    found: dict[str, int] = {}
    for reading, number in numbers.items():
        bare = without_tone(reading)
        found[bare] = min(number, found.get(bare, number))
    return found


def share(numbers: dict[str, dict[str, int]]) -> None:
    """Give both forms of a character the lesser group of a reading that both have, and so on to their other forms."""
    pairs = [(numbers[one], numbers[other]) for one, other in forms() if one in numbers and other in numbers]
    shared = True
    while shared:
        shared = False
        for mine, its in pairs:
            for reading in mine.keys() & its.keys():
                shared = shared or mine[reading] != its[reading]
                mine[reading] = its[reading] = min(mine[reading], its[reading])


@cache
def to_simplified(character: str) -> str:
    """What a character is converted to."""
    return str(simplifier().convert(character))


@cache
def simplifier() -> opencc.OpenCC:
    """What converts to Simplified."""
    return opencc.OpenCC(SCRIPTS[0])


@cache
def forms() -> list[tuple[str, str]]:
    """The characters, each with one that a script is converted to."""
    characters = [chr(code) for code in sorted(PINYIN_DICT)]
    converters = [opencc.OpenCC(script).convert for script in SCRIPTS]
    pairs = ((one, convert(one)) for one in characters for convert in converters)
    return [(one, other) for one, other in pairs if one != other]


def group(character: str, readings: list[str], *, usual: bool) -> int:
    """The number of the group that a character belongs to under one of its readings."""
    if not usual:
        return 3
    if char(character) < COMMON:
        return 2
    return 0 if char(character) >= VERY_COMMON and len(readings) == 1 else 1


def encodable(character: str) -> bool:
    """Whether GBK holds the character."""
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Print the table."""
    print(
        "# A syllable, then the characters it reads: very common ones, common ones, rare ones, those it seldom reads."
    )
    made = f"pypinyin {version('pypinyin')} (MIT) and opencc {version('opencc')}"
    print(f"# Generated by scripts/make_readings.py with {made}; do not edit.")
    for syllable, columns in sorted(groups().items()):
        print("\t".join([syllable, *("".join(column) for column in columns)]))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream here
    main()
