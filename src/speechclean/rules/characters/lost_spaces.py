"""Turns `++` between Chinese names back into a blank: an address bar wrote them. `C++`, `1++` and `计数++循环` stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

SIGN = "++"
HAN = r"\u3400-\u9fff"
LIST = Pattern(rf"\+\+(?<=[{HAN}]\+\+)[{HAN}]{{2,4}}(?:\+\+[{HAN}]{{2,4}})*(?=\+\+|[\s。，；、）]|\Z)")
FIRST = Pattern(rf"(?<![{HAN}])[{HAN}]{{2,4}}\Z")
"""The first of a list, which a mark or a blank parts from the text before it."""
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢傅钟姜崔谭廖范"
    "汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严洪赖武莫孔汤尹庞葛欧阮司诸尉端皇慕上官令狐东"
)
MANY = 3
"""With so many signs, one name in three may have a surname that few have."""


def find(document: Document) -> Iterator[Edit]:
    """Look at each list of which the parts are as long as names, and begin as they do."""
    text = document.text
    for match in LIST.finditer(text):
        first = FIRST.search(text, max(0, match.start() - 5), match.start())
        parts = match[0].split(SIGN)[1:]
        if not _are_names([first[0], *parts] if first else parts, len(parts)):
            continue
        place = match.start()
        for part in parts:
            yield swap(text, place, place + len(SIGN), "\u3000", "two blanks, encoded")
            place += len(SIGN) + len(part)


def _are_names(parts: list[str], signs: int) -> bool:
    """Whether these are people's names, two at least."""
    named = sum(part[0] in SURNAMES for part in parts)
    return named == len(parts) > 1 or (signs >= MANY and 3 * named >= 2 * len(parts))


RULE = Rule(
    name="characters-lost-spaces",
    summary=Summary("`++` in the place of blanks between names", "人名之间的“++”"),
    find=find,
    triggers=("++",),
    examples=(
        Example("参加人员：张某某++李某++王某某。\n主持：赵某", "参加人员：张某某　李某　王某某。\n主持：赵某"),
        Example.keep("他用C++写了三年，评级为A++级。", why="no names"),
        Example.keep("每读一行就计数++循环，先自增++再取值++最后输出。", why="code in words"),
    ),
)
