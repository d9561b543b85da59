"""Removes wiki markup that an extractor left: references, templates, categories, edit links.

Template syntax in code and in texts about templates stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.mentioned import is_object, is_subject
from speechclean.plausibility import is_han
from speechclean.rules.markup.shown import is_the_authors
from speechclean.rules.markup.subject import is_technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

REFERENCE = r"<ref\b[^<>]{0,200}/>|<ref\b[^<>/]{0,200}>[^<>]{0,600}</ref>|<references\s?/?>|</?nowiki\s?/?>"
TEMPLATE = r"\{\{[^{}\n]{1,200}\}\}"
CATEGORY = r"\[\[(?:Category|File|Image|分类|分類|文件|檔案|图像|圖像)[:：][^\[\]\n]{1,120}\]\]"
EDIT_LINK = r"\[(?:编辑|編輯)(?:本段|本節|本节)?\](?!\()|\[编辑 ?\| ?编辑源代码\](?!\()"
EDIT_ENDS = ("编辑]", "編輯]", "本段]", "本节]", "本節]")
MARKUP = Pattern(f"{REFERENCE}|{TEMPLATE}|{CATEGORY}|{EDIT_LINK}", re.IGNORECASE, first="<{[")


def find(document: Document) -> Iterator[Edit]:
    """Cut the markup whole."""
    text = document.text
    if document.fact(is_technical):
        return
    for match in MARKUP.finditer(text):
        spoken = match[0].startswith("[") and match[0].endswith(EDIT_ENDS) and _is_spoken_of(text, *match.span())
        if not spoken and not is_the_authors(document, match.start(), match.end()):
            yield cut(text, match.start(), match.end(), "wiki markup")


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a link stands in a sentence about it; behind a heading and behind a sentence it is the wiki's."""
    behind = text[end : end + 1]
    return behind not in ("", "\n") and (is_object(text, start) or (is_han(behind) and is_subject(text, end)))


RULE = Rule(
    name="markup-wiki",
    summary=Summary("Wiki references, templates, categories, edit links", "维基引用、模板、分类与编辑链接"),
    find=find,
    triggers=("<ref", "{{", "[[", "[编辑", "nowiki"),
    examples=(
        Example('该塔为楼阁式砖塔<ref name="a" />，通高四十一米。{{引用不足}}', "该塔为楼阁式砖塔，通高四十一米。"),
        Example.keep("在模板里用 {{ message }} 绑定数据，这种语法叫插值。", why="the sentence speaks of the syntax"),
    ),
)
