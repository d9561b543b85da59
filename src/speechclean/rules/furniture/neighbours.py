"""Cuts the links to the page before and the page after, with their titles; 上一篇 in a sentence stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.edit import cut
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.extracted import is_authors_markdown
from speechclean.judgement.mentioned import is_shown
from speechclean.judgement.page_line import read
from speechclean.judgement.series import is_member
from speechclean.judgement.verse import is_of_verse
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = (
    *(f"{side}一{kind}" for side in "上下" for kind in (*"篇章则条页首节回集张话帖图文个", "主题", "新闻")),
    *(f"{side}{kind}" for side in "上下" for kind in "篇条章则"),
    *(f"{side}一{kind}" for side in "前后" for kind in ("篇", "则", "条:", "页:", "首:", "章:")),
    "«",
    "»",
    "→",
    *(f"返回{kind}" for kind in ("栏目", "目录", "列表", "专题", "频道")),
)
_TRIGGERS = frozenset(TRIGGERS)
LINK = Pattern(
    r"[\s<>»«‹›→←↑↓◆·●★■▲▼△▽☆\[【(|-]{0,6}(?P<link>[上下前后]一?(?:[篇章则条页首节回集张话帖图文个版期]|主题)(?:文章"
    r"|新闻|作文|范文|信息|主题|内容|资讯|图集|公告"
    r"|博文|日志|游记)?|返回(?:栏目|目录|列表|专题|频道|分类))"
    r"[ \t]*(?:[\])】]|(?=[ \t\u3000]))?[ \t]*(?P<mark>[::>»→]|(?<=[\])】])|(?=[ \t\u3000][^\s]))"
)
BETWEEN_ARROWS = Pattern(r"\n[ \t]*[«←‹][ ]?[^\n。«»←→]{2,40}(?:\n|[ \u3000|]{1,4})[^\n。«»←→]{2,40}[»→›]\s*\Z")
LABEL = Pattern(
    r"[\s<>»«‹›←→↑↓◆·●★▲▼\[【(|-]{0,4}(?P<side>[上下前后])一?(?:[篇则条]|主题)(?:文章|新闻|作文|范文|信息|主题|内容|资讯|公告|博文|日志|游记)?"
    r"[\s>»›→:|\])】-]{0,4}"
)
"""Such a link alone on its line; its title stands below."""
LONGEST_LABEL, PAIRED = 16, 140
TITLE_NOT = Pattern(r"[。:;]$|。.|^[-*=_]+$")
PATH = Pattern(r"[首主]页 ?[>»›→-].{0,60}$")
FINAL = Pattern(r"[。！!;][\s”\"]*$")
NAMED = frozenset(f"{side}一{kind}" for side in "前后" for kind in "条页首章")
"""An author calls so what he compares; below a site's no sentence follows."""
REST = 80
SHORT = 4


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that begin with such a link."""
    last = BETWEEN_ARROWS.search(document.text, max(0, len(document.text) - 120))
    if last:
        yield cut(document.text, *last.span(), "two titles between arrows at the end")
    lines = document.lines_with(_TRIGGERS)
    yield from _above_titles(document, [line for line in lines if line.end - line.start <= LONGEST_LABEL])
    for line in lines:
        if (last and line.end > last.start()) or line.end - line.start > 2 * REST:
            continue
        folded = document.folded(line.start, line.end)
        links = list(LINK.finditer(folded))
        if not links or FINAL.search(folded) or _texted(folded[: links[0].start()]):
            continue
        marked = [link for link in links if link["mark"] or link[0].rstrip()[-1] in "])】"]
        if (not marked and len(links) < 2) or is_shown(document.text, *line) or is_member(document.text, line.start):
            continue
        if document.fact(is_authors_markdown) and "](" in document.text[line.start : line.end]:
            continue
        if is_of_verse(document, line) or (links[0]["link"][:3] in NAMED and document.text.find("。", line.end) >= 0):
            continue
        if links[0]["link"][1] in "一回" or (len(links) > 1 and _titles(folded, links) > SHORT):
            yield cut_line(document.text, line.start, line.end, f"a link to the neighbour: {links[0]['link']}")


def _above_titles(document: Document, lines: list[Line]) -> Iterator[Edit]:
    """Cut the titles below such links that stand on lines of their own: two links, or one behind the last sentence."""
    text = document.text
    labels = [(line, label) for line in lines if (label := LABEL.fullmatch(document.folded(line.start, line.end)))]
    for number, (line, label) in enumerate(labels):
        title = _below(text, line.end)
        beside = (*labels[max(0, number - 1) : number], *labels[number + 1 : number + 2])
        paired = any(
            other["side"] != label["side"] and abs(there.start - line.start) <= PAIRED for there, other in beside
        )
        if title and (paired or text.find("。", line.end) < 0) and not is_shown(text, *line):
            yield cut_line(text, line.start, title.end, "the neighbour's title, below its link")


def _below(text: str, end: int) -> Line | None:
    """The line below, blank ones between, if it may be a title."""
    start = end
    while start < len(text) and text[start].isspace():
        start += 1
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    row = fold(text[start : min(stop, start + REST)]).strip()
    if not row or stop - start >= REST or TITLE_NOT.search(row) or LABEL.fullmatch(row):
        return None
    reading = read(row)
    return None if reading.weight and not reading.text else Line(start, stop)


def _titles(folded: str, links: list[re.Match[str]]) -> int:
    """How long the longest title behind a link is: 上篇：治国 下篇：齐家 are the parts of a work."""
    ends = [link.start() for link in links[1:]] + [len(folded)]
    return max(len(folded[link.end() : end].strip()) for link, end in zip(links, ends, strict=True))


def _texted(before: str) -> bool:
    """Whether a text stands before the first link; a path from the home page is none."""
    return bool(before) and not PATH.search(before) and bool(read(before).text)


RULE = Rule(
    name="furniture-neighbours",
    summary=Summary("Links to the page before and after", "上一篇与下一篇链接"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("谢谢大家！\n上一篇：在座谈会上的讲话 下一篇：没有了", "谢谢大家！"),
        Example.keep(
            "保存后刷新，页面底部应该出现这样一行：\n上一篇：我的第一篇文章\n没有的话，检查三处。",
            why="the line above announces them",
        ),
        Example.keep("上一篇已经写完，下一篇正等着大家落笔。", why="a sentence"),
        Example.keep("上篇：古今之变\n第一节讲古。\n第二节讲今。\n下篇：中西之辨\n第三节讲中。", why="parts of a work"),
    ),
)
