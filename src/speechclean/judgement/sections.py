"""Whether a line is the heading of a section, with a number or a sign of a series: another one has the next, or the same.

Sites number the titles of their lists; between the headings of a text sentences stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.lines import line_end

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

HEADING = Pattern(
    r"[^\S\n]{0,4}(?P<opening>[（(]?)(?P<chapter>\d{1,2}\.)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?P<closing>[、．.)）](?!\d)|[^\S\n]{1,3}(?=(?P<first>[\u3400-\u9fff])))",
    first="（(0123456789一二三四五六七八九十 \t\u3000",
)
"""A number with its signs, or with a blank and a word behind it."""
SIGNS = frozenset("●■◆▲◇□▼○◎")
MARKED = Pattern(
    rf"[^\S\n]{{0,4}}(?P<form>([{''.join(sorted(SIGNS))}])\2?[ \u3000]?)(?P<name>[\u3400-\u9fff][^\n，,。]{{1,18}})(?:\n|\Z)"
)
"""A sign, and a name without a comma."""
UNITS = "楼樓层層个個条條人次年月日天位篇页頁回赞贊"
"""What stands behind a number and a blank that count, and head nothing."""
LONGEST = 40
FURTHEST = 80
"""So many lines away the next heading may stand."""
SENTENCE = Pattern(r"[^\n]{12,}[。！？；：!?;:”」』]\s*\Z")
FULL_STOPS = "。；;！!"
DIGITS = "一二三四五六七八九"


def heads_section(text: str, first: int) -> bool:
    """Whether the line that begins there is a heading, with sentences between it and the one before or behind it."""
    end = line_end(text, first)
    if not SIGNS.isdisjoint(text[first : first + 5]):
        return _heads_as_others(text, first, end)
    found = HEADING.match(text, first)
    if not found or not _value(found["number"]) or end - first > LONGEST or text[end - 1] in FULL_STOPS:
        return False
    if _counts(found):
        return False
    form, number = _form(found), _value(found["number"])
    return _follows(_above(text, first), form, number - 1) or _follows(_below(text, end), form, number + 1)


def _heads_as_others(text: str, first: int, end: int) -> bool:
    """Whether a sentence stands right below the line, and below one with the same sign and another name, and between them."""
    own = MARKED.match(text, first)
    if not own or not _is_sentence(next(_below(text, end), "")):
        return False
    return _is_one_of(_above(text, first), own, is_above=True) or _is_one_of(_below(text, end), own, is_above=False)


def _is_one_of(lines: Iterator[str], own: re.Match[str], *, is_above: bool) -> bool:
    """Whether one of the lines is another such heading, with its sentence right below it."""
    before, headed = "", False
    for line in lines:
        found = MARKED.match(line)
        alike = found is not None and found["form"] == own["form"] and found["name"] != own["name"]
        if (is_above and alike and _is_sentence(before)) or (headed and _is_sentence(line)):
            return True
        before, headed = line, alike
    return False


def _is_sentence(line: str) -> bool:
    return SENTENCE.match(line) is not None


def _counts(found: re.Match[str]) -> bool:
    """Whether the number is of something: 3 条评论."""
    return not found["chapter"] and found["first"] is not None and found["first"] in UNITS


def _above(text: str, first: int) -> Iterator[str]:
    """The lines above a place, the nearest first."""
    for _ in range(FURTHEST if first else 0):
        start = text.rfind("\n", 0, first - 1) + 1
        yield text[start : first - 1]
        if not start:
            return
        first = start


def _below(text: str, end: int) -> Iterator[str]:
    """The lines behind the one that ends at a place."""
    for _ in range(FURTHEST):
        if end == len(text):
            return
        start, end = end + 1, line_end(text, end + 1)
        yield text[start:end]


def _follows(lines: Iterator[str], form: tuple[str, ...], number: int) -> bool:
    """Whether one of the lines is the heading with that number, and a sentence stands before it."""
    said = False
    for line in lines:
        found = HEADING.match(line)
        alike = found is not None and _form(found) == form
        if found and alike and _value(found["number"]) == number:
            return said
        said = said or (not alike and SENTENCE.match(line) is not None)
    return False


def _form(heading: re.Match[str]) -> tuple[str, ...]:
    """How a number is written, and of which chapter it is: `3.2` and `3.10` alike, `（一）` and `二、` not."""
    return heading["opening"], heading["chapter"] or "", heading["closing"][0], str(heading["number"].isascii())


def _value(number: str) -> int:
    """The value of a number up to ninety-nine."""
    if number.isascii():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return DIGITS.find(ones) + 1
    return 10 * (DIGITS.find(tens) + 1 if tens else 1) + DIGITS.find(ones) + 1 * bool(ones)
