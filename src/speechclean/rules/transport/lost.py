"""Notes text that a wrong encoding destroyed (锟斤拷, 烫烫烫, U+FFFD, ??); cuts lines that are nothing else.

What stood there is gone, so nothing is made up for it; text that speaks of encodings is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Line
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.transport.subject import is_subject
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

RUINS = "(?:[锟錕]?斤拷[锟錕]?)+|[烫燙]{3,}|屯{3,}|[锟錕]?\ufffd+"
"""U+FFFD in UTF-8 read as GBK, and the bytes CC and CD with which a debugger fills memory."""
RUIN = Pattern(RUINS, first="锟錕斤烫燙屯\ufffd")
ONLY_RUINS = Pattern(
    r"[ \t\u3000]*+(?>(?:[锟錕]?斤拷[锟錕]?|[烫燙]{3,}+|屯{3,}+|[锟錕]?\ufffd++)[ \t\u3000]*+){2,2000}+"
    "|[烫燙屯]{4,4000}|\ufffd{4,4000}"
)
"""It never tries a second way to part a run: there are very many."""
LOST_MARKS = Pattern(
    r"(?<=[一-鿿])(?<![吗嗎呢么麼啊吧嘛呀谁誰何几幾的了])\?{2,20}(?=[一-鿿])|(?<=《)[一-鿿]{1,20}\?[一-鿿]{1,20}(?=》)"
)
"""A dash or an emoji, and the dot inside a title, that became question marks."""


def find(document: Document) -> Iterator[Edit | Note]:
    """Cut the lines that are nothing but ruins; note the ruins inside others."""
    text = document.text
    cut = -1
    for pattern in (RUIN, LOST_MARKS):
        line = Line(0, -1)
        for match in pattern.finditer(text):
            start, end = match.span()
            if start < cut or is_subject(text, start, end):
                continue
            if start > line.end:
                line = document.line_at(start)
            alone = line.start == 0 and line.end == len(text)  # a text of nothing else is kept: it says what happened
            if pattern is RUIN and not alone and ONLY_RUINS.fullmatch(text, line.start, line.end):
                cut = line.end
                yield cut_line(text, line.start, line.end, "nothing but what a wrong encoding left")
            else:
                yield Note("mojibake", start, end, match[0])


RULE = Rule(
    name="mojibake-lost",
    summary=Summary("Lines of text that a wrong encoding destroyed", "编码损毁、无法还原的文字"),
    triggers=("锟斤拷", "烫烫烫", "屯屯屯", "\ufffd", "??"),
    find=find,
    examples=(
        Example("第一段。\n锟斤拷锟斤拷锟斤拷\n第二段。", "第一段。\n第二段。"),
        Example("第一段。\n锟斤拷锟斤拷\n锟斤拷锟斤拷\n第二段。", "第一段。\n第二段。"),
        Example.keep("会议由锟斤拷主持，到会三十人。", why="what stood there is gone, and a note says so"),
        Example.keep("他打开文件，满屏都是乱码：\n锟斤拷锟斤拷\n怎么也看不懂。", why="the text speaks of mojibake"),
        Example.keep("汤烫烫的，小心！西屯、北屯、屯溪都去过。", why="ordinary words"),
    ),
)
