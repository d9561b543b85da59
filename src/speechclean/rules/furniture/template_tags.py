"""Cuts the tags of content management systems that a broken template printed: `[!--newstext--]`, `[$page$]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.mentioned import is_object
from speechclean.judgement.shown_code import is_shown_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

TAG = Pattern(
    r"\[!--[a-zA-Z0-9_.-]{1,40}--\]|\[\$?[A-Za-z\u4e00-\u9fff]{1,12}\$\]|\[/?page(?:break)?\]"
    r"|\[field:[a-zA-Z]\w{0,30}[^\[\]\n]{0,80}/\]"
    r"|\{/?(?:dede|pe|pboot|eyou|cms|phpcms|sql|aspcms|maccms):[^{}\n]{0,80}\}|#p#[^#\n]{0,60}#e#"
    r"|\{\$[a-zA-Z_]\w{0,30}(?:\[['\"]?\w{1,20}['\"]?\])?\}|<!--(?:page_?break|nextpage|more|ad|ads?_?\w{0,20}"
    r"|empirenews\.\w{1,20})-->|<\?php[^?\n]{0,120}\?>"
)
FRONT, COMMENT = ("---\n", "+++\n"), "<!--"
"""The head of a source of a page, in which such a comment is the author's: `<!--more-->`."""

TOPIC = Pattern("(?i:dede)|织梦|織夢|模板|循环")
FIELD = "[field:"
"""Behind a verb that wants it, and in a text about templates, a tag so begun is named: it has no code around it."""


def find(document: Document) -> Iterator[Edit]:
    """Cut the tags, but for those in code that the author shows."""
    source = document.text.startswith(FRONT)
    about = FIELD in document.text and TOPIC.search(document.text) is not None
    for tag in TAG.finditer(document.text):
        if source and tag[0].startswith(COMMENT):
            continue
        named = tag[0].startswith(FIELD) and (about or is_object(document.text, tag.start()))
        if not named and not is_shown_code(document.text, tag.start()):
            yield cut(document.text, *tag.span(), "a template's tag")


RULE = Rule(
    name="furniture-template-tag",
    summary=Summary("Tags of a broken page template", "模板标签残留"),
    find=find,
    triggers=(
        "[!--",
        "$]",
        "[page",
        "[field:",
        "[/page",
        "{dede:",
        "{/dede:",
        "{pe",
        "{pboot:",
        "{eyou:",
        "{cms:",
        "#p#",
        "{$",
        "<!--",
        "<?php",
    ),
    examples=(
        Example("谢谢大家！[!--newstext--]", "谢谢大家！"),
        Example.keep("价格为[$20]，见[1]。", why="an amount in brackets"),
        Example.keep(
            '这一行是模板里的标签生成的：\n<div class="crumb">当前位置：{$catname} &gt; 正文</div>\n要改就改这里。',
            why="code that the line above announces",
        ),
    ),
)
