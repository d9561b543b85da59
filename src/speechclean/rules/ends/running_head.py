"""Cuts running heads: one short line that recurs and each time parts a sentence. Refrains and headings part none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import LINE_TWICE_AGAIN
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

OFTEN = 3
SHORTEST, LONGEST = 6, 60
FINAL = "。！？!?；;：:…”」』）)，,、"


def find(document: Document) -> Iterator[Edit]:
    """Count the lines, then look at those that recur."""
    text = document.text
    rows = [row for row in document.rows if SHORTEST <= len(row) <= LONGEST]
    if len(rows) - len(set(rows)) < OFTEN - 1:
        return
    for row, times in Counter(rows).items():
        if times < OFTEN or len(row.strip()) < SHORTEST or row.strip()[-1] in FINAL:
            continue
        lines = list(_lines_of(text, row))
        if _parts_sentences(text, lines):
            for line in lines:
                yield cut_line(text, line.start, line.end, f"recurs {len(lines)} times inside sentences")


def _lines_of(text: str, row: str) -> Iterator[Line]:
    """The lines that are `row`."""
    start = text.find(row)
    while start >= 0:
        end = start + len(row)
        if (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n"):
            yield Line(start, end)
        start = text.find(row, end)


def _parts_sentences(text: str, lines: list[Line]) -> bool:
    """Whether all but one stand after half a long sentence and before its other half."""
    inside = 0
    for line in lines:
        before = text[max(0, line.start - 60) : line.start].rstrip()[-30:]
        after = text[line.end : line.end + 40].lstrip()
        inside += bool(before) and "\n" not in before and before[-1] not in FINAL and after[:1] > "\u3400"
    return inside >= len(lines) - 1


RULE = Rule(
    name="end-running-head",
    summary=Summary("Running heads", "页眉"),
    find=find,
    traits=LINE_TWICE_AGAIN,
    examples=(
        Example(
            "\n".join(
                f"本办法所称信息披露，是指公司将可能影响股价的第{n}类信息在规定\n信息披露管理制度\n时间内公布。"
                for n in "一二三"
            ),
            "\n".join(f"本办法所称信息披露，是指公司将可能影响股价的第{n}类信息在规定\n时间内公布。" for n in "一二三"),
        ),
        Example.keep("啊我的故乡啊\n风吹过\n啊我的故乡啊\n雨落下\n啊我的故乡啊\n灯亮着", why="a refrain"),
    ),
)
