"""How likely a run of characters is as Chinese, from counted tables that are read on first need.

All figures are log10 of a probability: -2 is one in a hundred. Ordinary prose has a `score` of -2 to -3, names and
rare words -3 to -4, text that a wrong encoding made -5 and less. One table of pairs serves both scripts.
scripts/make_plausibility.py says how they were counted.
"""

from __future__ import annotations

from bisect import bisect
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from operator import add
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.fold import fold, fold_rows
from speechclean.core.tables import content, line_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.native.chances import Chances

CHARACTER_STEP = 0.1
PAIR_STEP = 0.25
UNSEEN = -8.0
"""A Han character that the counted text does not hold."""
START = "^"
"""What stands in the table of pairs for anything that is neither Han nor a mark of the table."""
MARKS = {
    **dict.fromkeys("，。", -1.0),
    **dict.fromkeys("！？", -1.4),
    **dict.fromkeys("、：；“”《》（）", -1.8),
    **dict.fromkeys("0123456789", -1.8),
    **dict.fromkeys("\n\u3000 ,.:;()!?-", -2.2),
    **dict.fromkeys("—…·‘’「」『』【】〈〉％", -2.8),
}
"""What characters that are not Han weigh where no pair is counted: chosen, only good for comparing."""
LATIN, WIDE, HANGUL, FOREIGN, BROKEN = -3.0, -3.5, -3.5, -5.0, -8.0


@cache
def _characters(script: str) -> dict[str, float]:
    if not script:
        hans, hant = _characters("hans"), _characters("hant")
        return hans | {character: max(share, hans.get(character, UNSEEN)) for character, share in hant.items()}
    table: dict[str, float] = {}
    for line in rows(__file__, "characters.txt")[2:]:
        name, number, members = line.split("\t")
        if name == script:
            table.update(dict.fromkeys(members, -CHARACTER_STEP * int(number)))
    return table


@cache
def _ranked(script: str) -> tuple[str, list[int], list[float]]:
    """The characters of a script, or of both, the most frequent first; where each weight begins; and the weights."""
    lines = (line.split("\t") for line in rows(__file__, "characters.txt")[2:])
    found = sorted((int(number), members) for name, number, members in lines if not script or name == script)
    starts = list(accumulate((len(members) for _, members in found), initial=0))
    return "".join(members for _, members in found), starts, [-CHARACTER_STEP * number for number, _ in found]


@cache
def compiled() -> Chances | None:
    """What weighs whole runs by the same tables, at a twentieth of the time; None where it is not built."""
    chances = native.weigher()
    return chances(_pairs(), rows(__file__, "characters.txt")[2:], *fold_rows(), mark) if chances else None


@cache
def _pairs() -> bytes:
    """The table of pairs: behind two lines of its own, lines that are sorted by the character at the head of each."""
    return content(__file__, "pairs.txt")


def _counted(first: str) -> str:
    """The line of a character in the table of pairs; nothing where there is none."""
    if quick := compiled():
        return quick.line(first)
    head = plain(first)
    return line_of(_pairs(), head) if head else ""


def is_han(character: str) -> bool:
    """Whether this is a Han character, of any block."""
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "\U00020000"


def known() -> dict[str, float]:
    """All counted Han characters with their `char`."""
    return _characters("")


@lru_cache(maxsize=1 << 15)
def char(character: str, script: str = "") -> float:
    """log10 of how often a Han character occurs in `hans` or `hant` text, or where it occurs more; -8 if never.

    A search through all of them, since few texts ask for so many that a table would be made sooner.
    """
    if len(character) == 1 and (quick := compiled()):
        return quick.char(character, script)
    characters, starts, weights = _ranked(script)
    place = characters.find(character)
    return weights[bisect(starts, place) - 1] if place >= 0 else UNSEEN


DIGITS = str.maketrans("123456789", "000000000")


def folded(text: str) -> str:
    """The text as the table of pairs has it: folded, and every digit a 0."""
    return fold(text).translate(DIGITS)


@lru_cache(maxsize=1 << 15)
def pair(first: str, second: str) -> float:
    """log10 P(second | first) for two characters of either script; `first` may be START."""
    if len(first) < 2 and len(second) == 1 and (quick := compiled()):
        return quick.pair(first, second)
    line, folds_to = _line(first), plain(second)
    place = line.find(folds_to, 2) if folds_to != "|" else -1
    if place < 0:
        return own(second) - unlisted(first)
    likely = -PAIR_STEP * line.count("|", 2, place)
    return likely if folds_to == second or not is_han(second) else likely + min(0.0, own(second) - char(folds_to))


def unlisted(first: str) -> float:
    """How much less than by itself a character weighs that the table of pairs does not list after this one."""
    return CHARACTER_STEP * (ord(_line(first)[1]) - 65)


@lru_cache(maxsize=1 << 14)
def own(character: str) -> float:
    """log10 of how often a character of either script occurs by itself, a Han character or any other."""
    return char(character) if is_han(character) else mark(character)


@lru_cache(maxsize=1 << 14)
def _line(first: str) -> str:
    """What the table of pairs holds of a character: its plain form, a letter for what is not listed, the followers."""
    return _counted(first) or _line(START)


@lru_cache(maxsize=1 << 14)
def plain(character: str) -> str:
    """One character as the table of pairs has it."""
    return folded(character)


@lru_cache(maxsize=1 << 15)
def bond(first: str, second: str) -> float:
    """How much more likely `second` is after `first` than by chance: above 1 inside a word, below 0 across a bad join."""
    return pair(first, second) - char(second)


def listed(first: str) -> str:
    """The characters, Simplified, that have a weight of their own after this one, and some of its row's signs."""
    return _line(first)


def followers(first: str) -> str:
    """The characters, Simplified, that the table of pairs lists after this one, the likeliest first."""
    return _counted(first)[2:].replace("|", "")


def mark(character: str) -> float:
    """What a character that is not Han weighs: -1 for a comma, -3 for a Latin letter, -5 for a foreign script's."""
    if (weight := MARKS.get(character)) is not None:
        return weight
    if "!" <= character <= "~":
        return LATIN
    if "\u3000" <= character <= "\u303f" or "\uff01" <= character <= "\uff5e":
        return WIDE
    if "\uac00" <= character <= "\ud7a3":
        return HANGUL
    return BROKEN if "\ue000" <= character <= "\uf8ff" or character < " " or character == "\ufffd" else FOREIGN


def likelihood(text: str, before: str = START) -> float:
    """The sum of log10 over all characters, each after the one before it; `before` is the character in front.

    Compare with it two readings of the same place: the sum grows with the length.
    """
    if quick := compiled():
        return quick.likelihood(text, before)
    return _sum(map(pair, before + text[:-1], text))


def _sum(weights: Iterable[float]) -> float:
    """The weights added one after another, as compiled code does; from Python 3.12 on `sum` rounds otherwise."""
    total = 0.0
    for weight in weights:
        total += weight
    return total


def roughest(text: str) -> float:
    """The weight of the inner character of a text that fits worst between its neighbours: below -10 it hardly does."""
    if quick := compiled():
        return quick.roughest(text)
    weights = [pair(a, b) for a, b in pairwise(text)]
    return min(map(add, weights, weights[1:]), default=0.0)


def roughest_place(text: str) -> int:
    """Where it stands; 0 where a text has no inner character."""
    if quick := compiled():
        return quick.roughest_place(text)
    weights = [pair(a, b) for a, b in pairwise(text)]
    between = list(map(add, weights, weights[1:]))
    return between.index(min(between)) + 1 if between else 0


def lean(text: str) -> float:
    """How much likelier, in log10, the text's Han characters are in Traditional text; below 0 it is Simplified."""
    if quick := compiled():
        return quick.lean(text)
    hans, hant = _characters("hans"), _characters("hant")
    return _sum(hant.get(c, UNSEEN) - hans.get(c, UNSEEN) for c in text if is_han(c))


def score(text: str) -> float:
    """Mean log10 probability per Han character, each after the one before it; 0.0 where there is none.

    Characters that are not Han count for nothing, but what follows them is weighed as it follows them.
    """
    if quick := compiled():
        return quick.score(text)
    weights = [pair(last, character) for last, character in zip(START + text, text, strict=False) if is_han(character)]
    return _sum(weights) / len(weights) if weights else 0.0
