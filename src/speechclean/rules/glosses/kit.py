"""Counts the pinyin that stands behind characters, and tells an anti-copy kit from a text that teaches readings.

A kit glosses characters that every reader knows, in the middle of sentences. An author glosses rare characters, and
unusual readings; a primer glosses all of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.rules.glosses.readings import LETTERS, Need, is_toned, need

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
BRACKETED = Pattern(
    rf"[(（\[［【〔](?<=[{HAN}].)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]"
    rf"(?:[(（\[［][ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］]){{0,7}}"
)
ORPHAN = Pattern(rf"[(（\[［【〔](?<=[^\s{HAN}].)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]")
BARE = Pattern(rf"[a-z](?<=[{HAN}].)[{LETTERS}]{{1,6}}(?=[{HAN}，。、；：！？”])")
RUNS = Pattern("[\u3400-\u9fff]+")
SYLLABLE = Pattern(f"[{LETTERS}]+")
ABOUT_READINGS = Pattern(
    "读音|讀音|多音|拼音|[读讀唸念][作为為成]|[念唸]音|注音|声调|聲調|普通[话話]|方言|异读|異讀|破音|轻声|輕聲|韵母|韻母|声母|聲母|"
    "字音|正音|生字|识字|識字|[汉漢]字|[字词詞]典|跟我[读讀]|朗[读讀]|[误誤][读讀]|生僻|粤语|粵語|音译|音譯|象声词|谐音|諧音|"
    f"[读讀念唸]“?[{LETTERS}]"
)
ENOUGH = 6
"""From so many plain glosses on, what a text says of readings does not matter."""
SPARSE = 2
"""With more plain glosses than this a kit may have glossed a rare character too."""
PRIMER = 0.7
"""The share of glossed characters from which on a text is a primer, when the syllables have tones."""
LEAST_OF_PRIMER = 0.07
"""The share of glosses in a primer's text, of which each takes seven characters with its own, is larger."""
OWNERS = "姓叫名字"
OPENING, CLOSING = "“‘「『\"'《", "”’」』\"'》，。）"
NONE, LITTLE, NO_READING = Need.NONE, Need.LITTLE, Need.NO_READING


class Gloss(NamedTuple):
    """The pinyin at `text[start:end]`, behind the character it reads."""

    start: int
    end: int
    need: Need
    running: bool


class Kit(NamedTuple):
    """What the glosses of a text say together."""

    plain: int
    marks: frozenset[str]
    is_noise: bool
    glosses: tuple[Gloss, ...]

    def takes(self, gloss: Gloss, mark: str) -> bool:
        """Whether a gloss that begins with `mark` is the kit's: plain, or written as its plain ones are."""
        if self.plain < ENOUGH and not gloss.running:
            return False
        return gloss.need <= LITTLE or (self.plain > SPARSE and mark in self.marks)

    def parted(self, text: str, glosses: tuple[Gloss, ...]) -> tuple[list[Gloss], tuple[Gloss, ...]]:
        """The glosses that are the kit's, and those that are not."""
        taken: list[Gloss] = []
        left: list[Gloss] = []
        for gloss in glosses:
            (taken if self.takes(gloss, text[gloss.start]) else left).append(gloss)
        return taken, tuple(left)


def bracketed(text: str) -> Iterator[Gloss]:
    """Characters with their reading in brackets."""
    return _glosses(text, BRACKETED)


def orphans(text: str, kit: Kit) -> Iterator[Gloss]:
    """Readings in brackets whose character other damage took (`ㄔO(shè)`), where a dense kit was at work."""
    if kit.plain >= ENOUGH:
        for match in ORPHAN.finditer(text):
            if text[match.start()] in kit.marks and is_toned(SYLLABLE.findall(match[0])[0]):
                yield Gloss(match.start(), match.end(), Need.NO_READING, running=True)


def bare(text: str) -> Iterator[Gloss]:
    """Characters with their reading straight behind them."""
    return (gloss for gloss in _glosses(text, BARE) if gloss.running)


def _glosses(text: str, pattern: Pattern) -> Iterator[Gloss]:
    for match in pattern.finditer(text):
        start, end = match.span()
        if (most := _most_needed(text[start - 1], match[0])) is not NO_READING:
            inside = "\u3400" <= text[start - 2 : start - 1] not in OWNERS
            yield Gloss(start, end, most, inside or _is_running(text, start, end))


@lru_cache(maxsize=1 << 14)
def _most_needed(character: str, written: str) -> Need:
    """How much the one is needed of the readings behind a character that is needed most."""
    return max(need(character, syllable) for syllable in SYLLABLE.findall(written))


def _is_running(text: str, start: int, end: int) -> bool:
    """Whether the character stands in a sentence, neither quoted by itself nor introduced as a name."""
    before, behind = text[start - 2 : start - 1], text[end : end + 1]
    if not before:
        before = behind
    behind = behind or before
    if not before or before in OWNERS:
        return False
    if before in OPENING and behind in CLOSING:
        return False
    return before >= "\u3400" or behind >= "\u3400" or before in ")]" or behind in ")]"


def bracketed_kit(text: str) -> Kit:
    """What the bracketed glosses of a whole text are; counted once."""
    return judged(text, list(bracketed(text)))


def bare_kit(text: str) -> Kit:
    """What the glosses without brackets are; counted once."""
    return judged(text, list(bare(text)))


def judged(text: str, glosses: Sequence[Gloss]) -> Kit:
    """What these glosses of a text say together."""
    plain = [gloss for gloss in glosses if gloss.running and gloss.need <= LITTLE]
    if len(glosses) <= ENOUGH:
        explained = _explained(text, glosses)
        plain = [gloss for gloss in plain if text[gloss.start - 1] not in explained]
    needed = len(glosses) - len(plain)
    plainest = any(gloss.need is NONE for gloss in plain)
    enough = len(plain) > needed and (len(plain) >= SPARSE or (plainest and not needed))
    noise = enough and not (len(plain) < ENOUGH and ABOUT_READINGS.search(text)) and not _is_primer(text, glosses)
    return Kit(len(plain), frozenset(text[gloss.start] for gloss in plain), is_noise=noise, glosses=tuple(glosses))


def _explained(text: str, glosses: Sequence[Gloss]) -> set[str]:
    """The characters of which more than one reading is given."""
    told: dict[str, set[str]] = {}
    for gloss in glosses:
        told.setdefault(text[gloss.start - 1], set()).add(text[gloss.start : gloss.end].strip("()（）[]［］【】 "))
    return {character for character, readings in told.items() if len(readings) > 1}


def _is_primer(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether nearly every character has its reading with its tone, as in a book for beginners."""
    if len(glosses) < LEAST_OF_PRIMER * len(text):
        return False
    toned = sum(not text[gloss.start + 1 : gloss.end - 1].isascii() for gloss in glosses)
    if toned < LEAST_OF_PRIMER * len(text):
        return False
    return toned > PRIMER * sum(map(len, RUNS.findall(text)))
