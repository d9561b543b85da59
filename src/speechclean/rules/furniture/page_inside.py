"""Page numbers inside a line: so a reader's software counts the pages of a chapter, wherever a line was when one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.judgement.mentioned import PAPER, is_of, is_subject
from speechclean.judgement.quotations import is_quoted
from speechclean.judgement.titles import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.edit import Edit

INSIDE = Pattern(r"[（(]第 ?\d{1,3} ?[/／] ?\d{1,3} ?[页頁][)）]", first="（(")
BETWEEN = "，。！？；…”」』!?>"
BLANKS = " \t\u3000"
FAR = 300


def cut_inside(text: str) -> Iterator[Edit]:
    """Cut those outside of quotations that no sentence cites."""
    for inside in INSIDE.finditer(text) if "/" in text or "／" in text else ():
        if not is_quoted(text, *inside.span()) and _stands_between(text, *inside.span()):
            yield cut(text, *inside.span(), "a page number inside a line")


def _stands_between(text: str, start: int, end: int) -> bool:
    """Whether the parts of a sentence meet around a number, or it stands at the end of a title or of a site's line."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if behind in ("", "\n"):
        first = max(text.rfind("\n", max(0, start - FAR), start) + 1, start - FAR, 0)
        return before in BLANKS + BETWEEN or CHAPTER.match(text, first) is not None
    return before in BETWEEN and not is_subject(text, end) and not is_of(PAPER, text, start, end)
