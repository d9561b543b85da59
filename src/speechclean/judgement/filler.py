"""What leads up to the sentence in which a site presents a text: a paragraph that fits any text of the kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.parting import Piece, sentences
from speechclean.judgement.voice import voice_of
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

FILLER = Pattern(
    r"导[语读]|编者(?:引言|荐语|导读)|寄语|小编|怎么[写说办]|怎么回事|如何写|怎样写|会写|什么样|[吗呢]\?|是什么|有哪些|(?:我们|大家|很多人|许多人|不少人"
    r"|每个人|人们)(?:都|总|常|经常|或多或少|可能)|难免|您|你(?!们)|是指"
    r"|是一种|是对[^,。]{1,16}的|是.{1,12}的.{0,6}(?:文体|文稿|讲话|桥梁|材料|演说|发言)|又称|不可或缺|离不开|随着|越来越"
    r"|^[\s【\[]{0,3}(?:(?:[本全]文|文章|内容)?目[录次][】\]:： ]|[本全]文共(?:有|收)?[一二三四五六七八九十\d]{1,2}篇|第[一1]篇[:：])"
    r"|在(?:[^,。]{0,8})(?:日常|现实|平时|学习|生活|工作|社会)|(?:写好?|撰写|拟写|准备好?)一[篇份]"
    r"|^[^,。!?\n]{4,24}\?\s*$"  # a question, which the site's sentence answers
)
FEW_LINES, FURTHEST = 3, 300
"""So many lines, or so many characters without a full stop, may stand before the text begins: a page's titles."""


def with_filler(document: Document, line: Line, edits: list[Edit]) -> Iterator[Edit]:
    """The whole line where its end was cut and what leads up to it is filler before the text begins."""
    text = document.text
    last = edits[-1] if edits else None
    if last and last.old.strip() and last.end >= line.end and last.start > line.start and not last.old.startswith("\n"):
        kept = text[line.start : last.start]
        if _is_early(text, line.start) and len(kept) <= 300 and _is_filler(document, line, last.start):
            yield cut_line(text, line.start, line.end, f"filler before {last.parts[0].evidence}")
            return
    yield from edits


def _is_early(text: str, start: int) -> bool:
    """Whether no text stands above but titles."""
    return text.count("\n", 0, start) <= FEW_LINES or (start <= FURTHEST and text.find("。", 0, start) < 0)


def _is_filler(document: Document, line: Line, end: int) -> bool:
    """Whether the sentences before speak of a kind of text, or to anybody at all."""
    before = Piece(line.start, end, "sentence")
    voice = voice_of(document, before.start, before.end)
    if voice.has("i") or voice.has("story"):
        return False
    return bool(FILLER.search(voice.sentence)) and len(sentences(document.text, line)) <= 8
