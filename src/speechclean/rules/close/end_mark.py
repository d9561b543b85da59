"""Cuts the marks a site puts around its text: `--END--` below its last line, `—— 广告 ——` within. An author's （完） stays.

So does `-END-` in the middle of what remains, where a manual or a story shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.mentioned import is_shown, speaks_of_ads
from speechclean.judgement.page_words import is_byline
from speechclean.judgement.titles import CHAPTER
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    "end",
    "下接第",
    "上接第",
    "转第",
    "结束",
    "广告",
    "廣告",
    "本章完",
    "完毕",
    "正文开始",
    "以下正文",
    "the end",
    "ad",
    "sponsored",
)
_TRIGGERS = frozenset(TRIGGERS)
FRAME = r"[ \t\u3000\-—–_=~*·.…<>《》【】\[\]()（）|★☆◆◇■□▲△▼▽→←↓↑✦]"
AD = (
    r"(?:[这這以]?[里裡下]?(?:是|[为為])|下面[请請]看|[请請]看|插播|[进進]入)?(?:一[条條则則段个個])?(?:[广廣]告|AD|推广|[赞贊]助商?[广廣]告)的?"
    r"(?:分[割隔][线線]|[时時][间間段]|[开開]始|[结結]束|插播)?"
    r"(?:[，,、 ][^\s，,。！？!?]{0,4}(?:秒[后後]|[继繼][续續]|[阅閱][读讀]|回[来來]|看|[进進]入)[^\s，,。！？!?]{0,8})?"
)
"""What stands between the signs of such a line: that an ad begins, or ends, or how long it takes."""
MARK = Pattern(
    rf"(?P<last>[-—=*_]{{1,2}} ?(?:THE )?(?:END|End) ?[-—=*_]{{1,2}}"
    rf"|(?:(?<=[。！？!?…”」』）)]\n)|(?<=[。！？!?…”」』）)]\n\n))END"
    rf"|{FRAME}{{2,40}}(?:(?:THE )?(?:END|End|end)|(?:本文|全文|文章|正文|文档|内容|本篇)(?:到此|至此|已)?(?:结束|完毕)"
    rf"|本章(?:节)?(?:已)?(?:完|结束))(?:了)?[!！]?{FRAME}{{1,40}}"
    rf"|[（(]本章(?:节)?(?:已)?完(?:结|成)?[）)]|正文结束)"
    rf"|(?P<first>{FRAME}{{2,40}}(?:本文|全文|文章|正文|文档|内容|本篇)开始[!！]?{FRAME}{{1,40}}|正文开始)"
    rf"|(?P<ad>{FRAME}{{2,40}}{AD}{FRAME}{{1,40}}|[赞贊]助商(?:广告|廣告|链接|連結)"
    rf"|{FRAME}{{0,12}}(?:ADVERTISEMENTS?|SPONSORED(?: CONTENT)?|(?<=[-—])[ ]Advertisement[ ](?=[-—])){FRAME}{{0,12}}"
    rf"(?:[广廣]告{FRAME}{{0,6}})?)"
    rf"|[-—－=]{{2,20}} ?[（(]?(?:下接|上接|[转轉]至?)第?.{{1,3}}[页頁版][）)]? ?[-—－=]{{2,20}}"
)
LABEL = Pattern(r"[【\[(（]?([^\s：:|｜丨/／】\]]{1,8})[ \u3000】\]]{0,2}[：:|｜丨/／】\]]")
OF_AUTHOR = frozenset(("作者简介", "作者簡介", "关于作者", "關於作者", "作者介绍", "作者介紹"))
MOST_BYLINES = 5
NEAR = 40


def find(document: Document) -> Iterator[Edit]:
    """Cut the marks that stand where a site puts them."""
    text, shown = document.text, -1
    ends: tuple[int, int] | None = None
    for line in document.lines_with(_TRIGGERS):
        mark = MARK.fullmatch(text, line.start, line.end)
        if not mark:
            continue
        if line.start == shown or is_shown(text, *line):
            shown = line.end + 1
            continue
        ends = ends or (_first_of_text(text), _last_of_text(text))
        if _stands_so(document, mark, *ends):
            yield cut_line(text, line.start, line.end, "a mark around the text")


def _stands_so(document: Document, mark: re.Match[str], first: int, last: int) -> bool:
    """Whether a site puts such a mark there: above the text, below it, or within a text that is not about ads."""
    if mark["last"]:
        return mark.start() > last or ("章" in mark[0] and _heads_chapter(document.text, mark.end()))
    if mark["first"]:
        return mark.start() <= first
    return not (mark["ad"] and document.fact(speaks_of_ads))


def _heads_chapter(text: str, start: int) -> bool:
    """Whether what follows is the head of a chapter."""
    return CHAPTER.match(text[start : start + NEAR].lstrip()) is not None


def _first_of_text(text: str) -> int:
    """Where the first line that is not blank begins, but for blanks."""
    return len(text) - len(text.lstrip())


def _last_of_text(text: str) -> int:
    """Where the last line of the text begins: above marks, and a few lines of a byline."""
    end, bylines = len(text), 0
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        row = text[start:end].strip()
        if row and not MARK.fullmatch(text, start, end):
            bylines += 1
            if bylines > MOST_BYLINES or not _is_byline(row):
                return start
        end = start - 1
    return -1


def _is_byline(row: str) -> bool:
    """Whether a row begins with the label of a byline, or tells who the author is."""
    label = LABEL.match(row)
    return label is not None and (is_byline(label[1]) or label[1] in OF_AUTHOR)


RULE = Rule(
    name="furniture-end-mark",
    summary=Summary("A site's marks around a text", "正文首尾标记"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("谢谢大家！\n—— 本文结束 ——", "谢谢大家！"),
        Example("傘壞了。\n－－－－下接第二頁－－－－\n他抬頭看天。\n-END-", "傘壞了。\n他抬頭看天。"),
        Example.keep("会议到此结束。\n（全文完）", why="a sentence, and an author's mark"),
        Example.keep("程序写到这一行为止。\n-END-\n之后的内容不会编译。", why="text goes on below"),
    ),
)
