"""Cuts lines that read like what sites print, by themselves and among the lines around them.

Lines with a date, a byline or a list's header are other rules' matter; manuals and code are not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.company import STRONG
from speechclean.judgement.cuts import holds_ad
from speechclean.judgement.genre import is_manual
from speechclean.judgement.headings import heading_end
from speechclean.judgement.likeness import trigger_words, triggers
from speechclean.judgement.mentioned import is_shown
from speechclean.judgement.page_head import evidence_around, may_stand_around, runs_of_small, weight_of_small
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.related import header_of
from speechclean.judgement.resume import is_of_resume
from speechclean.judgement.rows import rows_of
from speechclean.judgement.sections import is_in_section
from speechclean.judgement.series import is_member
from speechclean.judgement.site_lines import ABOVE, evidence, is_repeated, may_be
from speechclean.judgement.surroundings import Lines
from speechclean.judgement.verse import is_of_verse
from speechclean.rules.close.end_mark import MARK
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.judgement.rows import Rows

TRIGGERS = triggers()
_TRIGGERS = trigger_words()
LABEL = ":"
"""The header of a list that ends so is another rule's, whatever stands below."""
AUTHORS = "# ", "## ", "### ", "> —"
"""How Markdown writes headings, and how a quotation ends that tells where it is from."""
LEAST = -6.0
"""A line that reads worse by itself is not looked at."""


def find(document: Document) -> Iterator[Edit]:
    """Read the lines near the triggers, and near what other rules have taken.

    They are read as they stood among all lines of the page, and as they stand now: a second run knows no more than that.
    """
    if document.fact(is_manual):
        return
    text, page = document.text, document.fact(rows_of)
    here = page if text == document.original else rows_of(text)
    strong = here.strong(document.hits_of(_TRIGGERS), STRONG)
    if not strong and (here is page or here.alike(page)):
        return  # a page that nobody knows anything of
    taken = _taken(document, here, page, strong)
    for number, why in taken.items():
        line = Line(*here.span(number))
        if (
            not text.startswith(AUTHORS, line.start)
            and not is_quoted(text, line.start, line.end)
            and not is_shown(text, *line)
            and not is_member(text, line.start)
            and not is_in_section(text, line.start)
            and not is_of_verse(document, line)
            and not is_of_resume(document, line)
            and not MARK.fullmatch(text, *line)
            and not is_repeated(document, line)
            and not holds_ad(document, line)
        ):
            if heading := heading_end(document.folded(line.start, line.end)):
                yield cut(text, line.start + heading, line.end, why)
            else:
                yield cut_line(text, line.start, line.end, why)


def _taken(document: Document, here: Rows, page: Rows, strong: list[int]) -> dict[int, str]:
    """The lines that are a site's, on the page or as they stand now, each with the evidence."""
    found = Found(document, here)
    for rows in (page, here) if strong and here is not page else (page,):
        found.read(rows, strong)
    return found.with_heads()


class Found:
    """The lines that are a site's, and apart from them the headers of lists that would be, by number; each with the evidence."""

    def __init__(self, document: Document, here: Rows) -> None:
        self._document = document
        self._here = here
        self._taken: dict[int, str] = {}
        self._heads: dict[int, str] = {}

    def read(self, rows: Rows, strong: list[int]) -> None:
        """Read the lines that stand here near what a site put there, among all these rows."""
        lines = Lines(rows, self._here)
        small: dict[int, tuple[int, float]] = {}
        own: set[int] = set()
        for number, there in self._here.near(rows, strong, LEAST):
            if number in self._taken or number in self._heads:
                continue
            why, weight = _known_around(lines, there, rows.first)
            reads = lines.score(there) >= ABOVE
            if (not why and weight < 0 and not reads) or not may_be(lines, there):
                continue
            if lines.is_below(there) and header_of(self._document, Line(*self._here.span(number))):
                self._heads[number] = evidence(lines, there) if reads and lines.folded(there)[-1] != LABEL else ""
            elif why := why or (evidence(lines, there) if reads else ""):
                self._taken[number] = why
                own.add(there)
            elif weight >= 0:
                small[there] = number, weight
        if small:
            self._taken |= runs_of_small(lines, small, own | lines.taken())

    def with_heads(self) -> dict[int, str]:
        """The lines, with the last headers of lists where nothing stays below: others go with their titles, by another rule."""
        for number in sorted(self._heads, reverse=True):
            if not self._heads[number] or not self._taken.keys() >= set(range(number + 1, self._here.size)):
                break
            self._taken[number] = self._heads[number]
        return self._taken


def _known_around(lines: Lines, there: int, first: int) -> tuple[str, float]:
    """The evidence by the rest of the page that a line is a site's, or nothing, and what it weighs as one of small ones, or -1."""
    if not may_stand_around(lines, there, first):
        return "", -1.0
    if why := evidence_around(lines, there):
        return why, -1.0
    return "", weight_of_small(lines, there) if lines.is_below(there) or there < first else -1.0


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
