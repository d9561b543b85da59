"""Cuts lines that are made of a page's controls and counters and of nothing else, and such items beside a byline.

Dates and bylines that have a value stay. A line is never cut for being short: every word in it must be known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.bylines import bylines, date_of_post
from speechclean.judgement.extracted import is_authors_markdown
from speechclean.judgement.genre import is_manual
from speechclean.judgement.headings import heads_as_others, is_between_paragraphs
from speechclean.judgement.mentioned import is_shown
from speechclean.judgement.page_line import BULLET, Reading, behind_text, is_all_text, is_furniture, is_one_byline, read
from speechclean.judgement.related import header_of
from speechclean.judgement.series import is_member
from speechclean.judgement.verse import is_of_verse
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

LONGEST = 200
MOST_COMMAS = 2
MOST_OF_HEADING, LONGEST_HEADING = 3, 8
"""What a control weighs at most, and how many characters it has, that may be a heading."""
MOST_BELOW = 1000
MOST_ABOVE = 600
OF_AUTHOR = Pattern(
    "[无無]正文|^[ \t\u3000]{0,4}(?:[复複][现現]|操作|[测測][试試]|具[体體]|使用)?步[骤驟][：:]"
    r"|^[ \t\u3000]{0,4}(?:打[开開]|依次|[进進]入)[^\n→]{1,12}→"
    r"|□[^□\n]{1,12}□|[:：][ \u3000]?(?:_{3}|＿{3})[^\n]{1,30}[:：][ \u3000]?[_＿]{3}|(?:[^、\s]{1,10}、){4}"
    r"|^[ \t\u3000]{0,4}[（(]\d{1,2}[）)][^：:\n]{1,8}[：:][^、\s]{1,8}、"
    r"|^[ \t\u3000]{0,4}《[^》\n]{1,30}》[ \t\u3000]{0,4}[^\s:：]{0,4}(?:指[数數]|星[级級])[:：][ \u3000]?[★☆]{1,5}[ \t\u3000]{0,4}$"
)
"""An office says so on the page of its seals; so begins a row that tells what to press, and in what order; boxes to tick,
lines to fill in; a list with the commas of a sentence, where pages part their controls with blanks and bars; and what a
reviewer gives to what he names."""
DATED = Pattern(r"(?:19|20)\d\d[-/.年]\d")
TOO_COMMON = frozenset(lexicon.load("controls_common"))
TRIGGERS = tuple(
    word
    for name in ("controls", "controls_plain", "controls_sizes", "counters", "page_labels")
    for word in lexicon.load(name)
    if len(word) > 1 and word not in TOO_COMMON
) + tuple(f"{word}:" for word in lexicon.load("byline_labels"))
_TRIGGERS = frozenset(TRIGGERS)


def find(document: Document) -> Iterator[Edit]:
    """Weigh every short line that holds a control, and blocks of lines that are nothing but controls, unless announced."""
    block: list[tuple[Line, Reading]] = []
    text, plain, shown = document.text, document.fact(_plain), -1
    for line in document.lines_with(_TRIGGERS):
        start, end = line
        if not 0 < end - start <= LONGEST or "。" in (row := text[start:end]) or OF_AUTHOR.search(row):
            continue
        if row.count(",") + row.count("，") > MOST_COMMAS:
            continue
        if start == shown or is_shown(text, start, end):
            shown = end + 1
            continue
        reading = None if row in plain else _reading(document.folded(start, end))
        if reading and is_of_verse(document, line):
            continue
        if reading:
            yield from _judge(document, line, reading)
        else:
            plain.add(row)
        if block and start != block[-1][0].end + 1:
            yield from _cut_block(document, block)
            block = []
        if reading and not reading.text and not bylines(reading) and not BULLET.match(reading.line):
            block.append((line, reading))
    if block:
        yield from _cut_block(document, block)


def _plain(_: str) -> set[str]:
    """Where it is kept which rows of a document hold nothing of a page's: they are met again when it was changed."""
    return set()


def _reading(folded: str) -> Reading | None:
    """What a folded row is made of, unless nothing in it weighs, nor is for the size of letters."""
    reading = None if is_all_text(folded) or is_one_byline(folded) else read(folded)
    return reading if reading and (reading.weight or reading.kinds("size")) else None


def _cut_block(document: Document, block: list[tuple[Line, Reading]]) -> Iterator[Edit]:
    """Lines of single controls, three or more in a row."""
    weight = sum(reading.weight for _, reading in block)
    if len(block) >= 3 and weight >= 4 and not document.fact(is_manual):
        for line, reading in block:
            if not _kept(document, line, reading) and not is_member(document.text, line.start):
                yield cut_line(document.text, line.start, line.end, f"one of {len(block)} lines of controls")


def _judge(document: Document, line: Line, reading: Reading) -> Iterator[Edit]:
    if document.fact(is_manual) and (reading.weight < 4 or document.fact(is_authors_markdown)):
        return
    if not is_furniture(reading, reading.line):
        start = behind_text(reading, reading.line)
        if start and not is_member(document.text, line.start):
            yield cut(document.text, line.start + start, line.end, "controls behind a short text")
        return
    if _heads_titles(document, line) or is_member(document.text, line.start) or _may_head(document, line, reading):
        return
    kept = _kept(document, line, reading)
    evidence = f"controls weigh {reading.weight:g}, {reading.text} characters of text"
    if not kept:
        yield cut_line(document.text, line.start, line.end, evidence)
        return
    yield from _beside(document, line, kept, evidence)


def _kept(document: Document, line: Line, reading: Reading) -> list[tuple[int, int]]:
    """What of a line belongs to the text: bylines and dates, of a forum that of its first post."""
    return date_of_post(reading) if reading.forum and _is_first_post(document, line) else bylines(reading)


def _may_head(document: Document, line: Line, reading: Reading) -> bool:
    """Whether a line is one control, which heads a section as well: 在线咨询, alone between two paragraphs."""
    if len(reading.line) <= LONGEST_HEADING // 2 and heads_as_others(document.text, *line):
        return True
    one = reading.weight <= MOST_OF_HEADING and not reading.parted and len(reading.line) <= LONGEST_HEADING
    return one and is_between_paragraphs(document.text, *line)


def _is_first_post(document: Document, line: Line) -> bool:
    """Whether a title stands above the line, no sentence and no other date: a forum dates its first post there."""
    above = document.text[: line.start]
    return bool(above.strip()) and len(above) < MOST_ABOVE and "。" not in above and not DATED.search(above)


def _heads_titles(document: Document, line: Line) -> bool:
    """Whether the line heads the last list of pages: without it the titles below would look like text."""
    below = document.text[line.end : line.end + MOST_BELOW]
    return bool(below.strip()) and len(below) < MOST_BELOW and "。" not in below and bool(header_of(document, line))


def _beside(document: Document, line: Line, kept: list[tuple[int, int]], evidence: str) -> Iterator[Edit]:
    """Cut the line around the spans that stay, with the separators between."""
    position = line.start
    for start, end in kept:
        a, b = line.start + start, line.start + end
        between = document.text[position:a]
        if between.strip(" \t\u3000:：|"):
            gap = len(between) - len(between.lstrip(" \t\u3000")) if position > line.start else 0
            yield cut(document.text, position + gap, a, evidence)
        position = b
    if document.text[position : line.end].strip():
        yield cut(document.text, position, line.end, evidence)


RULE = Rule(
    name="furniture-controls",
    summary=Summary("Menus, buttons, counters and share bars", "菜单、按钮、计数与分享栏"),
    find=find,
    triggers=TRIGGERS,
    in_lines=True,
    examples=(
        Example("特此公告请周知。\n【返回顶部】【打印本页】【关闭】", "特此公告请周知。"),
        Example("2021-05-06 浏览：318次 字号：大 中 小\n各位代表：", "2021-05-06\n各位代表："),
        Example.keep("回复群众留言\n转发、点赞、评论都要算数。", why="words of controls in a heading and a sentence"),
        Example.keep("来源：新华社　作者：王某\n正文第一段。", why="a byline with values belongs to the text"),
    ),
)
