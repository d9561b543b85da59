"""Joins lines that were wrapped at a fixed width (unsafe: most classical poems look the same).

Lines that end a sentence, and those before an indent or a number, stay.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Safety, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

ENDS = "。！？：；…”』」）)!?;:"
START = Pattern(
    r"[ \u3000\t]|[（(]?[一二三四五六七八九十百\d]{1,4}[、．.）)]|第[一二三四五六七八九十百\d]{1,4}[章节条款]|[-*#•·●]"
)
SHORTEST = 15
NEAR = 3
"""A wrapped line is at most so much shorter than the longest one, in code points."""
AFTER_SEMICOLON = Pattern(r"[；;]\n(?=[\u3400-\u9fff])")


def find(document: Document) -> Iterator[Edit]:
    """Cut the newlines behind full lines that end nothing."""
    text = document.text
    lines = list(document.lines())
    widths = sorted(end - start for start, end in lines)
    width = widths[-1]
    wrapped = sum(width - length <= NEAR for length in widths)
    if width < SHORTEST or wrapped < 3 or 2 * wrapped < len(lines):
        return
    for (start, end), (first, last) in pairwise(lines):
        full = width - (end - start) <= NEAR and text[end - 1] not in ENDS
        if full and first < last and not START.match(text, first):
            yield cut(text, end, first, f"a line of {width} wrapped")


def find_semicolons(document: Document) -> Iterator[Edit]:
    """Cut the newlines behind a semicolon where the next line goes on with the sentence."""
    for match in AFTER_SEMICOLON.finditer(document.text):
        if not START.match(document.text, match.end()):
            yield cut(document.text, match.start() + 1, match.end(), "a break inside a sentence")


RULE = Rule(
    name="joins-hard-wraps",
    summary=Summary("Lines wrapped at a fixed width", "固定行宽的硬换行"),
    find=find,
    safety=Safety.UNSAFE,
    examples=(
        Example(
            "正如习近平总书记反复强调的那样\n要坚持问题导向和目标导向相统一\n把各项工作落到实处并且见到成\n效。",
            "正如习近平总书记反复强调的那样要坚持问题导向和目标导向相统一把各项工作落到实处并且见到成效。",
        ),
        Example.keep("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。", why="verse"),
    ),
)
AFTER_SEMICOLONS = Rule(
    name="joins-after-semicolon",
    summary=Summary("Breaks behind a semicolon", "分号后的断行"),
    find=find_semicolons,
    safety=Safety.UNSAFE,
    triggers=("；\n", ";\n"),
    examples=(
        Example("一是真学真懂；\n二是真信真用。", "一是真学真懂；二是真信真用。"),
        Example.keep("（一）学习材料；\n（二）讨论提纲。", why="items of a list"),
    ),
)
