"""Cuts a betting site's name that nobody knows yet, where a hacked page repeats it before its sentences and in its title.

Must not touch what is written about such a site: there the name stands in the sentence, or in quotation marks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.mentioned import is_subject
from speechclean.rules.ad.gambling import SPOKEN_OF
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

TRIGGERS = (
    "登录入口", "登陆入口", "官网入口", "官网登录", "官网登陆", "注册入口", "登录网址", "登陆网址", "app下载",
    "网页版登", "官网注册", "平台登录", "平台登陆", "平台注册", "(中国)",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
_ENTRY = "(?:官网|平台|网页版|手机版)?(?:登[录陆](?:入口|网址|页面)?|注册(?:入口|网址)?|入口|app下载)"
NAME = Pattern(
    rf"(?:(?<=[\s。！？!?,:_|·-])|^)(?P<name>[\u3400-\u9fffa-z0-9]{{1,8}}?(?:娱乐|棋牌|电竞|真人|彩票|国际|体育|博彩)(?:城|网|在线)?{_ENTRY})"
    r"(?:\(中国\))?(?:有限公司|官方网站|官网)?"
)
"""What is played there, and where one enters; before it a name, where a line or a sentence begins."""
FEWEST, GLUED = 3, 2
"""So often a name stands on a page, and so often before a sentence."""
SEAM = "_-|· \u3000"
LABEL = Pattern(r"\s{0,4}[^\s:：]{1,6}[:：]\s{0,4}")
"""What says nothing without its value: 来源：."""
BEFORE_SENTENCE = Pattern(r"[\u3400-\u9fff]")


def find(document: Document) -> Iterator[Edit]:
    """Cut each of a name's places, with what parts it from a title."""
    lines = document.lines_with(_TRIGGERS)
    if len(lines) < GLUED:
        return
    found = [(line, match) for line in lines for match in NAME.finditer(fold(document.text[line.start : line.end]))]
    often = Counter(match["name"] for _, match in found)
    glued = Counter(match["name"] for line, match in found if _begins_sentence(document, line, match))
    names = {
        name
        for name, times in often.items()
        if times >= FEWEST and glued[name] >= GLUED and f"“{name}" not in document.text
    }
    for line, match in found:
        if match["name"] in names:
            yield _cut(document.text, line, match)


def _begins_sentence(document: Document, line: Line, match: re.Match[str]) -> bool:
    """Whether a sentence that does not go on about the name stands right behind it."""
    text, end = document.text, line.start + match.end()
    if BEFORE_SENTENCE.match(text, end) is None or SPOKEN_OF.match(text, end):
        return False
    return not is_subject(text, end)


def _cut(text: str, line: Line, match: re.Match[str]) -> Edit:
    """Cut a name with the signs around it; where nothing else stands in its line, the line."""
    start, end = line.start + match.start(), line.start + match.end()
    why = f"betting site {match['name']!r}"
    while end < line.end and text[end] in SEAM:
        end += 1
    while end == line.end and start > line.start and text[start - 1] in SEAM:
        start -= 1
    if end == line.end and (start == line.start or LABEL.fullmatch(text, line.start, start)):
        return cut_line(text, line.start, end, why)
    return cut(text, start, end, why)


RULE = Rule(
    name="furniture-injected-name",
    summary=Summary("Betting sites' unknown names that a hacked page repeats", "被黑页面反复插入的未知博彩站名"),
    triggers=TRIGGERS,
    find=find,
    examples=(
        Example(
            "金满楼娱乐登录入口_我校召开家长会_金满楼娱乐登录入口\n金满楼娱乐登录入口我校昨日召开家长会。\n金满楼娱乐登录入口校长介绍了情况。",
            "我校召开家长会\n我校昨日召开家长会。\n校长介绍了情况。",
        ),
        Example.keep(
            "金满楼娱乐登录入口在哪里，他不肯说。金满楼娱乐登录入口是一个网页。金满楼娱乐登录入口被封了。",
            why="sentences about the site",
        ),
    ),
)
