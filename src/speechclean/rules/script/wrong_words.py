"""Mends words that a converter from Simplified made by mistake: `麵前`, `同誌`, `曆史`.

Single characters prove nothing (一隻貓, 麵條, 日曆 are right), nor does a word or two: `吃麵前`, `這隻是公的`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.strangers import strangers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

SUSPECT = Pattern("[麵隻誌曆後裏繫係幹乾製複發髮鬆穀鬥醜禦嚮彆錶齣傢瞭]")
COUNTED = "這那一二兩三四五六七八九十百千萬幾每某吃煮下食擀和"
"""Behind these a character begins no wrong word: 兩隻有花紋, 吃麵前, 下麵對."""
FEWEST = 3


@cache
def _words() -> dict[str, str]:
    lines = Path(__file__).with_name("wrong_words.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {wrong: right for wrong, right in pairs}  # noqa: C416  # pairs, says the type checker, not tuples


def find(document: Document) -> Iterator[Edit]:
    """Swap them where there are several."""
    text = document.text
    few = document.fact(strangers)
    if few is not None and not SUSPECT.search(few):
        return
    found = list(_found(text))
    if len(found) >= FEWEST:
        for start, wrong in found:
            yield swap(text, start, start + len(wrong), _words()[wrong], f"{len(found)} words of no script")


def _found(text: str) -> Iterator[tuple[int, str]]:
    words = _words()
    reached = 0
    for match in SUSPECT.finditer(text):
        for start, end in ((match.start(), 2), (match.start() - 1, 2), (match.start(), 3)):
            word = text[max(0, start) : start + end]
            if start >= reached and word in words and text[start - 1 : start] not in (*COUNTED,):
                yield start, word
                reached = start + len(word)
                break


RULE = Rule(
    name="script-wrong-words",
    summary=Summary("Words that a converter of scripts made by mistake", "繁简误转的词"),
    find=find,
    examples=(
        Example("同誌們，麵前的局麵是曆史造成的。", "同志們，面前的局面是歷史造成的。"),
        Example.keep("這隻是公的，那兩隻有花紋；吃麵前洗手，買了日曆和雜誌。", why="right as it stands"),
    ),
)
