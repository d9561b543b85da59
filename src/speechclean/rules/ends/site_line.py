"""Cuts lines that read like what sites print, by themselves and among the lines around them.

Lines with a date, a byline or a list's header are other rules' matter; manuals and code are not looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.fold import fold
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import holds_ad
from speechclean.judgement.genre import is_manual
from speechclean.judgement.likeness import Likenesses, weights
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.related import header_of
from speechclean.judgement.site_lines import FEW, evidence, is_repeated
from speechclean.judgement.surroundings import NEAR, PROSE, STRONG, Lines
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = weights().triggers
_TRIGGERS = frozenset(TRIGGERS)


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
            heads_list = page.is_below(number) and header_of(document, line)
            if line not in taken and not heads_list and (why := evidence(page, number)):
                taken[line] = why
    for line, why in taken.items():
        if (
            not is_quoted(document.text, line.start, line.end)
            and not is_repeated(document, line)
            and not holds_ad(document, line)
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
