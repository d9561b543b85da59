"""Puts back the characters that word filters wrote in pinyin (`政fǔ` is 政府), in words that filters are known for.

Letters that mean something by themselves (`A市`, `b超`, `T恤`) and other words stay.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.tables import rows
from speechclean.core.traits import VOWEL
from speechclean.rules.glosses.places import beside, has_vowel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


@cache
def _words() -> dict[str, str]:
    lines = rows(__file__, "filter_spellings.txt")
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


NEAR = (
    "上下丝主乳交产亲人体侮做共内军冰力动勾卖博受吟吸吻呻品场处大女奸妓威娼嫖察尸屁府引弹强怖性恐情惑戏戮房手抚挑摸支政教春"
    "暴望杀枪欲毒民污淫游潮激炸爆爱独示私秽肉股胸腐腥腿自色荡药血行袜裁裤裸警访诱调败贩贪贿赌走轮辱逗邪部队露高鲜"
)
"""The characters that stand beside a syllable in the table of words, which is read where one of them does."""
BESIDE = r"[^\x00-\x7f]"
LETTERS = "[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǚ]{1,5}"
SYLLABLE = Pattern(
    rf"[a-zA-Z](?<![a-zA-Z0-9].)(?!(?<=n)g[^a-z])(?:(?<={BESIDE}.){LETTERS}(?![a-zA-Z0-9])|{LETTERS}+(?={BESIDE}))"
)
"""Letters beside what may be a Chinese character, on one side at least. A class of those takes 1 ms to compile.

An `ng` by itself is the end of a syllable whose vowel bears its tone.
"""


def find(document: Document) -> Iterator[Edit]:
    """Swap the syllables that make such a word with the character in front or behind."""
    text = document.text
    if not has_vowel(text):
        return
    for match in beside(text, SYLLABLE, NEAR):
        words = _words()
        start, end = match.span()
        syllable = match[0].lower()
        if word := words.get(text[start - 1 : start] + syllable):
            yield swap(text, start, end, word[1], word)
        elif word := words.get(syllable + text[end : end + 1]):
            yield swap(text, start, end, word[0], word)


RULE = Rule(
    name="filter-pinyin",
    summary=Summary("Syllables in the place of filtered characters", "敏感词中的拼音"),
    find=find,
    traits=VOWEL,
    examples=(
        Example("当地政fǔ出动jing察，收缴毒pin。", "当地政府出动警察，收缴毒品。"),
        Example.keep("去A市做了b超，女性ai助手叫政fuzzy。", why="letters and words of their own"),
    ),
)
