"""Cuts the marks a site puts around its text: `--END--`, `—— 广告 ——`, `（本章完）`. An author's （完） stays."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import cut_lines

TRIGGERS = (
    "end",
    "下接第",
    "上接第",
    "转第",
    "结束",
    "广告",
    "廣告",
    "本章完",
    "完毕",
    "正文开始",
    "以下正文",
    "the end",
    "ad",
)
FRAME = r"[ \t\u3000\-—–_=~*·.…<>《》【】\[\]()（）|★☆◆◇■□▲△▼▽→←↓↑✦]"
MARK = Pattern(
    rf"[-—=*_]{{1,2}} ?(?:THE )?(?:END|End) ?[-—=*_]{{1,2}}"
    rf"|[-—－=]{{2,20}} ?[（(]?(?:下接|上接|[转轉]至?)第?.{{1,3}}[页頁版][）)]? ?[-—－=]{{2,20}}"
    rf"|{FRAME}{{2,40}}(?:THE )?(?:END|End|end|(?:本文|全文|文章|正文|文档|内容|本篇)(?:到此|至此|已)?(?:结束|完毕"
    rf"|开始)|广告|廣告|AD|推广|赞助商?广告"
    rf"|本章(?:节)?(?:已)?(?:完|结束))(?:了)?[!！]?{FRAME}{{1,40}}"
    rf"|[（(]本章(?:节)?(?:已)?完(?:结|成)?[）)]|正文(?:开始|结束)|[赞贊]助商(?:广告|廣告|链接|連結)"
)

RULE = Rule(
    name="furniture-end-mark",
    summary=Summary("A site's marks around a text", "正文首尾标记"),
    find=cut_lines(MARK, TRIGGERS, "a mark around the text"),
    triggers=TRIGGERS,
    examples=(
        Example("谢谢大家！\n—— 本文结束 ——", "谢谢大家！"),
        Example("傘壞了。\n－－－－下接第二頁－－－－\n他抬頭看天。\n-END-", "傘壞了。\n他抬頭看天。"),
        Example.keep("会议到此结束。\n（全文完）", why="a sentence, and an author's mark"),
    ),
)
