"""Puts back the characters that word filters wrote in pinyin (`政fǔ` is 政府), in words that filters are known for.

Letters that mean something by themselves (`A市`, `b超`, `T恤`) and other words stay.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit


@cache
def _words() -> dict[str, str]:
    lines = Path(__file__).with_name("filter_spellings.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


def find(document: Document) -> Iterator[Edit]:
    """Swap the syllable where no other letter stands beside it."""
    text, words = document.text, _words()
    for hit in document.hits_of(words):
        if not (_is_letter(text[hit.start - 1 : hit.start]) or _is_letter(text[hit.end : hit.end + 1])):
            yield swap(text, hit.start, hit.end, words[hit.word], "a filtered word")


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < "\u3000"


RULE = Rule(
    name="filter-pinyin",
    summary=Summary("Syllables in the place of filtered characters", "敏感词中的拼音"),
    find=find,
    triggers=tuple(_words()),
    examples=(
        Example("当地政fǔ出动jing察，收缴毒pin。", "当地政府出动警察，收缴毒品。"),
        Example.keep("去A市做了b超，女性ai助手叫政fuzzy。", why="letters and words of their own"),
    ),
)
