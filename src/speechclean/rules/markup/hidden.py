"""Removes what a page never showed: scripts, style sheets and hidden elements, with their content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical
from speechclean.rules.markup.tags import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

# The end tag of a script may be escaped, written in pieces or cut off with the line.
SCRIPT = (
    rf"{OPEN}(?P<raw>script|style|noscript|iframe)\b[^<>]{{0,400}}?{CLOSE}"
    rf"(?:(?!{OPEN}(?P=raw)\b).){{0,4000}}?{OPEN}/(?P=raw)\s?{CLOSE}"
)
NOUGHT = r"\s?:\s?0(?!\.?[1-9])"
UNSEEN = rf"(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size{NOUGHT}|opacity{NOUGHT}|\bhidden\b)"
ELEMENT = rf"<(?P<tag>\w{{1,10}})\b(?=[^<>]{{0,300}}?{UNSEEN})[^<>]{{1,400}}>[^<>\n]{{0,300}}</(?P=tag)\s?>"
HIDDEN = Pattern(f"{SCRIPT}|{ELEMENT}", re.IGNORECASE | re.DOTALL, first="<＜&")


def find(document: Document) -> Iterator[Edit]:
    """Cut hidden elements whole."""
    text = document.text
    if document.fact(is_technical):
        return
    for match in HIDDEN.finditer(text):
        if not is_the_authors(document, match.start(), match.end()):
            yield cut(text, match.start(), match.end(), "never shown")


RULE = Rule(
    name="markup-hidden",
    summary=Summary(
        "Scripts, style sheets and hidden elements, with their content", "脚本、样式与隐藏元素（连同内容）"
    ),
    find=find,
    triggers=(
        "<script",
        "<style",
        "<noscript",
        "<iframe",
        ";script",
        ";style",
        "none",
        "hidden",
        "font-size",
        "opacity",
    ),
    examples=(
        Example(
            '为您喜爱的节目投票。<strong style="display:none">zhuchi.example</strong>没带手机的也不要紧。',
            "为您喜爱的节目投票。没带手机的也不要紧。",
        ),
        Example("大家好。<script>show_ad(12);</script>谢谢。", "大家好。谢谢。"),
        Example.keep("HTML 的 <script>…</script> 标签用来放脚本。", why="the sentence speaks of the element"),
    ),
)
