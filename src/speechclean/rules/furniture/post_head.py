"""Cuts the head of a forum's post where it was glued to its text: `发表于 2010-01-09 10:44 | 来自手机`, `匿名 113.87.xxx.xxx`.

A masked address that no such word stands before may be the author's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.bylines import DATE
from speechclean.judgement.mentioned import is_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

FIELD = (
    r"(?:(?:来自|來自|[发發]自) ?[:：]?"
    r"(?:手[机機]|iPhone|Android|[电電][脑腦]|[网網][页頁](?:版)?|[安苹][卓果](?:手机|客户端|版)?|[客本]?[户戶]?端)"
    r"(?:客户端|版|端)?|只看[该該此]作者|只看(?:楼主|樓主|他|TA)|[显顯]示全部[楼樓][层層]|[倒正]序[浏瀏]?[览覽看][帖贴]?|[阅閱][读讀]模式"
    r"|IP ?[:：] ?(?:已[记記][录錄]|[\d.*x]{7,15})|IP已[记記][录錄]|[回引举舉][复覆用报報]|\d{1,4} ?[楼樓#])"
)
HEAD = Pattern(
    rf"(?<=[。！？!?…”」』）)】\]])[发發]表[于於][:：]? ?{DATE.source}(?: {{0,2}}[|｜] {{0,2}}{FIELD}){{1,6}}"
    r"|(?<![^\n])(?:匿名|游客|遊客|网友|網友)(?:用户|用戶|网友|網友)? ?[:：]?[（(\[]?(?:IP[:：]? ?)?"
    r"\d{1,3}\.\d{1,3}\.(?:\d{1,3}|x{1,3}|\*{1,3})\.(?:x{1,3}|\*{1,3})[)）\]]?[ \t\u3000]?(?:[:：])?",
    first="发發匿游遊网網",
)
COLONS = ":："
TRIGGERS = ("发表于", "发表於", "發表於", "匿名", "游客", "网友")


def find(document: Document) -> Iterator[Edit]:
    """Cut the heads; behind one that is a word of a sentence that goes on."""
    text = document.text
    for head in HEAD.finditer(text):
        if head[0][-1] in COLONS or not is_speaker(text, head.end()):
            yield cut(text, *head.span(), "the head of a forum's post")


RULE = Rule(
    name="furniture-post-head",
    summary=Summary("The head of a post glued to its text", "粘在正文上的楼层信息"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("发过三次言。发表于 2010-01-09 10:44 | 来自手机 | IP：已记录这是第四次。", "发过三次言。这是第四次。"),
        Example("匿名 113.87.xxx.xxx 多半是压脚压力不够。", "多半是压脚压力不够。"),
        Example.keep(
            "日志里只有一行：113.87.xxx.xxx，发表于 2010-01-09，之后再无记录。", why="an author's account of it"
        ),
    ),
)
