"""Turns radicals and compatibility forms into the characters they stand for: `⾏政` → `行政`, `︰` → `：`.

A text on radicals keeps them.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

RANGES = ((0x2E80, 0x2FE0), (0xF900, 0xFA6E), (0xFE30, 0xFE31), (0xFE50, 0xFE53), (0xFE54, 0xFE58), (0x2024, 0x2025))
ALL = tuple(chr(code) for first, last in RANGES for code in range(first, last))
FORMS = Pattern("[\u2e80-\u2fdf\uf900-\ufa6d\ufe30\ufe50-\ufe52\ufe54-\ufe57\u2024]+", first="".join(ALL))
TALK = Pattern("部首|偏旁|字形|康熙|笔画|筆畫|字典|Unicode|编码")
NEAR = 30
MARKS = {":": "：", ",": "，", "..": "：", ".": "·", ";": "；", "?": "？", "!": "！"}
"""The marks of Chinese text for their small, vertical and one-dot forms: U+FE30 is two dots, one above the other."""
# The CJK radicals supplement has no decompositions but two; these are the ones that font conversions leave in text.
# Source: the characters' names in the Unicode Character Database ("CJK RADICAL C-SIMPLIFIED LONG" is 长, and so on).
SUPPLEMENT = dict(
    zip(
        "⺁⺄⺅⺆⺈⺉⺊⺋⺌⺍⺏⺐⺓⺔⺖⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺦⺨⺩⺪⺫⺬⺭⺮⺰⺱⺲⺳⺶⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙亻冂刀刂卜㔾小小尢尣幺彑忄心扌攵旡月母民氵水灬丬犭王疋目示礻竹纟罓罒网羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)


def find(document: Document) -> Iterator[Edit]:
    """Replace each run of such forms, unless the text near it speaks of radicals."""
    text = document.text
    for match in FORMS.finditer(text):
        plain = "".join(map(_plain, match.group()))
        if plain != match.group() and not TALK.search(text, max(0, match.start() - NEAR), match.end() + NEAR):
            yield swap(text, match.start(), match.end(), plain, "compatibility form")


@cache
def _plain(form: str) -> str:
    plain = SUPPLEMENT.get(form) or unicodedata.normalize("NFKC", form)
    return MARKS.get(plain, plain)


RULE = Rule(
    name="characters-compatibility",
    summary=Summary("Radicals and compatibility forms in the place of characters", "部首码位与兼容字形"),
    find=find,
    signs=ALL,
    examples=(
        Example("⾏政公⽂⼀⽅⾯，⺟亲⻓大", "行政公文一方面，母亲长大"),
        Example.keep("“林”字的部首是⽊。", why="the text is about radicals"),
    ),
)
