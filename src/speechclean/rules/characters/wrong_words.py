"""Mends words that a converter from Simplified made by mistake: `麵前`, `同誌`, `曆史`.

Single characters prove nothing (一隻貓, 麵條, 日曆 are right), nor does a word or two: `吃麵前`, `這隻是公的`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

COUNTED = frozenset("這那一二兩三四五六七八九十百千萬幾每某吃煮下食擀和")
"""Behind these a character begins no wrong word: 兩隻有花紋, 吃麵前, 下麵對."""
FEWEST = 3


@cache
def _words() -> dict[str, str]:
    lines = rows(__file__, "wrong_words.txt")
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


def find(document: Document) -> Iterator[Edit]:
    """Swap them where there are several."""
    text, words = document.text, _words()
    found = [hit for hit in document.hits_of(words) if text[hit.start - 1 : hit.start] not in COUNTED]
    if len(found) >= FEWEST:
        for hit in found:
            yield swap(text, hit.start, hit.end, words[hit.word], f"{len(found)} words of no script")


RULE = Rule(
    name="characters-wrong-words",
    summary=Summary("Words that a converter of scripts made by mistake", "繁简误转的词"),
    find=find,
    signs=tuple(_words()),
    examples=(
        Example("同誌們，麵前的局麵是曆史造成的。", "同志們，面前的局面是歷史造成的。"),
        Example.keep("面前的局面是历史造成的。", why="the right words"),
    ),
)
