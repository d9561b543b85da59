"""Cuts lines that the software of big sites prints in the same words: 被折叠的 2 条评论, Skip to content.

A line is one of them and nothing else; what is announced, quoted or shown by a manual stays.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean import lexicon
from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.genre import is_manual
from speechclean.rules.boilerplate.phrases import Phrases, cut_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

SLOTS = {
    "n": r"\d[\d,.]{0,9}[kw万]?\+?",
    "date": r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?(?:\([^()\n]{2,4}\))? ?(?:\d{1,2}:\d\d(?::\d\d)?)?",
    "name": r"[^\s。,!?][^。,!?\n]{0,23}",
    "url": r"https?://[^\s”」]{4,160}",
}
SLOT = re.compile(r"\{(\w+)\}")
PARTS = re.compile(r"\{\w+\}|[，,：:。！!？?、“”\"()（）【】「」|]")
BLANKS = re.compile(r"(?:\\ )+")
SOME_BLANKS = "[ \u3000\u00a0\t|·]{0,4}"
LINES = lexicon.load("platform_lines")


def _always(line: str) -> str:
    """The longest run of letters in a line that is always the same."""
    return max(PARTS.split(line), key=len).strip()


TRIGGERS = tuple(dict.fromkeys(map(_always, LINES)))


@cache
def _forms() -> tuple[tuple[str, Pattern], ...]:
    """The lines as patterns for folded text, each with what it always holds."""
    return tuple((fold(_always(line)), Pattern(SOME_BLANKS + "".join(_written(line)) + SOME_BLANKS)) for line in LINES)


def _written(line: str) -> Iterator[str]:
    for number, part in enumerate(SLOT.split(line)):
        yield SLOTS[part] if number % 2 else BLANKS.sub(SOME_BLANKS, re.escape(fold(part)))


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that are one of them; nothing where a manual shows them."""
    return iter(()) if document.fact(is_manual) else cut_phrases(document, PHRASES)


def _is_line(document: Document, line: Line) -> bool:
    folded = document.folded(line.start, line.end)
    return any(always in folded and form.fullmatch(folded) for always, form in _forms())


PHRASES = Phrases(frozenset(TRIGGERS), frozenset(TRIGGERS), _is_line, lambda *_: iter(()), "a platform's line")
RULE = Rule(
    name="boilerplate-platform-line",
    summary=Summary("Lines that big sites print in the same words", "大网站固定的页面行"),
    find=find,
    triggers=TRIGGERS,
    examples=(
        Example("天亮了。\n被折叠的 2 条评论 为什么被折叠?\n他起了床。", "天亮了。\n他起了床。"),
        Example("天亮了。\nSkip to content\n他起了床。", "天亮了。\n他起了床。"),
        Example.keep("页面最上面有一行小字：\nSkip to content\n点它会跳到正文。", why="the line above announces it"),
        Example.keep("编辑对我说：你的鼓励将是我创作的最大动力，这话谁都会写。", why="a sentence holds it"),
    ),
)
