"""Cuts the numbers of lines that a blog's software prints beside code, and extractors below it: as many as the code has lines.

Must not touch what a program prints, nor the numbers of an author's list.
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

TRIGGERS = ("\n2\n",)
_TRIGGERS = frozenset(TRIGGERS)
CODE = Pattern(
    r"[^\u3400-\u9fff，。：；]*[A-Za-z{}();=<>/#$][^\u3400-\u9fff，。：；]*|[ \t]*(?://|#|/\*|\*|<!--|--).*|\s*"
)
"""A line of code: without Chinese but in a comment, or blank."""
PRINTS = Pattern(r"(?i)print|echo|log|write|cout|puts|show|output|display|>>>|seq|select|\bcat\b|dump")
"""What may put numbers on a screen."""
COPY = Pattern(r"[ \t]*(?:登录后?)?(?:一键)?(?:复制|複製)(?:代码|代碼)?[ \t]*(?=\n|$)|[ \t]*AI写代码")
"""The button that such software prints below the numbers."""
FEWEST, FEWEST_ABOVE = 2, 3
"""So many numbers there are where the button stands below, and where the code above has as many lines."""
MOST = 400


def find(document: Document) -> Iterator[Edit]:
    """Cut each run of the numbers from 1."""
    text = document.text
    reached = 0
    for hit in document.hits_of(_TRIGGERS):
        start = hit.start - 1
        if start < reached or text[start : start + 1] != "1" or (start and text[start - 1] != "\n"):
            continue
        last, reached = _run(text, start)
        behind = COPY.match(text, reached + 1) is not None
        if (behind and last >= FEWEST) or (last >= FEWEST_ABOVE and _has_as_many(text, start, last)):
            end = min(reached + 1, len(text))
            yield cut(text, start, end, "the numbers of lines of code")


def _run(text: str, start: int) -> tuple[int, int]:
    """The last number of a run that begins there with 1, and where its line ends."""
    number, end = 1, start + 1
    while number < MOST and text.startswith(f"\n{number + 1}", end):
        behind = end + 1 + len(str(number + 1))
        if text[behind : behind + 1] not in ("", "\n"):
            break
        number, end = number + 1, behind
    return number, end


def _has_as_many(text: str, start: int, number: int) -> bool:
    """Whether the code right above has so many lines, and prints nothing."""
    count, end = 0, start - 1
    while count <= number and end > 0:
        first = text.rfind("\n", 0, end) + 1
        if not CODE.fullmatch(text, first, end):
            break
        count, end = count + 1, first - 1
    return count == number and PRINTS.search(text, max(0, end), start) is None


RULE = Rule(
    name="furniture-line-number",
    summary=Summary("Numbers of the lines of code", "代码块的行号"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example(
            "先看磁盘：\nimport os\nos.listdir('/')\n\n1\n2\n3\n就这样。",
            "先看磁盘：\nimport os\nos.listdir('/')\n\n就这样。",
        ),
        Example("先看磁盘：\ndf -h\n1\n2\n复制\n就这样。", "先看磁盘：\ndf -h\n复制\n就这样。"),
        Example.keep("rows = [1, 2, 3]\nfor i in rows:\n    print(i)\n1\n2\n3\n就这样。", why="what a program prints"),
        Example.keep("第一组：\n1\n2\n3\n请把数字连起来。", why="an author's list"),
    ),
)
