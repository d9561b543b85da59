"""Cuts lines that are made of a page's controls and counters and of nothing else, and such items beside a byline.

Dates and bylines that have a value stay. A line is never cut for being short: every word in it must be known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.page_line import BULLET, Reading, read
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

LONGEST = 200
TOO_COMMON = frozenset("上传 下载 公众号 关注 反对 大 小 中 微信 投票 收起 支持 播放 播报 收录 点击 编辑 订阅 讨论 提示 建议 设置".split())
TRIGGERS = tuple(
    word
    for name in ("controls", "controls_plain", "counters")
    for word in lexicon.load(name)
    if len(word) > 1 and word not in TOO_COMMON
)
_TRIGGERS = frozenset(TRIGGERS)


def find(document: Document) -> Iterator[Edit]:
    """Weigh every short line that holds a control."""
    for line in document.lines_with(_TRIGGERS):
        if 0 < line.end - line.start <= LONGEST:
            yield from _judge(document, line)


def _judge(document: Document, line: Line) -> Iterator[Edit]:
    folded = document.folded(line.start, line.end)
    reading = read(folded)
    kept = reading.kinds("date", "byline", "value") if _has_byline(reading) else []
    if not is_furniture(reading, folded):
        return
    evidence = f"controls weigh {reading.weight:g}, {reading.text} characters of text"
    if not kept:
        yield cut_line(document.text, line.start, line.end, evidence)
        return
    yield from _beside(document, line, [(item.start, item.end) for item in kept], evidence)


def is_furniture(reading: Reading, folded: str) -> bool:
    """Whether the controls outweigh what they do not explain."""
    signs = len([item for item in reading.items if item.weight])
    if BULLET.match(folded) and signs < 2:
        return False
    score = reading.weight - reading.text / 3
    if not reading.kinds("control", "label", "byline") and not reading.parted and reading.weight < 3:
        return False
    return score >= 2 and reading.weight >= (3 if reading.text else 2)


def _has_byline(reading: Reading) -> bool:
    """Whether a date or a byline with its value stands on the line."""
    if reading.kinds("date"):
        return True
    pairs = zip(reading.items, reading.items[1:], strict=False)
    return any(item.kind == "byline" and behind.kind == "value" for item, behind in pairs)


def _beside(document: Document, line: Line, kept: list[tuple[int, int]], evidence: str) -> Iterator[Edit]:
    """Cut the line around the spans that stay, with the separators between."""
    position = line.start
    for start, end in kept:
        a, b = line.start + start, line.start + end
        if document.text[position:a].strip(" :："):
            yield cut(document.text, position, a, evidence)
        position = b
    if document.text[position : line.end].strip():
        yield cut(document.text, position, line.end, evidence)


RULE = Rule(
    name="furniture-controls",
    summary=Summary("Menus, buttons, counters and share bars", "菜单、按钮、计数与分享栏"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("特此公告。\n【返回顶部】 【打印本页】 【关闭窗口】", "特此公告。"),
        Example("2021-05-06 浏览：318次 字号：大 中 小\n各位代表：", "2021-05-06\n各位代表："),
        Example.keep("回复群众留言\n转发、点赞、评论都要算数。", why="words of controls in a heading and a sentence"),
        Example.keep("来源：新华社　作者：王某\n正文第一段。", why="a byline with values belongs to the text"),
    ),
)
