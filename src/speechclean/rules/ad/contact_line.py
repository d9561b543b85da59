"""Removes lines that hold a contact ad and nothing else; never the contact lines of a notice."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_ads

RULE = Rule(
    name="ad-contact-line",
    summary=Summary("Lines that are a contact ad", "独占一行的联系方式广告"),
    triggers=ANCHORS,
    signs=SIGNS,
    find=cut_ads("contact-line"),
    examples=(
        Example(
            "同志们，让我们一起努力！\n👉👉更多讲话稿加微信 gaozi_886 领取👈👈\n谢谢大家！",
            "同志们，让我们一起努力！\n\n谢谢大家！",
        ),
        Example.keep("联系人：李老师\n电话：0571-8800000\n地址：解放路18号", why="a notice's contact block"),
    ),
)
