"""Removes the tags of forum markup, `[b]…[/b]`, `[url=…]`, `[img]…[/img]`; notes such as [1] and [J] are no tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

REACH = 4000
PAIRED = "b|i|u|s|quote|code|free|hide|list|table|tr|td|center|left|right|indent|sup|sub|h[1-6]|postbg|password|index|fly|move|glow"
MEDIA = "img|attach|attachimg|media|flash|audio"
VALUED = f"size|color|font|align|url|email|backcolor|float|hide|quote|td|tr|table|list|p|qq|{MEDIA}"
TAG = Pattern(
    rf"\[(?:{MEDIA})(?:=[^\[\]\n]{{1,60}})?\][^\[\]\n]{{0,300}}\[/(?:{MEDIA})\]"
    rf"|\[/(?:{PAIRED}|{VALUED})\]|\[(?:{VALUED})=[^\[\]\n]{{1,200}}\]|\[hr\]|\[/?url\]"
    # smileys: QQ's, Discuz', phpwind's
    r"|\[em\]e\d{1,7}\[/em\]|\{:\d{1,3}_\d{1,4}:\}|\[s:\d{1,4}\]",
    re.IGNORECASE,
    first="[{",
)
OPENING = Pattern(rf"\[({PAIRED})\]", re.IGNORECASE, first="[")


def find(document: Document) -> Iterator[Edit]:
    """Cut closing tags, tags with a value, pictures, and opening tags that are closed later."""
    text = document.text
    if document.fact(is_technical):
        return
    for match in (*TAG.finditer(text), *filter(_is_closed, OPENING.finditer(text))):
        if not is_the_authors(document, match.start(), match.end()):
            yield cut(text, match.start(), match.end(), "forum tag")


def _is_closed(opening: re.Match[str]) -> bool:
    return opening.string.find(f"[/{opening[1]}]", opening.end(), opening.end() + REACH) >= 0


RULE = Rule(
    name="markup-bbcode",
    summary=Summary("Forum markup such as [b]…[/b]", "论坛标记（如 [b]…[/b]）"),
    find=find,
    triggers=("[/", "=", "[hr]", "[url]", "{:", "[s:"),
    examples=(
        Example("请[b]携带准考证[/b]。[img]http://a.example/1.gif[/img]", "请携带准考证。"),
        Example.keep("赵某某. 农村电商[J]. 2018. 见文献[1][b]。", why="notes and a letter in brackets"),
    ),
)
