"""Cuts the lines in which a site names its own page: 本文标题, 本文链接, 原文地址, with what follows the colon.

来源 and 作者 with a value belong to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    "本文标题", "本文题目", "本文链接", "本文地址", "本文网址", "本文来源", "本文出处", "原文链接", "原文地址",
    "原文网址", "原文出处", "文章地址", "文章链接", "来源网址",
    "来源链接", "来源地址", "转载链接", "永久链接",
    "本文编号", "文章编号", "链接地址", "网页地址", "本页地址", "本页网址", "固定链接", "本文由来", "文章来源", "转自",
    "摘自", "文章出处",
)  # fmt: skip
_TRIGGERS = frozenset(TRIGGERS)
OWN = Pattern(
    r"[\s\[【(（*★◆·-]{0,4}(?:本文(?:标题|题目|链接|地址|网址|编号)|(?:原文|文章|转载|网页|本页|来源|固定|永久"
    r"|链接)(?:链接|地址|网址))[ \t]*[::]"
)
SITE = Pattern(
    r"[\s\[【(（*★◆·-]{0,4}(?:(?:本文|文章)(?:来源|出处)|(?:本文|文章)?(?:转自"
    r"|摘自))[ \t]*[::][^。\n]{0,40}(?:https?:|www\.|\.(?:com"
    r"|cn|net|org)|(?:范文|文秘|公文|作文|文档|笔杆|材料|资料|小说|论文|写作)[^。\n]{0,6}(?:网|库|站))"
)
PAPER = Pattern(r"[〔\[【(（]?文章编号[〕\]】)）]?[ \t]*[::]?[ \t]*\d{4}")


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that begin with such a label."""
    for line in document.lines_with(_TRIGGERS):
        folded = document.folded(line.start, line.end)
        if line.end - line.start > 160 or "。" in folded[:-1] or PAPER.match(folded):
            continue
        if OWN.match(folded) or SITE.match(folded):
            yield cut_line(document.text, line.start, line.end, "the site names its own page")


RULE = Rule(
    name="furniture-source-line",
    summary=Summary("A site's lines about its own page", "本文标题与链接行"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("谢谢大家！\n本文链接：https://www.abc.com/1.html", "谢谢大家！"),
        Example.keep("文章来源：《人民日报》", why="a source with a value"),
        Example.keep("文章编号：1009-0000（2019）08-0211-02", why="a journal's number"),
    ),
)
