"""Removes HTML tags and comments that an extractor left, plain or escaped (`&lt;br/&gt;`); their content stays.

Code, and sentences about tags, keep theirs; so do `<正>`, `a<b` and whatever is no known tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.characters.subject import is_markdown, is_mentioned, is_technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

NAMES = (
    "abbr|acronym|address|article|aside|audio|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|"
    "colgroup|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|"
    "head|header|hr|html|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|nav|nobr|"
    "noscript|object|ol|optgroup|option|p|param|pre|q|rp|rt|ruby|s|samp|section|select|small|source|span|strike|strong|"
    "style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr|a|b|i|o:p|"
    "script|v:shape|st1:\\w{1,20}|path|g|i-amphtml-\\w{1,20}"
)
BLOCKS = Pattern(r"(?i)[<＜&].{0,12}?(?:br|p|div|li|tr|h[1-6]|table|ul|ol|section|article|blockquote|dd|dt|hr)\b")
OPEN = r"(?:<|＜|&(?:amp;){0,2}lt;)"
CLOSE = r"(?:>|＞|&(?:amp;){0,2}gt;)"
ATTRIBUTES = r"(?:[\s\u3000/]+[^<>＜＞]{0,600}?)?"
TAG = Pattern(
    rf"{OPEN}(?:/\s?)?(?:{NAMES}|h[1-6]){ATTRIBUTES}\s?/?{CLOSE}|{OPEN}!--.{{0,2000}}?--{CLOSE}|"
    rf"{OPEN}!(?:DOCTYPE|\[CDATA\[)[^<>]{{0,200}}{CLOSE}",
    re.IGNORECASE | re.DOTALL,  # attributes and comments may hold newlines
)
ENDS = "。！？；…”』」）)!?;：:"


def find(document: Document) -> Iterator[Edit]:
    """Cut the tags; one of a block behind a finished sentence becomes a newline."""
    text = document.text
    if document.fact(is_technical):
        return
    for match in TAG.finditer(text):
        if "!--" in match.group() and _alone(text, match) and document.fact(is_markdown):
            continue
        if not _stays(text, match):
            yield swap(text, match.start(), match.end(), _instead(text, match), "tag")


def _alone(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] in ("", "\n") and text[match.end() : match.end() + 1] in ("", "\n")


def _stays(text: str, match: re.Match[str]) -> bool:
    """Whether a tag is the author's: he speaks of it, or it is a type in code."""
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    if (
        before.isascii()
        and (before.isalnum() or before == "_")
        and "/" not in match.group()
        and "=" not in match.group()
    ):
        return True
    return is_mentioned(text, match.start(), match.end())


def _instead(text: str, match: re.Match[str]) -> str:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    parts_sentences = before in ENDS and after not in ("", "\n")
    return "\n" if before and parts_sentences and BLOCKS.match(match.group()) else ""


RULE = Rule(
    name="markup-tags",
    summary=Summary("HTML tags and comments left by an extractor", "残留的 HTML 标记与注释"),
    find=find,
    triggers=("<", "＜", "lt;"),
    examples=(
        Example("<p>同志们，<strong>把功夫下在平时</strong>。</p>", "同志们，把功夫下在平时。"),
        Example("夜更深了，&lt;br/&gt;更夫的梆子声由远及近。", "夜更深了，更夫的梆子声由远及近。"),
        Example.keep("HTML 中的 <div> 元素是块级容器。", why="the sentence speaks of the tag"),
        Example.keep("若 a<b 且 n>30，则采用 Z 检验。<正>本文认为", why="no tags"),
    ),
)
