"""Counts the pinyin that stands behind characters, and tells an anti-copy kit from a text that teaches readings.

A kit glosses characters that every reader knows, in the middle of sentences. An author glosses rare characters, and
unusual readings; a primer glosses all of them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.rules.glosses.readings import LETTERS, Need, is_toned, need

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BRACKETED = Pattern(
    rf"([(（\[［【〔](?<=[^\x00-\x7f].)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]"
    rf"(?:[(（\[［][ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］]){{0,7}})"
)
ORPHAN = Pattern(rf"[(（\[［【〔](?<=\S.)[ \u3000]?[{LETTERS}]{{1,8}}[ \u3000]?[)）\]］】〕]")
BARE = Pattern(rf"([a-z](?<=[^\x00-\x7f].)[{LETTERS}]{{1,6}})(?=[^\x00-\x7f])")
BEHIND_BARE = "，。、；：！？”"
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


Gloss = tuple[int, int, Need, bool]
"""The pinyin at `text[start:end]`, how much the character before it needs it, and whether that stands in a sentence.

A kit leaves hundreds of them, so they are plain tuples.
"""


class Kit(NamedTuple):
    """What the glosses of a text say together."""

    plain: int
    marks: frozenset[str]
    is_noise: bool
    glosses: tuple[Gloss, ...]

    def parted(self, text: str, glosses: tuple[Gloss, ...]) -> tuple[list[Gloss], tuple[Gloss, ...]]:
        """The glosses that are the kit's, and those that are not: plain, or written as its plain ones are."""
        marks = self.marks if self.plain > SPARSE else frozenset[str]()
        few = self.plain < ENOUGH
        taken = [
            gloss for gloss in glosses if (gloss[2] <= LITTLE or text[gloss[0]] in marks) and not (few and not gloss[3])
        ]
        if len(taken) == len(glosses):
            return taken, ()
        chosen = {start for start, _, _, _ in taken}
        return taken, tuple(gloss for gloss in glosses if gloss[0] not in chosen)


def bracketed(text: str) -> list[Gloss]:
    """Characters with their reading in brackets."""
    return _glosses(text, BRACKETED)


def orphans(text: str, kit: Kit) -> Iterator[tuple[int, int]]:
    """Readings in brackets whose character other damage took (`ㄔO(shè)`), where a dense kit was at work."""
    if kit.plain >= ENOUGH:
        for match in ORPHAN.finditer(text):
            if text[match.start()] not in kit.marks or _is_han(text[match.start() - 1]):
                continue
            if is_toned(SYLLABLE.findall(match[0])[0]):
                yield match.span()


def bare(text: str) -> list[Gloss]:
    """Characters with their reading straight behind them, in a sentence."""
    found = [gloss for gloss in _glosses(text, BARE) if gloss[3]]
    return [gloss for gloss in found if text[gloss[1]] in BEHIND_BARE or _is_han(text[gloss[1]])]


def _is_han(character: str) -> bool:
    """Whether this is a Chinese character. A pattern that holds their blocks takes 1 ms to compile."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or "\uf900" <= character <= "\ufaff"


def _glosses(text: str, pattern: Pattern) -> list[Gloss]:
    """What a pattern finds behind characters that it reads."""
    pieces = pattern.split(text)  # what stands between them, and every other piece a gloss
    written = pieces[1::2]
    needs = list(map(_most_needed, [piece[-1:] for piece in pieces[: 2 * len(written) : 2]], written))
    bounds = list(accumulate(map(len, pieces)))
    found = [
        (start, end, most, "\u3400" <= text[start - 2 : start - 1] not in OWNERS or _is_running(text, start, end))
        for start, end, most in zip(bounds[::2], bounds[1::2], needs, strict=False)
    ]
    return [gloss for gloss in found if gloss[2] is not NO_READING] if NO_READING in needs else found


@lru_cache(maxsize=1 << 14)
def _most_needed(character: str, written: str) -> Need:
    """How much the one is needed of the readings behind a character that is needed most."""
    if not _is_han(character):
        return NO_READING
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
    plain = [(start, most) for start, _, most, running in glosses if running and most <= LITTLE]
    if len(glosses) <= ENOUGH:
        explained = _explained(text, glosses)
        plain = [(start, most) for start, most in plain if text[start - 1] not in explained]
    needed = len(glosses) - len(plain)
    plainest = any(most is NONE for _, most in plain)
    enough = len(plain) > needed and (len(plain) >= SPARSE or (plainest and not needed))
    noise = enough and not (len(plain) < ENOUGH and ABOUT_READINGS.search(text)) and not _is_primer(text, glosses)
    return Kit(len(plain), frozenset([text[start] for start, _ in plain]), is_noise=noise, glosses=tuple(glosses))


def _explained(text: str, glosses: Sequence[Gloss]) -> set[str]:
    """The characters of which more than one reading is given."""
    told: dict[str, set[str]] = {}
    for start, end, _, _ in glosses:
        told.setdefault(text[start - 1], set()).add(text[start:end].strip("()（）[]［］【】 "))
    return {character for character, readings in told.items() if len(readings) > 1}


def _is_primer(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether nearly every character has its reading with its tone, as in a book for beginners."""
    if not _are_most(len(glosses), text):
        return False
    return _are_most(sum(not text[start + 1 : end - 1].isascii() for start, end, _, _ in glosses), text)


def _are_most(count: int, text: str) -> bool:
    """Whether so many glosses are those of a primer, if all of them have tones."""
    if count < LEAST_OF_PRIMER * len(text):
        return False
    return count > PRIMER * _count_of_han(text)


def _count_of_han(text: str) -> int:
    """How many characters a text has between U+3400 and U+9FFF, by the high bytes of its UTF-16."""
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    return len(high) - len(high.translate(None, bytes(range(0x34, 0xA0))))
