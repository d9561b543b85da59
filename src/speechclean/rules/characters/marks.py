"""Removes marks that a mirror put in against copying: a backtick behind 的, a comma in front of every other mark.

Code in backticks and single quotes that have partners stay, and so does a doubled comma here and there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

AFTER_DE = Pattern("[`´'＇](?<=[\u3400-\u9fff]的.)(?=[\u3400-\u9fff])", first="`´'＇")
DOUBLED = Pattern("[,，](?<![,，、].)(?=[,，、。；：;:](?![,，、。；：;:.]))", heads=",,，、。；：;: ，,，、。；：;:")
FEWEST = 4
"""So many doubled marks are a mirror's work and no slip."""


def find_after_de(document: Document) -> Iterator[Edit]:
    """Cut a mark between 的 and the next word that is the only one of its kind on its line."""
    text = document.text
    line_end, alone = -1, ""
    for match in AFTER_DE.finditer(text):
        if match.start() > line_end:
            start, line_end = document.line_at(match.start())
            alone = "".join(
                m for m in "`´'＇" if text.count(m, start, line_end) == text.count(f"的{m}", start, line_end)
            )
        if match[0] in alone:
            yield cut(text, match.start(), match.end(), "a stray mark behind 的")


def find_doubled(document: Document) -> Iterator[Edit]:
    """Cut the first of two marks where it happens all over the text."""
    found = list(DOUBLED.finditer(document.text))
    if len(found) >= FEWEST:
        for match in found:
            yield cut(document.text, match.start(), match.end(), f"{len(found)} doubled marks")


AFTER = Rule(
    name="characters-stray-mark",
    summary=Summary("A stray mark behind 的", "“的”后的杂符"),
    find=find_after_de,
    triggers=("的`", "的´", "的'"),
    examples=(
        Example("这是我们学校的`优良传统。", "这是我们学校的优良传统。"),
        Example.keep("仓库里的`工作流脚本`要先审核。", why="a term in backticks"),
    ),
)
DOUBLE = Rule(
    name="characters-doubled-marks",
    summary=Summary("A comma in front of every mark", "标点前多出的逗号"),
    find=find_doubled,
    triggers=(",,", ",、", ",。", "，；", ",:", "，："),
    examples=(
        Example("天亮了,,雨停了,,他推开门,,走到院子里,。", "天亮了,雨停了,他推开门,走到院子里。"),
        Example.keep("好吧,,那就这样。", why="a slip"),
    ),
)
