"""Puts 一 back where a mirror wrote 壹 throughout, and digits into names of encodings (`UTF-八`).

Amounts of money and numbered sections keep their 壹.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

ONE = Pattern("壹(?![、.．]|[仟佰拾万萬亿億元圆圓角分份整])(?<![贰貳叁肆伍陆柒捌玖拾佰仟零第币幣￥].)")
NO_AMOUNT = Pattern("壹(?![贰貳叁肆伍陆柒捌玖拾佰仟])(?<![贰貳叁肆伍陆柒捌玖拾佰仟币幣￥].)")
TOKEN = Pattern(r"(?i)(?<![A-Za-z])(UTF-|ISO-8859-|GB23|GB18)([一二三四五六七八九十〇零]{1,4})", first="UuIiGg")
NUMERALS = "八=8 七=7 十六=16 三十二=32 一=1 二=2 十五=15 十二=12 〇三〇=030"
FEWEST, SHARE = 3, 0.8


class Ones(NamedTuple):
    """How many 一 a text holds, and how many 壹 in their place."""

    right: int
    swapped: int


def count_ones(text: str) -> Ones:
    """Counted once, on the original."""
    return Ones(text.count("一"), len(ONE.findall(text)))


def find(document: Document) -> Iterator[Edit]:
    """Swap the 壹 of a text that has hardly a 一."""
    text = document.text
    ones = document.fact(count_ones)
    if ones.swapped >= FEWEST and ones.swapped >= SHARE * (ones.swapped + ones.right):
        for match in NO_AMOUNT.finditer(text):
            yield swap(text, match.start(), match.end(), "一", f"{ones.swapped} 壹, {ones.right} 一")


def find_tokens(document: Document) -> Iterator[Edit]:
    """Swap the numerals in names of encodings."""
    for match in TOKEN.finditer(document.text):
        digits = dict(pair.split("=") for pair in NUMERALS.split()).get(match[2])
        if digits:
            yield swap(document.text, match.start(2), match.end(2), digits, "no such name")


RULE = Rule(
    name="filter-numeral",
    summary=Summary("壹 in the place of 一", "通篇以“壹”代“一”"),
    find=find,
    triggers=("壹",),
    examples=(
        Example("這壹段壹直如此，他壹盤棋下了壹天。", "這一段一直如此，他一盤棋下了一天。"),
        Example.keep("人民币壹万元整。一式两份，双方各执壹份。第壹部分", why="amounts"),
    ),
)
TOKENS = Rule(
    name="filter-numeral-token",
    summary=Summary("Numerals in names of encodings", "编码名中的汉字数字"),
    find=find_tokens,
    triggers=("utf-", "iso-8859-", "gb23", "gb18"),
    examples=(
        Example("文件存为UTF-八编码。", "文件存为UTF-8编码。"),
        Example.keep("文件存为UTF-8编码，一共三个。", why="digits"),
    ),
)
