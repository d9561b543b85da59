"""Evidence from where a span stands: among the answers of an exercise, in quotes or a list, as a source in brackets."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.mentioned import is_announced
from speechclean.judgement.series import is_member
from speechclean.judgement.span import Evidence
from speechclean.judgement.subject import of_subject

EXERCISE = Pattern(r"(?:[A-DＡ-Ｄ] ?[.．、](?![A-Za-z])[^\n]{1,80}?){2}", first="ABCDＡＢＣＤ")
SOURCE = Pattern(r"[(（]https?://[!-~]{4,60}/[!-~]*[A-Za-z0-9_/][)）]")
ASKING = Pattern("请(?:携带|勿|自觉|妥善|出示|佩戴|保持|随手|穿)", first="请")
LOST = Pattern("失主|失物招[领領]|招[领領][启啟]事|[寻尋]物[启啟]事|[寻尋]人[启啟]事", first="失招寻尋")
LABELLED = Pattern(r"[^\s:：，。]{1,6}[:：][^\n：。]{1,40}(?:\n|$)")
"""A row of a list: a label, and a few words."""
NEAR_ITS_START = 8
"""So near behind the start of a row what begins there is the row itself."""
DEEP = 2
"""So many parts of a path and more lead to a page, not to a site."""
QUOTES = {"“": "”", "「": "」", "『": "』"}


def of_scene(text: str, start: int, end: int) -> list[Evidence]:
    """The evidence around `text[start:end]`, in its line."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[max(first, start - 200) : end + 200 if last < 0 else min(last, end + 200)]
    found: list[Evidence] = []
    if EXERCISE.search(line):
        found.append(Evidence("answers to choose from", -6.0))
    if lost := LOST.search(line):
        found.append(Evidence("a notice of what was found", -3.0, lost[0]))
    span = text[start:end]
    if asked := ASKING.search(span):
        found.append(Evidence("asks as a notice does", -3.0, asked[0]))
    if span[:1] in "(（" and SOURCE.fullmatch(span) and span.count("/") - 2 >= DEEP:
        found.append(Evidence("a page named as a source", -2.5, span))
    if start == first and last == end and is_announced(text, start):
        found.append(Evidence("announced by the line above", -4.0))
    if QUOTES.get(span[:1]) == span[-1:] and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        found.append(Evidence("quoted in a sentence", -3.0))
    if _is_a_row(text, first, start):
        found.append(Evidence("in a row of a list", -1.5))
    elif start - first <= NEAR_ITS_START and is_member(text, start):
        found.append(Evidence("a row of a series", -7.0))
    return found + of_subject(text, start, end)


def _is_a_row(text: str, first: int, start: int) -> bool:
    """Whether the line, which begins at `first`, is a row of a list, as the line before it is, and the span is in it."""
    above = text.rfind("\n", 0, max(0, first - 1)) + 1
    return 0 < first < start and bool(LABELLED.match(text, first) and LABELLED.match(text, above))
