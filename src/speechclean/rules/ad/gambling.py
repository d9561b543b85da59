"""Removes the names of betting sites that stand where a hacked page's own organisation was named.

Must not touch news about such places or firms: the name alone is never cut, only with what a site adds to it (官网,
登录入口, app下载).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.quotations import is_quoted
from speechclean.lexicon import load
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

BRANDS = load("gambling_brands")
_BRANDS = frozenset(BRANDS)
PROOFS = ("官网", "入口", "登录", "登陆", "app", "下载", "网址", "网页版", "棋牌", "检测中心", "线路")
PLACES_TOO = ("澳门", "皇冠", "银河", "金沙", "威尼斯人", "大发", "千亿", "太阳城", "钱柜")
"""Names that are places, hotels or words, too: one word behind them is not enough, unless it recurs."""
SPOKEN_OF = Pattern("[的在了是被和、]|关闭|取缔|查处|涉嫌|非法|赌|警方|办理|拥有|介绍|通过|登录了")


WARNING = Pattern("请勿|切勿|谨防|警惕|冒用|冒充|诈骗|网警|举报|提醒")
NEAR = 60
"""So far around a quoted name, in code points, a warning speaks."""


@cache
def _core() -> Pattern:
    """What each name holds: a brand, and behind it the first that a site adds. Few characters begin one."""
    place = f"(?:{_any_of(load('gambling_places'))})"
    first = "".join(sorted({brand[0] for brand in BRANDS}))
    return Pattern(
        rf"(?:{_any_of(BRANDS)})(?:新?\d+|[a-z]{{1,4}}|\d{{2,4}}net)?(?:[-(·]?{place}|\(中国\))", first=first
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _name() -> Pattern:
    place = f"(?:{_any_of(load('gambling_places'))})"
    again = f"[-,，_·-]?(?:{_any_of(BRANDS)})?(?:新?\\d+)?[a-z0-9]{{0,6}}"
    return Pattern(
        rf"(?<![a-z0-9])(?:[a-z0-9]{{2,8}})?(?:{_any_of(BRANDS)}){{1,3}}(?:新?\d+|[a-z]{{1,4}}|\d{{2,4}}net)?(?:[-(·]?{place}|\(中国\)){{1,6}}[)】]?"
        rf"(?:[-,_ 【]{{1,2}}{again}(?:[-(·]?{place}|\(中国\)){{1,6}}[)】]?){{0,8}}"
    )


def find(document: Document) -> Iterator[Edit]:
    """Cut each name; where nothing else stands in its line, the line."""
    text = document.text
    reached = -1
    nameless = document.fact(_nameless)
    for line in document.lines_with(_BRANDS):
        row = text[line.start : line.end]
        if row in nameless:
            continue
        folded = fold(row)
        if not _core().search(folded):
            nameless.add(row)
            continue
        for match in _name().finditer(folded):
            start, end = line.start + match.start(), line.start + match.end()
            if start < reached or not _is_name(match[0], text, end) or _is_warned_of(text, start, end):
                continue
            reached = end
            if match.span() == (0, len(folded)):
                yield cut_line(text, start, end, f"betting site {match[0]!r}")
            else:
                yield cut(text, start, end, f"betting site {match[0]!r}")


def _nameless(_: str) -> set[str]:
    """Where it is kept which lines of a document hold no name: they are met again when it was changed."""
    return set()


def _is_name(name: str, text: str, end: int) -> bool:
    """Whether a site's name stands there, and not a sentence that speaks of one."""
    proofs = sum(name.count(word) for word in PROOFS)
    if not proofs or SPOKEN_OF.match(text, end):
        return False
    plain = name.startswith(PLACES_TOO) and sum(brand in name for brand in BRANDS) == 1
    return not plain or proofs > 1 or text.count(name) > 1


def _is_warned_of(text: str, start: int, end: int) -> bool:
    """Whether a warning quotes the name: `标题多为“某校-澳门新葡京官网”，请勿点击`."""
    return is_quoted(text, start, end) and WARNING.search(text, max(0, start - NEAR), end + NEAR) is not None


RULE = Rule(
    name="ad-gambling",
    summary=Summary("Names of betting sites in the place of an organisation's", "被替换进来的博彩站名"),
    triggers=BRANDS,
    find=find,
    examples=(
        Example("必赢官网登录入口学院工会举办了春季运动会。", "学院工会举办了春季运动会。"),
        Example("校园动态\n皇冠登录入口,皇冠体育app下载\n学校召开了家长会。", "校园动态\n学校召开了家长会。"),
        Example.keep("警方查处了一个冒用澳门银河官网的赌博网站。", why="news about a site"),
        Example.keep("代表团抵达澳门，下榻威尼斯人酒店，次日赴葡京参观。", why="places of that name"),
    ),
)
