"""Cuts lines that hold nothing but labels of a byline and their values (来源：…　作者：…); off by default.

Who wrote a text and where it stood first is the publisher's knowledge, which many want to keep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Safety, Summary
from speechclean.judgement.bylines import DATE
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

LABELS = lexicon.load("byline_labels")
TRIGGERS = tuple(f"{label}:" for label in LABELS)
_TRIGGERS = frozenset(TRIGGERS)
LONGEST = 120
_DATE = DATE.source
LINE = Pattern(
    rf"[ \t\u3000(\[【]*(?:{_DATE}[ \t\u3000|]*)?"
    rf"(?:(?:{'|'.join(sorted(LABELS, key=len, reverse=True))})[ \t\u3000]?:[ \t\u3000]?(?:{_DATE}|[^\s:,。!?;]{{1,20}})[ \t\u3000|/)\]】]*"
    rf"(?:{_DATE}[ \t\u3000|)\]】]*)?){{1,8}}"
)


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that are a byline from end to end."""
    for line in document.lines_with(_TRIGGERS):
        if line.end - line.start <= LONGEST and LINE.fullmatch(document.folded(line.start, line.end)):
            yield cut_line(document.text, line.start, line.end, "a byline")


RULE = Rule(
    name="furniture-byline",
    summary=Summary("Lines of source and author", "来源、作者等署名行"),
    find=find,
    safety=Safety.UNSAFE,
    triggers=TRIGGERS,
    examples=(
        Example("来源：新华社　作者：王某\n正文第一段。", "正文第一段。"),
        Example.keep("作者：鲁迅先生在这篇文章里写道，希望是本无所谓有的。", why="a sentence behind a label"),
    ),
)
