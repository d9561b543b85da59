"""Joins text that stands one character a line, also with its reading on every other line.

Lists of single characters and vertical verse stay: what they join to is no running text, or they are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import LINES_OF_ONE
from speechclean.plausibility import score
from speechclean.rules.glosses.columns import PROSE, is_broken_text, teaches

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

# Fifteen lines and more of one character each; twenty pairs of a reading (often with broken vowels) and a character.
SINGLE = Pattern(r"\n(?:[^\s\x00-\x7f] ?\n){14,}[^\s\x00-\x7f](?=\n|\Z)")
READINGS = Pattern(r"\n(?:[a-zA-Z\u00c0-\u03ff]{1,7} ?\n[^\s\x00-\x7f] ?(?:\n|\Z)){20,}")
FEWEST, MANY = 15, 30
"""So many lines prove something where marks stand among them; so many more do without."""


def find(document: Document) -> Iterator[Edit]:
    """Put such lines together, where they make sense together."""
    text = document.text
    if sum([len(line) < 3 for line in text.split("\n")]) < FEWEST:
        return
    for match in READINGS.finditer(text):
        lines = match[0].split()
        plain = "".join(lines[1::2])
        if is_broken_text(plain, list(zip(lines[::2], lines[1::2], strict=True))) and not teaches(text):
            yield _joined(text, match, plain)
    for match in SINGLE.finditer(text):
        plain = "".join(match[0].split())
        if (len(plain) >= MANY or any(mark in plain for mark in "，。；：！？、")) and score(plain) > PROSE:
            yield _joined(text, match, plain)


def _joined(text: str, match: re.Match[str], plain: str) -> Edit:
    new = "\n" + plain + "\n" * match[0].endswith("\n")
    return swap(text, match.start(), match.end(), new, f"{len(plain)} lines of one character")


SPLIT = "服务控制，是指对外提供的访问权限。"

RULE = Rule(
    name="glosses-single-lines",
    summary=Summary("Text with one character a line", "一字一行"),
    find=find,
    traits=LINES_OF_ONE,
    examples=(
        Example("一、服务\n" + "\n".join(SPLIT) + "\n二、数据", f"一、服务\n{SPLIT}\n二、数据"),
        Example.keep("我\n爱\n你\n中\n国", why="a few"),
    ),
)
