"""Takes away the markers of a text that was cut: `……略……`, and ` ……` after half a sentence at the end.

An author's ellipsis, （略） and 〔中略〕 stay.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.gap import close_gap

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from speechclean.core.choices import Choices
    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.note import Note

TRIGGERS = (
    "…略",
    "略…",
    "…省略",
    "省略…",
    ".略.",
    "… 略",
    "略 …",
    "..略",
    "。略。",
    " …",
    " ..",
    "\u3000…",
    "…隐藏",
    "=略=",
    "*略*",
    "-略-",
    "部分略",
    "查看更多",
    "阅读更多",
    "…(",
    "…[",
    "...(",
    "...[",
    "…<",
    "详见全文",
    "...显示",
    "…显示",
    "...展开",
    "…展开",
)
_TRIGGERS = frozenset(TRIGGERS)
LEFT_OUT = Pattern(
    r"[ \t\u3000]*(?P<dots>…{1,4}|\.{3,6}|。{3,6}|={3,}|\*{3,}|-{3,}|—{2,})[ \t]?(?:以下|此处|中间|下文|后文|部分"
    r"|内容|文字|正文)*(?:从略"
    r"|省略|已?略|已?隐藏)(?:内容|部分|文字|若干字)?[ \t]?(?P=dots)[ \t\u3000]*",
    first=" \t\u3000….。=*-—",
)
READ_ON = Pattern(
    r"[ \t\u3000]*(?:(?:…{1,4}|\.{3,6}|。{3,6}) ?[(（\[【<〈]?(?:中间|以下|此处)?(?:内容|部分)略[,，、]"
    r"(?:详见|请|见)[^)）\]】\n]{0,16}[)）\]】>〉]?"
    r" ?(?:…{1,4}|\.{3,6}|。{3,6})"
    r"|(?:…{1,4}|\.{3,6}|。{3,6}) ?[(（\[【<〈](?:点击|點擊|点此)?(?:阅读|閱讀|继续阅读|繼續閱讀|查看|檢視|显示|顯示|展开|展開)"
    r"(?:更多|全文|全部|原文|更多|详情|詳情|剩余|余下)?(?:内容|內容)?[)）\]】>〉]"
    r"|[(（\[【<〈](?:详见|詳見|详|詳)全文[)）\]】>〉]$"
    r"|(?:…{1,4}|\.{3,6}) ?(?:显示全部|展开全文|展开全部|顯示全部|展開全文)$)[ \t\u3000]*",
    8,
    first=" \t\u3000….。(（[【<〈",
)
SAYS, SAYS_LEFT_OUT = Pattern("[略隐请见详詳阅閱查檢显顯展]"), Pattern("[略隐]")
SAYS_READ_ON = Pattern("[请见详詳阅閱查檢显顯展]")
"""A marker holds one of these: the first two such as tell what was left out, the others such as ask to read on."""
LAST = 60
TAIL = Pattern(r"(?<=[^\s。！？!?；;：:”」』）)…\.])[ \t\u3000]+(?:…{1,4}|\.{3,6})\s*\Z")


def find(document: Document, gaps: str) -> Iterator[Edit | Note]:
    """Look at the places with a marker, and at the end."""
    text = document.text
    done = -1
    for start, end, _ in document.hits_of(_TRIGGERS):
        first = max(text.rfind("\n", max(0, start - 20), start) + 1, start - 20, done)
        last = text.find("\n", start, end + 40)
        last = min(end + 40, len(text)) if last < 0 else last
        if not SAYS.search(text, first, last):
            continue
        for match in _markers(text, first, last):
            if match.start() >= done:
                done = match.end()
                yield from close_gap(document, match.start(), match.end(), gaps, "a marker of left-out text")
    tail_start = max(0, len(text) - LAST)
    tail = text[tail_start:].rstrip()
    if tail.endswith(("…", "...")) and (broken := TAIL.search(text, tail_start)):
        yield from close_gap(document, broken.start(), tail_start + len(tail), gaps, "the text breaks off")


def _markers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The markers in a part of the text; a pattern is asked where one of the characters stands that it needs."""
    if SAYS_LEFT_OUT.search(text, start, end):
        yield from LEFT_OUT.finditer(text, start, end)
    if SAYS_READ_ON.search(text, start, end):
        yield from READ_ON.finditer(text, start, end)


def rule(choices: Choices) -> Rule:
    """The rule for the chosen way with gaps."""
    return Rule(
        name="end-truncation",
        summary=Summary("Markers of a truncated text", "截断与省略标记"),
        find=partial(find, gaps=choices.gaps),
        triggers=TRIGGERS,
        examples=(
            Example("党组织的战斗力实 ……略…… 重道远。", "党组织的战斗力实\n重道远。"),
            Example("走进展厅，迎面是一幅油画。…（阅读更多）\n助力乡村跨 ……", "走进展厅，迎面是一幅油画。\n助力乡村跨"),
            Example.keep("“夫农，天下之本也……〔中略〕……（下略）”", why="an author's omission"),
            Example.keep("后来，他再也没有回来 ……\n雨下了一夜。", why="an ellipsis inside the text"),
        ),
    )
