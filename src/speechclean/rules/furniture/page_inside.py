"""Page numbers inside a line: so a reader's software counts the pages of a chapter, wherever a line was when one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.judgement.mentioned import PAPER, is_of, is_subject
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.titles import CHAPTER
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.edit import Edit

INSIDE = Pattern(r"[（(]第 ?\d{1,3} ?[/／] ?\d{1,3} ?[页頁][)）]", first="（(")
NUMBER, PAGE = Pattern(r"[（(]第 ?\d{1,3} ?[/／] ?\d{1,3} ?[页頁][)）]\s{0,3}$"), frozenset("页頁")
BOOK = Pattern(r"《?[^\s。，：]{1,20}》?[ \u3000]{1,3}")
"""What stands before its chapter's title where a page prints both."""
BETWEEN = "，。！？；…”」』!?>"
BLANKS = " \t\u3000"
FAR = 300


def cut_inside(text: str) -> Iterator[Edit]:
    """Cut those outside of quotations that no sentence cites."""
    heads: dict[str, int] = {}
    for inside in INSIDE.finditer(text) if "/" in text or "／" in text else ():
        if is_quoted(text, *inside.span()) or not _stands_between(text, *inside.span()):
            continue
        first = text.rfind("\n", max(0, inside.start() - FAR), inside.start()) + 1
        chapter = _chapter(text, first) if first and text[inside.end() : inside.end() + 1] in ("", "\n") else -1
        if chapter >= 0:
            heads = heads or _first_lines(text)
            if heads.get(text[chapter : inside.start()].strip(), first) < first:
                yield cut_line(text, first, inside.end(), "the chapter's title again, with the number of its page")
                continue
        yield cut(text, *inside.span(), "a page number inside a line")


def _chapter(text: str, first: int) -> int:
    """Where the title of a chapter begins with which a line begins, or goes on behind its book's name; -1 where none does."""
    if CHAPTER.match(text, first):
        return first
    book = BOOK.match(text, first)
    return book.end() if book and CHAPTER.match(text, book.end()) else -1


def _first_lines(text: str) -> dict[str, int]:
    """Where each line stands first, without a number of a page behind it."""
    found: dict[str, int] = {}
    start = 0
    for row in text.split("\n"):
        found.setdefault(NUMBER.compiled.sub("", row).strip() if row[-2:-1] in PAGE else row.strip(), start)
        start += len(row) + 1
    return found


def _stands_between(text: str, start: int, end: int) -> bool:
    """Whether the parts of a sentence meet around a number, or it stands at the end of a title or of a site's line."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if behind in ("", "\n"):
        first = max(text.rfind("\n", max(0, start - FAR), start) + 1, start - FAR, 0)
        return before in BLANKS + BETWEEN or _chapter(text, first) >= 0
    return before in BETWEEN and not is_subject(text, end) and not is_of(PAPER, text, start, end)
