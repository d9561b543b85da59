"""Puts back what word filters set apart: characters in corner brackets (`『色』情`), numbers in asterisks.

A quotation of one character stays: it makes no word with its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut, swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.plausibility import bond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

FRAMED = Pattern("『(?<=[\u3400-\u9fff]『)([\u3400-\u9fff])』(?=[\u3400-\u9fff，。])")
TALK = "字部旁首姓音"
WORD = 0.5
"""From this bond on two characters are likely to be one word."""
NUMBERED = Pattern(r"\*\*\*([一二三四五六七八九十\d]{1,3})\*\*\*")
FEWEST = 3


def find_framed(document: Document) -> Iterator[Edit]:
    """Cut the brackets around a character that belongs to the word in front or behind."""
    text = document.text
    for match in FRAMED.finditer(text):
        before, framed, after = text[match.start() - 1], match[1], text[match.end()]
        if after not in TALK and max(bond(before, framed), bond(framed, after) if after > "㐀" else 0) > WORD:
            yield cut(text, match.start(), match.start() + 1, "a filtered word")
            yield cut(text, match.end() - 1, match.end(), "a filtered word")


def find_numbered(document: Document) -> Iterator[Edit]:
    """Turn the asterisks around the numbers of headings into the brackets that they were."""
    text = document.text
    found = [match for match in NUMBERED.finditer(text) if _is_at_head(text, match.start())]
    if len(found) >= FEWEST:
        for match in found:
            yield swap(text, match.start(), match.end(), f"（{match[1]}）", f"{len(found)} numbers in asterisks")


def _is_at_head(text: str, place: int) -> bool:
    """Whether nothing but blanks stands before it on its line."""
    while place and text[place - 1] in " \u3000":
        place -= 1
    return not place or text[place - 1] == "\n"


RULE = Rule(
    name="filter-framed",
    summary=Summary("Single characters in corner brackets", "被『』框住的单字"),
    find=find_framed,
    triggers=("『",),
    examples=(
        Example("打击淫秽『色』情信息。", "打击淫秽色情信息。"),
        Example.keep("他写了『忍』挂在墙上，『色』字头上一把刀。", why="quotations"),
    ),
)
NUMBERS = Rule(
    name="filter-numbers",
    summary=Summary("Asterisks in place of brackets around numbers", "星号代替的序号括号"),
    find=find_numbered,
    triggers=("***一***", "***1***"),
    examples=(
        Example("***一***学习。\n***二***调研。\n***三***整改。", "（一）学习。\n（二）调研。\n（三）整改。"),
        Example.keep("***一***定要来。", why="emphasis"),
    ),
)
