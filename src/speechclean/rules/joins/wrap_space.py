"""Cuts the spaces that stand where lines were wrapped once, at even distances inside words.

Spaces that an author set (`堡垒共建 先锋同行`, `主 持 词`) stay: they are few, uneven, or between words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import SPACES
from speechclean.plausibility import bond, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

FEWEST = 3
SHORTEST, SPREAD = 18, 5
"""Lines were at least so long, and so much longer or shorter than one another, in code points."""
INSIDE = 0.7
"""From this bond on two characters are likely to belong together."""


def find(document: Document) -> Iterator[Edit]:
    """Cut the spaces of the lines in which all of them are such."""
    text = document.text
    if text.count(" ") < FEWEST:
        return
    spaces: list[int] = []
    line_end = -1
    for place in _between_han(text):
        if place > line_end:
            yield from _cut(text, spaces)
            spaces, line_end = [], document.line_at(place).end
        spaces.append(place)
    yield from _cut(text, spaces)


def _between_han(text: str) -> Iterator[int]:
    """The spaces between two Han characters."""
    place = text.find(" ", 1)
    while 0 < place < len(text) - 1:
        if is_han(text[place - 1]) and is_han(text[place + 1]):
            yield place
        place = text.find(" ", place + 1)


def _cut(text: str, spaces: list[int]) -> Iterator[Edit]:
    if _are_wraps(text, spaces):
        yield from (cut(text, space, space + 1, "a former end of line") for space in spaces)


def _are_wraps(text: str, spaces: list[int]) -> bool:
    gaps = [later - space for space, later in pairwise(spaces)]
    if len(spaces) < FEWEST or min(gaps) < SHORTEST or max(gaps) - min(gaps) > SPREAD:
        return False
    return 2 * sum(bond(text[space - 1], text[space + 1]) > INSIDE for space in spaces) >= len(spaces)


LINE = "以年度计划为依据，把责任落实到岗位、到个人，"

RULE = Rule(
    name="joins-wrap-space",
    summary=Summary("Spaces where lines were wrapped", "原折行处的空格"),
    find=find,
    traits=SPACES,
    examples=(
        Example(
            f"各单位要{LINE}工 作，{LINE}有 人管，{LINE}整 改。", f"各单位要{LINE}工作，{LINE}有人管，{LINE}整改。"
        ),
        Example.keep("堡垒共建 先锋同行。主 持 词 黄 某", why="spaces of the author"),
    ),
)
