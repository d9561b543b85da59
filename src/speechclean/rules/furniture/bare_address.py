"""Cuts lines that are nothing but an address on the web, with or without 地址 before it; off by default.

Notices and papers cite addresses on lines of their own, too.
"""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Safety, Summary
from speechclean.shapes import cut_lines

TRIGGERS = ("http", "www.")
LINE = Pattern(
    r"[ \t\u3000(（\[【]*(?:[一-鿿]{0,4}(?:地址|网址|網址|链接|連結|鏈接|来源|來源|出处|出處)[ \t]?[:：][ \t]?)?"
    r"(?:https?://|www\.)[!-~]{3,200}[ \t\u3000)）\]】]*"
)

RULE = Rule(
    name="furniture-bare-address",
    summary=Summary("Lines that are an address on the web", "单独成行的网址"),
    find=cut_lines(LINE, TRIGGERS, "an address alone"),
    safety=Safety.UNSAFE,
    triggers=TRIGGERS,
    examples=(
        Example("他走了。\n文章来源：http://www.wxjd.example/read/20871.html\n天亮了。", "他走了。\n天亮了。"),
        Example.keep("报名网址为 http://www.hdzx.example ，请于周五前提交。", why="a sentence that holds one"),
    ),
)
