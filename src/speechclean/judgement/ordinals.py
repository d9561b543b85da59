"""Whether a line is counted: the heading of a part of a book or a play, or a row whose number is greater than the one above."""

from __future__ import annotations

from itertools import pairwise

from speechclean.core.pattern import Pattern
from speechclean.judgement.lines import line_beside, line_end

BLANKS = r"[^\S\n]{0,4}"
ORDINAL = Pattern(
    rf"{BLANKS}第(?P<number>[一二三四五六七八九十百\d]{{1,4}})(?P<unit>[章节節编編篇部卷回場场幕折讲講课課])"
    rf"[ \u3000]{{1,4}}[^\s，。：:|]{{2,8}}{BLANKS}$"
)
"""A heading of a book or a play with few words, which may be a page's: 第四章 联系我们."""
OF_PLAYS = frozenset("場场幕折讲講课課")
"""What no novel's site counts: one heading of a kind is enough."""
RISING = Pattern(
    rf"{BLANKS}(\d{{3,4}}|\d{{1,2}}[-./:：]\d{{1,2}}(?:[-—–~～]{{1,2}}\d{{1,2}}[:：]\d\d)?|(?:[周週]|星期|[礼禮]拜)[一二三四五六日]?(?:\d{{1,2}}[:：]\d\d)?)"
    r"[ \u3000]{1,4}(?=[《（“\u3400-\u9fff])"
)
"""What the rows of a chronicle or of a list of codes begin with: years, days, hours, codes, each greater than the one above."""
FEWEST_RISING = 3
NUMBER = Pattern(r"\d+|[一二三四五六日]")
WEEK = "一二三四五六日"
FIRST = frozenset("0123456789周週星礼禮")
"""What such rows begin with."""
MOST_BLANKS, REACH, OTHERS = 5, 12, 2
"""So many blanks stand before a number at most; so many lines above and below are looked at; so many others make a book."""


def is_ordinal(text: str, first: int) -> bool:
    """Whether a line is the numbered heading of a part, of which others stand near; of a play's parts one may be alone."""
    if text[first : first + MOST_BLANKS].lstrip()[:1] != "第":
        return False
    own = ORDINAL.match(text, first, line_end(text, first))
    if not own or own["unit"] in OF_PLAYS:
        return own is not None
    numbers = {own["number"]}
    for step in (-1, 1):
        place = first
        for _ in range(REACH):
            place = line_beside(text, place, step)
            other = ORDINAL.match(text, place, line_end(text, place)) if place >= 0 else None
            if other and other["unit"] == own["unit"]:
                numbers.add(other["number"])
    return len(numbers) > OTHERS


def rises(text: str, first: int) -> bool:
    """Whether a line begins with a year, a day or a code, and so do the lines beside it, each with a greater one."""
    if text[first : first + MOST_BLANKS].lstrip()[:1] not in FIRST or not RISING.match(text, first):
        return False
    rows = [*reversed(_in_a_row(text, first, -1)), *_in_a_row(text, first, 1)[1:]]
    return len(rows) >= FEWEST_RISING and all(one < other for one, other in pairwise(rows))


def _in_a_row(text: str, first: int, step: int) -> list[list[int]]:
    """The numbers that the lines begin with from one on, upwards or downwards, up to the first one without."""
    numbers: list[list[int]] = []
    while first >= 0 and len(numbers) <= REACH and (found := RISING.match(text, first)):
        numbers.append([WEEK.find(one) if one in WEEK else int(one) for one in NUMBER.findall(found[1])])
        first = line_beside(text, first, step)
    return numbers
