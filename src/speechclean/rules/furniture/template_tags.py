"""Cuts the tags of content management systems that a broken template printed: `[!--newstext--]`, `[$page$]`."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import cut_spans

TAG = Pattern(
    r"\[!--[a-zA-Z0-9_.-]{1,40}--\]|\[\$?[A-Za-z\u4e00-\u9fff]{1,12}\$\]|\[/?page(?:break)?\]"
    r"|\{/?(?:dede|pe|pboot|eyou|cms|phpcms|sql|aspcms|maccms):[^{}\n]{0,80}\}|#p#[^#\n]{0,60}#e#"
    r"|\{\$[a-zA-Z_]\w{0,30}(?:\[['\"]?\w{1,20}['\"]?\])?\}|<!--(?:page_?break|nextpage|more|ad|ads?_?\w{0,20}"
    r"|empirenews\.\w{1,20})-->|<\?php[^?\n]{0,120}\?>"
)

RULE = Rule(
    name="furniture-template-tag",
    summary=Summary("Tags of a broken page template", "模板标签残留"),
    find=cut_spans(TAG, "a template's tag"),
    triggers=(
        "[!--",
        "$]",
        "[page",
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
    ),
)
