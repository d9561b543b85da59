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
from speechclean.judgement.mentioned import is_shown
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

LONGEST = 200
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
_TRIGGERS = frozenset(TRIGGERS)


@cache
def _forms() -> dict[str, list[Pattern]]:
    """The lines as patterns for folded text, by their triggers."""
    found: dict[str, list[Pattern]] = {}
    for line in LINES:
        written = (
            SLOTS[part] if number % 2 else BLANKS.sub(SOME_BLANKS, re.escape(fold(part)))
            for number, part in enumerate(SLOT.split(line))
        )
        found.setdefault(_always(line), []).append(Pattern(rf"{SOME_BLANKS}{''.join(written)}{SOME_BLANKS}"))
    return found


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that are one of them."""
    if document.fact(is_manual):
        return
    done = -1
    for hit in document.hits_of(_TRIGGERS):
        if hit.start < done:
            continue
        start, end = document.line_at(hit.start)
        if end - start > LONGEST or not _is_one(document.folded(start, end), hit.word):
            continue
        done = end
        if not is_shown(document.text, start, end):
            yield cut_line(document.text, start, end, "a platform's line")


def _is_one(folded: str, trigger: str) -> bool:
    return any(form.fullmatch(folded) for form in _forms()[trigger])


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
