"""Which spans of a text are to be converted, as a whole or only in their characters of the other script."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.encoded import count_in_rows
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.document import Document
    from speechclean.native.script import Letters
    from speechclean.rules.script.scripts import Script

BOTH = 5
"""A line is in one script although characters of the other occur in it, when its own are this many times as many."""

FEW = 3
"""Fewer characters than this do not make a line Traditional in a text that is Simplified as a whole."""

SAMPLE = 1000
"""So many characters tell which script a text is in as a whole."""

KANA = Pattern("[ぁ-ゖァ-ヺ]")
FOREIGN = Pattern("[ぁ-ゖァ-ヺ가-힣]")
CLAUSE = Pattern(r"[^，。、！？；：,.!?;:“”‘’「」『』《》〈〉（）()\[\]\s]++")
FOREIGN_TEXT = 0.25
"""The share of kana or Hangul from which on a whole text is not Chinese."""

AUTONYMS = Pattern("日本語|[繁正][體体]中文|中文[（(]?[繁正][體体]")
"""Names of languages and scripts that stand in menus as their readers write them."""
ABOUT_CHARACTERS = Pattern("[繁简簡正異异俗]体|[繁簡異]體|正體字|俗體字|简化|簡化|[写寫]作|字形")


class Span(NamedTuple):
    """A span of whole lines, or within one."""

    start: int
    end: int
    whole: bool


@cache
def _foreign() -> Letters | None:
    letters = native.letters()
    return letters("", (("ぁ", "ゖ"), ("ァ", "ヺ"), ("가", "힣"))) if letters else None


def _is_foreign(text: str) -> bool:
    """Whether kana or Hangul occur; where there is neither, no class of all Hangul is compiled."""
    if compiled := _foreign():
        return compiled.occur_in(text)
    return KANA.search(text) is not None or (count_in_rows(text, 0xAC, 0xD7) > 0 and FOREIGN.search(text) is not None)


def spans(document: Document, source: Script, target: Script) -> Iterator[Span]:
    """The spans to convert: lines, without what other languages and suspected mojibake take of them.

    Of a text without a character of the target script all lines are one span.
    """
    text = document.text
    foreign = _is_foreign(text)
    if foreign and len(FOREIGN.findall(text)) > FOREIGN_TEXT * len(text):
        return
    apart = sorted((note.start, note.end) for note in document.noted("mojibake"))
    pure = not target.occurs_in(text)
    if pure and not foreign:
        yield from (Span(first, last, whole=True) for first, last in _without(0, len(text), apart))
        return
    mostly = pure or source.count(text[:SAMPLE]) >= target.count(text[:SAMPLE])
    for start, end in document.lines():
        line = text[start:end]
        whole = pure or _whole(line, source, target, mostly=mostly)
        if whole is None or (not whole and ABOUT_CHARACTERS.search(line)):
            continue
        others = apart
        if not whole and AUTONYMS.search(line):
            others = sorted([*apart, *(match.span() for match in AUTONYMS.finditer(text, start, end))])
        if foreign and FOREIGN.search(line):
            clauses = [match.span() for match in CLAUSE.finditer(text, start, end) if FOREIGN.search(match[0])]
            if 2 * sum(last - first for first, last in clauses) > len(line):
                continue
            others = sorted([*others, *clauses])
        yield from (Span(first, last, whole) for first, last in _without(start, end, others))


def _whole(line: str, source: Script, target: Script, *, mostly: bool) -> bool | None:
    """True for a line in the source script, False for a mixed one, None where there is nothing to convert."""
    theirs = target.count(line)
    if not theirs and mostly:
        return True
    own = source.count(line)
    return (theirs * BOTH <= own if theirs else own >= FEW) if own else None


def _without(start: int, end: int, apart: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`start:end` without the sorted spans that lie apart."""
    for first, last in apart:
        if last <= start or first >= end:
            continue
        if first > start:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end
