"""Cuts the title where a page prints it again in its head; refrains and sentences that recur stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import LINE_AGAIN
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

HEAD = 8
PROSE = 40
"""Where no line is as long as this the text is verse or a list, and a line may recur in it."""
SHORTEST = 6
MARKS = "。！？!?，,；;：:、…—”」』）)"


def find(document: Document) -> Iterator[Edit]:
    """Compare the first lines with the first of them."""
    text = document.text
    begin = len(text) - len(text.lstrip())
    end = text.find("\n", begin)
    title = text[begin:end].strip()
    if end < 0 or not SHORTEST <= len(title) <= 60 or title[-1] in MARKS or text.find(title, end, end + 600) < 0:
        return
    if max(map(len, text[end : end + 900].split("\n"))) < PROSE:
        return
    for start, stop in list(_copies(text, title, begin, end))[:-1]:
        yield cut_line(text, start, stop, "the title again")


def _copies(text: str, title: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of the head that are the title; the last one stands over the text, others over what a site put between."""
    yield start, end
    for _ in range(HEAD):
        start = end + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        row = text[start:end].strip()
        if row == title:
            yield start, end
        elif len(row) > 60 or start > len(text) - 1:
            return


BODY = (
    "同志们：今天我们召开全县教育工作会议，主要任务是总结去年的工作，分析当前的形势，部署今年的任务，请大家认真听会。"
)

RULE = Rule(
    name="end-repeated-title",
    summary=Summary("The title printed twice", "重复的标题"),
    find=find,
    traits=LINE_AGAIN,
    examples=(
        Example(
            "全县教育工作会议讲话\n全县教育工作会议讲话\n" + BODY,
            "全县教育工作会议讲话\n" + BODY,
        ),
        Example.keep("回来吧，回来吧，\n浪迹的孩子。\n回来吧，回来吧，", why="a refrain"),
        Example.keep("枫泾桥\n枫泾桥，俗称八字桥。", why="a text that begins with its subject"),
    ),
)
