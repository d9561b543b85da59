"""Whether a line is the heading of a section, with a number or a sign of a series: another one has the next, or the same.

Sites number the titles of their lists; between the headings of a text sentences stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness
from speechclean.judgement.lines import line_end

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

HEADING = Pattern(
    r"[^\S\n]{0,4}(?P<opening>[（(]?)(?P<chapter>\d{1,2}\.)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?P<closing>[、．.)）](?!\d)|[^\S\n]{1,3}(?=(?P<first>[“《\u3400-\u9fff])))",
    first="（(0123456789一二三四五六七八九十 \t\u3000",
)
"""A number with its signs, or with a blank and a word behind it."""
SIGNS = frozenset("●■◆▲◇□▼○◎")
MARKED = Pattern(
    rf"[^\S\n]{{0,4}}(?P<form>([{''.join(sorted(SIGNS))}])\2?[ \u3000]?)(?P<name>[\u3400-\u9fff][^\n，,。]{{1,18}})(?:\n|\Z)"
)
"""A sign, and a name without a comma."""
DOCUMENT = Pattern(
    r"[^\S\n]{0,4}《[^》\n]{2,40}》(?:[A-Z]{1,6}[-/]?[\w/-]{0,12}|[（(][^（()）\n]{1,16}[）)])?[^\S\n]{0,4}(?=\n|\Z)",
    first="《 \t\u3000",
)
FURTHEST_NAME, MOST, OF_PAGE, SHORTEST = 12, 20, 2.6, 4
UNITS = "楼樓层層个個条條人次年月日天位篇页頁回赞贊"
"""What stands behind a number and a blank that count, and head nothing."""
LONGEST = 40
FURTHEST = 80
"""So many lines away the next heading may stand."""
SENTENCE = Pattern(r"[^\n]{12,}[。！？；：!?;:”」』]\s*\Z")
FULL_STOPS = "。；;！!"
DIGITS = "一二三四五六七八九"


def is_named_below(text: str, first: int) -> bool:
    """Whether the line that begins there is the name of a document, one of some below a numbered heading: 5 相关文件."""
    if text[first : first + 5].lstrip()[:1] != "《":
        return False
    for _ in range(FURTHEST_NAME):
        if not DOCUMENT.match(text, first):
            return False
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
        if HEADING.match(text, first) and heads_section(text, first):
            return True
    return False


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
    if _follows(_above(text, first), form, number - 1) or _follows(_below(text, end), form, number + 1):
        return True
    return _is_of_sections(text, (first, end), form, number)


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


def _is_of_sections(text: str, heading: tuple[int, int], form: tuple[str, ...], number: int) -> bool:
    """Whether the headings with the two numbers beside this one stand near, and all of the three have lines of their own."""
    above = dict(_numbers(_above(text, heading[0]), form))
    below = dict(_numbers(_below(text, heading[1]), form))
    before, behind = _distance(above, number - 1), _distance(below, number + 1)
    if before > 1 and behind > 1:
        return True
    if before > 1:
        return _distance(above, number - 2) > before + 1
    return behind > 1 and _distance(below, number + 2) > behind + 1


def is_in_section(text: str, first: int) -> bool:
    """Whether the line that begins there stands between two headings that follow each other, of three that do."""
    end = line_end(text, first)
    row = fold(text[first:end]).strip()
    if len(row) < SHORTEST or likeness(row) > OF_PAGE:
        return False
    above = next(_headings(_above(text, first)), None)
    below = next(_headings(_below(text, end)), None)
    if not above or not below or above[1] != below[1] or above[2] + 1 != below[2] or above[0] + below[0] > MOST:
        return False
    form, number = above[1:]
    earlier, later = dict(_numbers(_above(text, first), form)), dict(_numbers(_below(text, end), form))
    return _distance(earlier, number - 1) > above[0] + 1 or _distance(later, number + 2) > below[0] + 1


def _headings(lines: Iterator[str]) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """How far away each heading among the lines stands, its form and its number."""
    for distance, line in enumerate(lines, 1):
        found = HEADING.match(line)
        if (
            found
            and not found["chapter"]
            and len(line) <= LONGEST
            and line[-1] not in FULL_STOPS
            and not _counts(found)
        ):
            yield distance, _form(found), _value(found["number"])


def _distance(numbers: dict[int, int], number: int) -> int:
    return numbers.get(number, 0)


def _numbers(lines: Iterator[str], form: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The numbers of the headings among the lines, and how far away each stands, the nearest last."""
    found = [(distance, match) for distance, line in enumerate(lines, 1) if (match := HEADING.match(line))]
    yield from ((_value(match["number"]), distance) for distance, match in reversed(found) if _form(match) == form)


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
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return DIGITS.find(ones) + 1
    return 10 * (DIGITS.find(tens) + 1 if tens else 1) + DIGITS.find(ones) + 1 * bool(ones)
