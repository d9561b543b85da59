"""Cuts lines that read like what sites print, by themselves and among the lines around them.

Lines with a date, a byline or a list's header are other rules' matter; manuals and code are not looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import is_manual
from speechclean.judgement.likeness import Likenesses, likeness, told, weights
from speechclean.judgement.pieces import is_quoted
from speechclean.judgement.related import header_of
from speechclean.judgement.surroundings import NEAR, PROSE, STRONG, Lines
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = weights().triggers
_TRIGGERS = frozenset(TRIGGERS)
NEED = 1.5
"""What a line among others needs to go."""
NEED_OF_FEW, FEW = 3.0, 8
"""The same for a line of so few characters, which may be a heading; alone on its page it stays."""
ABOVE = 0.0
"""A line that reads worse than this by itself stays, whatever stands around it."""
LONGEST = 160
HAN = Pattern("[㐀-鿿]")
FEWEST_HAN = 2
OTHERS = Pattern(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月]|(?:来源|作者|记者|撰文|编辑|责编|审核|文|图) ?[:/／][ ]?[^\s]"
    r"|(?:发布|更新|时间|日期)[:：]|责任编辑|责编|作者系|作者简介|通讯员|供稿|摄影"
    r"|[_＿…]{3}|\[[jmdcn]\]|^(?:附件?|注|附录|(?:作文)?(?:题目|话题|要求))[:：\d一二三]|〔[12]\d{3}〕|^[推嘘→] "
)
"""What other rules know better, or nobody does: dates, bylines, forms to fill in, references, enclosures, replies."""
TITLE = Pattern(
    r"(?:讲话|致辞|发言|报告|稿|总结|体会|感悟|作文|通知|方案|计划|意见|公告|制度|合同|范本|事迹|材料|倡议书|读后感)稿?"
    r"(?:[(（][^()（）]{0,12}[)）]|[0-9]{2,4}字)?(?:合集|汇编)?\d{0,3}篇?$"
)
"""The title of a document, which a site may have lengthened."""
FRONT = Pattern(r"(?:(?:推荐|自|代|译)?序言?|译?后记|前言|跋|附录)[ \u3000:：][^,，。]{0,24}$")
"""A part of a book in its contents."""
MODEST, SHARED = 2.0, 0.15
"""A line that reads little like a site's may be the text's title where it shares so much of its pairs with the text."""
PARTS = Pattern(r"[。！？!?…；;]+[”」』]?|[\[\]【】]|\u3000{2,}| {3,}")
FOREIGN = -1.0
"""A sentence that reads worse than this is an author's."""


def find(document: Document) -> Iterator[Edit]:
    """Read the lines near the triggers, and near what other rules have taken.

    They are read as they stood among all lines of the page, and as they stand now: a second run knows no more than that.
    """
    if document.fact(is_manual):
        return
    score = document.fact(Likenesses.of).__getitem__
    rows = list(_short(document))
    strong = set(_strong(document, rows, score))
    if not strong and document.text == document.original:
        return  # a page that nobody knows anything of
    short = [(Line(start, start + len(row)), fold(row).strip()) for start, row in rows]
    taken: dict[Line, str] = {}
    for text in dict.fromkeys((document.original, document.text) if strong else (document.original,)):
        page = _page(document, text, score)
        for line, number in _near(list(_left(short, page)), page, strong):
            if line not in taken and (why := _judge(page, number)):
                taken[line] = why
    for line, why in taken.items():
        if (
            not is_quoted(document.text, line.start, line.end)
            and not header_of(document, line)
            and not _is_repeated(document, line)
        ):
            yield cut_line(document.text, line.start, line.end, why)


def _short(document: Document) -> Iterator[tuple[int, str]]:
    """The short lines of a document, each with its start."""
    start = 0
    for row in document.rows:
        if len(row) < PROSE or "。" not in row:
            yield start, row
        start += len(row) + 1


def _strong(document: Document, rows: list[tuple[int, str]], score: Callable[[str], float]) -> Iterator[int]:
    """Where the short lines begin that hold a trigger and read like a site's."""
    places = [hit[0] for hit in document.hits_of(_TRIGGERS)]
    for start, row in rows:
        held = bisect_left(places, start)
        if held < len(places) and places[held] <= start + len(row) and score(fold(row).strip()) > STRONG:
            yield start


def _page(document: Document, text: str, score: Callable[[str], float]) -> Lines:
    """The lines of a text, put together once in all rounds."""
    pages = document.fact(_pages)
    if text not in pages:
        pages[text] = Lines.of(text, score)
    return pages[text]


def _pages(_: str) -> dict[str, Lines]:
    """Where the pages of a document are kept."""
    return {}


def _near(left: list[tuple[Line, int]], page: Lines, strong: set[int]) -> Iterator[tuple[Line, int]]:
    """The lines near those that a site put there: lines with a trigger that read so, and those that are gone already."""
    standing = {number for _, number in left}
    sites = [number for number in page.short if number not in standing]
    sites += [number for line, number in left if line.start in strong]
    near = {number for site in sites for number in range(site - NEAR, site + NEAR + 1)}
    for line, number in left:
        if number in near and (sites != [number] or line.end - line.start >= FEW):
            yield line, number


def _left(short: list[tuple[Line, str]], page: Lines) -> Iterator[tuple[Line, int]]:
    """The short lines that are left, each with its number among the lines of the page."""
    places: dict[str, list[int]] = {}
    for number in reversed(page.short):
        places.setdefault(page.folded(number), []).append(number)
    for line, folded in short:
        if numbers := places.get(folded):
            yield line, numbers.pop() if len(numbers) > 1 else numbers[0]


def _judge(lines: Lines, number: int) -> str:
    """The evidence that a line is a site's, or nothing."""
    line, alone = lines.folded(number), lines.score(number)
    if alone < ABOVE or len(line) > LONGEST or len(HAN.findall(line)) < FEWEST_HAN or OTHERS.search(line):
        return ""
    among = lines.among(number)
    if among < (NEED if len(line) >= FEW else NEED_OF_FEW) or _has_author(line):
        return ""
    if (TITLE.search(line) and not lines.is_below(number)) or _is_title(lines, number, alone):
        return ""
    return f"reads like a site's, {alone:+.1f} alone and {among:+.1f} among its lines: {told(line)}"


def _is_title(lines: Lines, number: int, alone: float) -> bool:
    """Whether a line may be the text's title, in the text's words, or that of a part of a book."""
    line = lines.folded(number)
    if FRONT.match(line):
        return True
    return alone < MODEST and len(line) >= FEW and not line.endswith("。") and lines.shared(number) >= SHARED


def _is_repeated(document: Document, line: Line) -> bool:
    """Whether a line stood there twice, as a title does: of its copies the rule for repeated titles takes all but one."""
    row = document.text[line.start : line.end].strip()
    if len(row) < FEW or row[-1] in "。！!" or document.original.count(row) < 2 or likeness(fold(row)) > MODEST:
        return False
    return [other.strip() for other in document.original.split("\n")].count(row) > 1


def _has_author(line: str) -> bool:
    """Whether one of several sentences in a line is an author's."""
    parts = [part for part in PARTS.compiled.split(line) if len(HAN.findall(part)) > FEWEST_HAN]
    return len(parts) > 1 and min(map(likeness, parts)) < FOREIGN


RULE = Rule(
    name="site-line",
    summary=Summary("Lines that read like a site's, by learned weights", "读来像网页而不像正文的行（按学得的权重）"),
    find=find,
    triggers=TRIGGERS,
    in_lines=True,
    examples=(
        Example(
            "首页 读书频道 会员中心 我的书签\n渡口的灯亮了一夜，老周始终没有等到那条船。\n更多精彩内容，请点击下载客户端阅读",
            "渡口的灯亮了一夜，老周始终没有等到那条船。",
        ),
        Example.keep(
            "一、整治目标\n本次整治的重点是下载类应用和自动续费页面。\n二、分工安排",
            why="headings of a text about sites",
        ),
        Example.keep("来源：县融媒体中心　作者：陆川\n正文第一段在这里。", why="a byline with values"),
    ),
)
