"""Joins a line that begins with a closing quote or bracket, or with a comma or stop, to the line before it.

A splitter at full stops made such lines. Code, and lines whose quote was never opened, stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.hanging import CLOSERS, MARKS, REACH, hangs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

SEAM = Pattern(rf"\n[ \u3000]*([{CLOSERS}{MARKS}])")


def find(document: Document) -> Iterator[Edit]:
    """Cut the newlines in front of such marks."""
    text = document.text
    for match in SEAM.finditer(text):
        start = match.start()
        if start and hangs(text[max(0, start - REACH) : start], match.group(1)):
            yield cut(text, start, match.start(1), f"a line that begins with {match.group(1)}")


RULE = Rule(
    name="joins-quotes",
    summary=Summary("Breaks in front of a closing quote or bracket", "引号、括号内的断行"),
    find=find,
    triggers=tuple(f"{blank}{mark}" for mark in CLOSERS + MARKS for blank in "\n\u3000"),
    examples=(
        Example("“此脉之大要是也。\n”壞病之義也。", "“此脉之大要是也。”壞病之義也。"),
        Example("魏晋以后，（皇子公主称母妃。\n　　）太后居中宫。", "魏晋以后，（皇子公主称母妃。）太后居中宫。"),
        Example.keep("一切都会好的。\n（未完待续）\n”只剩半个引号", why="no quote was opened"),
        Example.keep("def 求和(\n    数字\n)", why="code"),
    ),
)
