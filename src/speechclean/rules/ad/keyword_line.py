"""Removes lines that are spam keywords and nothing else: many such words, separators, no sentence.

Must not touch prose in which such a word stands: a line with a full stop, or of which they are the lesser part.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.lexicon import load
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

WORDS = (
    "久久",
    "无码",
    "一区二区",
    "成人午夜",
    "亚洲av",
    "国产自拍",
    "在线观看",
    "成人视频",
    "午夜福利",
    "成人无码",
    "av在线",
    "av天堂",
)
_WORDS = frozenset(WORDS)
LABEL = Pattern(r"^[^:]{0,12}: ?")
LEAST = 4
SHARE = 0.7


@cache
def _word() -> Pattern:
    return Pattern("|".join(sorted(map(re.escape, load("smut_words")), key=len, reverse=True)))


def find(document: Document) -> Iterator[Edit]:
    """Cut the lines that such words cover."""
    for line in document.lines_with(_WORDS):
        folded = document.folded(line.start, line.end)
        listed = folded[match.end() :] if (match := LABEL.match(folded)) else folded
        found = _word().findall(listed)
        letters = sum(character.isalnum() for character in listed)
        if len(found) >= LEAST and sum(map(len, found)) >= SHARE * letters and "。" not in folded:
            yield cut_line(document.text, line.start, line.end, f"{len(found)} spam keywords")


RULE = Rule(
    name="ad-keyword-line",
    summary=Summary("Lines of spam keywords", "垃圾关键词行"),
    triggers=WORDS,
    find=find,
    examples=(
        Example("国产精品一区二区久久,亚洲成人av在线观看,日韩无码视频\n公司召开年会。", "公司召开年会。"),
        Example.keep("平台清理低俗内容，屏蔽了“无码”“成人视频”等关键词三百余个。", why="a sentence about such words"),
    ),
)
