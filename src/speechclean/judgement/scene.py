"""Evidence from where a span stands: among the answers of an exercise, in quotes, as a source in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.span import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

EXERCISE = Pattern(r"(?:[A-DＡ-Ｄ] ?[.．、](?![A-Za-z])[^\n]{1,80}?){2}")
SOURCE = Pattern(r"[(（]https?://[!-~]{4,60}/[!-~]*[A-Za-z0-9_/][)）]")
ASKING = Pattern("请(?:携带|勿|自觉|妥善|出示|佩戴|保持|随手|穿)")
LOST = Pattern("失主|失物招[领領]|招[领領][启啟]事|[寻尋]物[启啟]事|[寻尋]人[启啟]事")
DEEP = 2
"""So many parts of a path and more lead to a page, not to a site."""
QUOTES = {"“": "”", "「": "」", "『": "』"}


def of_scene(text: str, start: int, end: int) -> Iterator[Evidence]:
    """The evidence around `text[start:end]`, in its line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[max(first, start - 200) : end + 200 if last < 0 else min(last, end + 200)]
    if EXERCISE.search(line):
        yield Evidence("answers to choose from", -6.0)
    if lost := LOST.search(line):
        yield Evidence("a notice of what was found", -3.0, lost[0])
    span = text[start:end]
    if asked := ASKING.search(span):
        yield Evidence("asks as a notice does", -3.0, asked[0])
    source = SOURCE.fullmatch(span)
    if source and span.count("/") - 2 >= DEEP:
        yield Evidence("a page named as a source", -2.5, span)
    if QUOTES.get(span[:1]) == span[-1:] and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        yield Evidence("quoted in a sentence", -3.0)
