"""Cuts the lines that an extractor added to the page that it wrote in Markdown, or left without what they belonged to.

These are Jina Reader's head, pandoc's borders of a page's parts, where numbered links lead that are gone, the line
below the heads of a table without them, and rules (`* * *`) that part nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.extracted import JINA, is_page
from speechclean.judgement.markdown import COLUMNS, DEFINITION, FENCE
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TRIGGERS = ("](", "][", "source:")
HEAD = Pattern(
    r"(?m)^(?:Title|URL Source|Published Time|Warning|Markdown Content|Number of Pages): *(?P<value>[^\n]*)$"
)
USED = Pattern(r"\]\[(\d{1,4})\]")
MOST_OF_HEAD = 6
NAME = Pattern(r"\s*(?:[_|]|[-–—] ?)[^_|–—-]*$")
"""The site's name behind a title."""
RULE_LINE = Pattern(r"(?m)^[ ]{0,3}(?:\\?[*_-][ ]?){3,}[ \t]*$")


def find(document: Document) -> Iterator[Edit]:
    """Cut each such line."""
    if not document.fact(is_page):
        return
    text = document.text
    if JINA.match(document.original):
        yield from _head(text)
    for match in FENCE.finditer(text):
        yield cut_line(text, match.start(), match.end(), "the border of a part of the page")
    used = {match[1] for match in USED.finditer(text)}
    for match in DEFINITION.finditer(text):
        if match[1] not in used:
            yield cut_line(text, match.start(), match.end(), "where a link leads that is gone")
    for match in COLUMNS.finditer(text):
        start = match.start() + text.startswith("\n", match.start())
        if "|" not in text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]:
            yield cut_line(text, start, match.end(), "the line below the heads of a table that are gone")
    yield from _rules(text)


def _head(text: str) -> Iterator[Edit]:
    """Cut the lines of Jina Reader's head; the title stays where the text does not repeat it."""
    place = 0
    for _ in range(MOST_OF_HEAD):
        while text.startswith("\n", place):
            place += 1
        match = HEAD.match(text, place)
        if not match:
            return
        title = NAME.compiled.sub("", match["value"]) if text.startswith("Title", place) else ""
        if not title or title in text[match.end() :]:
            yield cut_line(text, match.start(), match.end(), "the head that an extractor wrote")
        place = match.end()


def _rules(text: str) -> Iterator[Edit]:
    """Cut rules before all text or behind it, and those that follow one another."""
    reached, last = 0, len(text.rstrip())
    for match in RULE_LINE.finditer(text):
        if not text[reached : match.start()].strip() or match.end() >= last:
            yield cut_line(text, match.start(), match.end(), "a rule that parts nothing")
        reached = match.end()


RULE = Rule(
    name="furniture-extractor-line",
    summary=Summary("Lines that an extractor added to the Markdown of a page", "提取程序给网页的 Markdown 添上的行"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "Title: 雨天_某某网\n\nURL Source: https://www.example.com/1.html\n\nMarkdown Content:\n# 雨天\n\n雨停了，他才出门。\n",
            "\n\n# 雨天\n\n雨停了，他才出门。\n",
        ),
        Example.keep("他走了。\n\n* * *\n\n三年以后，他回来了。\n", why="an author's break"),
    ),
)
