"""Cuts page numbers on lines of their own: `(1/4)`, `第2页/共9页`, and `- 37 -` where the numbers go on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.examples import is_example
from speechclean.judgement.mentioned import is_numbered
from speechclean.plausibility import is_han
from speechclean.rules.furniture.page_inside import cut_inside
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

OF = r"\d{1,4} ?[页頁]? ?[/／|,，] ?[共总總]? ?\d{1,4} ?[页頁]?"
PAGE = Pattern(
    rf"^[ \t\u3000>-]*(?:[（(\[【][ \t]?第?[（(]?{OF}[)）]?[ \t]?[)）\]】]|第 ?[（(]?{OF}[)）]? ?[页頁]?"
    rf"|第 ?\d{{1,4}} ?[页頁][ \u3000]*共 ?\d{{1,4}} ?[页頁]|[（(]第 ?\d{{1,3}} ?[页頁][)）]"
    rf"|第 ?\d{{1,3}} ?[页頁](?:[ \u3000]{{1,3}}第 ?\d{{1,3}} ?[页頁]){{1,9}}[ \u3000][^\n。，]{{0,30}}?"
    rf"(?:跳[至到转轉]|[转轉]到(?=第?[ \u3000]*[\[_\d页頁]))[^\n。，]{{0,30}}"
    rf"|共 ?\d{{1,4}} ?[页頁](?=[ \u3000:：])[^。\n]{{0,20}}|\d{{1,2}}:\d{{2}} ?/ ?\d{{1,2}}:\d{{2}}"
    rf"|[-—–]{{0,4}}(?:本文档?|全文|文档|本?资料)?共[计有]? ?\d{{1,4}} ?[页頁][,，、。 ]{{0,2}}"
    rf"(?:此处|目前|当前|现在|[您你]?正在\S{{1,4}}|这|本页)?"
    rf"[是为]?第? ?\d{{1,4}} ?[页頁][-—–]{{0,4}}"
    rf"|[页頁]码[:：] ?\d{{1,4}}(?: ?/ ?\d{{1,4}})?)[ \t\u3000]*$",
    8,
)
AT_TITLE = Pattern(
    r"^(?!(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])[^\n]{2,40}[（(] ?(\d{1,2}) ?/ ?\1 ?[)）])[^\n。，]{2,40}?"
    r"(?P<page>[ \t\u3000]*[（(] ?第?\d{1,2} ?/ ?\d{1,2} ?[页頁]?[)）])[ \t]*$",
    8,
)
DASHED = Pattern(r"^[ \t\u3000]*[-—–·~]{1,2} ?(?P<number>\d{1,4}) ?[-—–·~]{1,2}[ \t\u3000]*$", 8)
BLANKS, QUOTING = " \t\u3000", ">-"
NAMES = "本全文资"
OPENING, DASHES = "（([【第共页頁" + NAMES, "-—–·~"
"""What the two begin with, behind blanks, when it is no digit: few lines do."""
SIGNS, BLANK = frozenset(OPENING + DASHES + QUOTING), frozenset(BLANKS)
HEAD = 300
OFTEN = 3
LONGEST_HEAD, LEAST_OF_PROSE = 50, 24
LEAST_OF_PAGE = 60


def find(document: Document) -> Iterator[Edit]:
    """Cut the page numbers."""
    text = document.text
    pages, numbers = _numbered(document)
    heads: dict[str, list[Line]] = {}
    for match in pages:
        yield cut_line(text, match.start(), match.end(), "a page number with the count of pages")
        if match.start():
            above = document.line_at(match.start() - 1)
            heads.setdefault(text[above.start : above.end], []).append(above)
    for head, lines in heads.items():
        if len(lines) >= OFTEN and 0 < len(head) <= LONGEST_HEAD:
            for line in lines:
                yield cut_line(text, line.start, line.end, "a running head above page numbers")
    if _counts_in_head(text) and (title := AT_TITLE.search(text, 0, min(len(text), HEAD))):
        yield cut(text, title.start("page"), title.end("page"), "a page number at the title")
    yield from cut_inside(text)
    values = [int(match["number"]) for match in numbers]
    if (
        len(values) > 1
        and all(0 < after - before < 4 for before, after in pairwise(values))
        and _are_far_apart(text, numbers)
    ):
        for match in numbers:
            yield cut_line(text, match.start(), match.end(), "page numbers that go on")
    elif len(values) == 1 and _parts_a_sentence(text, numbers[0]):
        yield cut_line(text, numbers[0].start(), numbers[0].end(), "a page number inside a sentence")


def _are_far_apart(text: str, numbers: list[re.Match[str]]) -> bool:
    """Whether a page may stand between each two; between the numbers of verses there is less."""
    pages = ((before.end(), after.start()) for before, after in pairwise(numbers))
    return all(end - start >= LEAST_OF_PAGE or text.find("。", start, end) >= 0 for start, end in pages)


def _parts_a_sentence(text: str, number: re.Match[str]) -> bool:
    """Whether the line above is no verse and no heading, and ends in the middle of a sentence that the line below goes on with."""
    above = text[max(0, number.start() - LONGEST_HEAD) : number.start()].rstrip().rpartition("\n")[2]
    below = text[number.end() : number.end() + 3].lstrip()
    if len(above) < LEAST_OF_PROSE or not (above[-1] in "，、" or is_han(above[-1])) or below[:1] < "\u3400":
        return False
    return not is_numbered(text, number.start(), number.end())


def _numbered(document: Document) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The lines that are a page number: with the count of pages, and between dashes."""
    pages: list[re.Match[str]] = []
    dashed: list[re.Match[str]] = []
    start = 0
    for row in document.rows:
        sign = row[:1]
        if sign in BLANK:
            sign = row.lstrip(BLANKS)[:1]
        if sign in SIGNS or sign.isdecimal():
            first = row.lstrip(BLANKS + QUOTING)[:1] if sign in QUOTING else sign
            if sign in DASHES and (match := DASHED.match(document.text, start)):
                dashed.append(match)
            if first and (sign in DASHES or _may_count(first, row)) and (match := PAGE.match(document.text, start)):
                pages += () if is_example(document.text, start) else (match,)
        start += len(row) + 1
    return pages, dashed


def _may_count(first: str, row: str) -> bool:
    """Whether a line that begins so may count pages: `本文共3页`, or, if with a digit, minutes, `03:12 / 14:55`."""
    if first in OPENING and first not in NAMES:
        return True
    head = row.lstrip(BLANKS + QUOTING)[1:4]
    return "共" in head if first in NAMES else ":" in head


def _counts_in_head(text: str) -> bool:
    """Whether a number, or a blank behind one, stands before a slash in the head."""
    slash = text.find("/", 0, HEAD)
    while slash >= 0:
        if slash and (text[slash - 1] == " " or text[slash - 1].isdecimal()):
            return True
        slash = text.find("/", slash + 1, HEAD)
    return False


RULE = Rule(
    name="furniture-page-number",
    summary=Summary("Page numbers on lines of their own", "独立成行的页码"),
    find=find,
    triggers=(
        "页",
        "/",
        "·1",
        "·2",
        *(f"{dash}{number}" for dash in ("-", "- ", "—", "— ") for number in range(1, 10)),
    ),
    examples=(
        Example("便以迅雷不及\n第2页/共9页\n掩耳之势", "便以迅雷不及\n掩耳之势"),
        Example("马灯的玻璃罩裂了一道，(第1/4页)用胶布缠着。", "马灯的玻璃罩裂了一道，用胶布缠着。"),
        Example.keep("见第3页。\n占比为1/2", why="a citation and a fraction"),
        Example.keep("- 1 -\n一首只有一节的诗", why="one number alone may be a heading"),
    ),
)
