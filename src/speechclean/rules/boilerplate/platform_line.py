"""Cuts what the software and the editors of sites print in the same words: 被折叠的 2 条评论, 本篇文章给大家谈谈….

A line is one of them, or several with controls of a page and nothing else; a sentence stands at its line's start or behind a
finished one. What is announced, quoted or shown by a manual stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.bylines import bylines
from speechclean.judgement.genre import is_manual
from speechclean.judgement.page_line import read
from speechclean.rules.boilerplate.phrases import LONGEST, Phrases, before, cut_phrases
from speechclean.rules.boilerplate.written import forms, matches, sentence_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit
    from speechclean.judgement.page_line import Reading
    from speechclean.rules.boilerplate.written import Forms

Spans = list[tuple[int, int]]

TRIGGERS = lexicon.load("platform_words")
"""Each line and sentence holds one of them; a test keeps it so."""
FINAL = frozenset("。！？!?…”」』）)】\n")
"""What stands before a sentence that is a site's."""
FRAMES = {
    "(": ")",
    "[": "]",
    "【": "】",
    "〖": "〗",
    "∥": "∥",
    "‖": "‖",
    "║": "║",
    "┃": "┃",
    "★": "★",
    "☆": "☆",
    "※": "※",
}
"""What may enclose a sentence that is a site's, within one that is not."""
SIGNS = frozenset(" \t\u3000\u00a0|·・。!?…~;)]】>►※☆★●<-—") | frozenset(FRAMES) | frozenset(FRAMES.values())
"""What parts the pieces of a line."""
BEGINS = frozenset("([【【►※☆★●<“-—・")
BLANK = " \t\u3000\u00a0|·・.。,:;!~…()[]【】<>-—_※☆★►●"
REACH = 200
LONGEST_NAME = 12
"""Beside a date no more characters of text than this are a name."""


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines and sentences that are one of them; nothing where a manual shows them."""
    return iter(()) if document.fact(is_manual) else cut_phrases(document, PHRASES)


def _pieces(document: Document, line: Line) -> Spans:
    """What of a line is one of the forms; it is asked for more than once."""
    known = document.fact(_known)
    folded = document.folded(line.start, line.end)
    if folded not in known:
        known[folded] = _read(folded, forms())
    return known[folded]


def _known(_: str) -> dict[str, Spans]:
    """Where it is kept what stands in the lines of a document."""
    return {}


def _read(folded: str, known: Forms) -> Spans:
    """What of a folded text is one of the forms, each piece parted from the others: the longer first."""
    found = [span for span in matches(folded, known) if _is_parted(folded, *span)]
    taken: Spans = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
    return sorted(taken)


def _is_parted(folded: str, start: int, end: int) -> bool:
    """Whether a piece ends where a sentence, a line or a run of letters does, and so begins."""
    begins = start == 0 or folded[start - 1] in SIGNS or folded[start] in BEGINS
    return begins and (end == len(folded) or folded[end - 1] in SIGNS or folded[end] in SIGNS or folded[end] in BEGINS)


def _without(folded: str, spans: Spans) -> str:
    """The text with blanks for the spans."""
    for start, end in spans:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return folded


def _is_line(document: Document, line: Line) -> bool:
    """Whether nothing but such pieces and controls is on a line."""
    folded = document.folded(line.start, line.end)
    if not (spans := _pieces(document, line)):
        return False
    rest = _without(folded, spans)
    if not rest.strip(BLANK):
        return True
    reading = read(rest)
    return not reading.text and not bylines(reading)


def _glued(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The pieces of a line that holds dates, bylines and a dated name besides; the sentences of any other."""
    line = document.line_at(first)
    if line.end - line.start <= LONGEST:
        folded = document.folded(line.start, line.end)
        spans = _pieces(document, line)
        if spans and _is_head(read(_without(folded, spans))):
            yield from ((line.start + start, line.start + end) for start, end in spans)
            return
    for found in _read(document.folded(first, last), sentence_forms()):
        start, end, framed = _enclosed(document, first + found[0], first + found[1])
        if framed or (before(document, start) in FINAL and (end == line.end or document.text[end - 1] in FINAL)):
            yield start, end


def _is_head(reading: Reading) -> bool:
    """Whether a line holds no text, or but a name beside a date."""
    return not reading.text or (reading.text <= LONGEST_NAME and bool(reading.kinds("date")))


def _enclosed(document: Document, start: int, end: int) -> tuple[int, int, bool]:
    """A span with the brackets around it, or the signs that frame it, and whether there are any."""
    around = document.folded(start - 1, end + 1) if start else ""
    if len(around) > 1 and (closing := FRAMES.get(around[0])):
        if around[-2] == closing:
            return start - 1, end, True
        if around[-1] == closing:
            return start - 1, end + 1, True
    return start, end, False


PHRASES = Phrases(frozenset(TRIGGERS), frozenset(), _is_line, _glued, "what sites print in the same words", REACH)
RULE = Rule(
    name="boilerplate-platform-line",
    summary=Summary("Lines and sentences that sites print in the same words", "网站固定的页面行与套句"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("天亮了。\n被折叠的 2 条评论 为什么被折叠?\n他起了床。", "天亮了。\n他起了床。"),
        Example("天亮了。\nSkip to content\n他起了床。", "天亮了。\n他起了床。"),
        Example(
            "天亮了。\n关于桂花和银杏的介绍到此就结束了，不知道你从中找到你需要的信息了吗 ？他起了床。",
            "天亮了。\n他起了床。",
        ),
        Example.keep("页面最上面有一行小字：\nSkip to content\n点它会跳到正文。", why="the line above announces it"),
        Example.keep("编辑对我说：你的鼓励将是我创作的最大动力，这话谁都会写。", why="a sentence holds it"),
    ),
)
