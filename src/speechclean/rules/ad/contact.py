"""Removes contact ads that stand inside a paragraph: a channel and a private identifier, in any disguise.

Must not touch an office's contact block, a sentence about a channel, or what someone in the text says or quotes.
"""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_ads

RULE = Rule(
    name="ad-contact",
    summary=Summary("Contact ads inside a paragraph, in any disguise", "正文中夹带的联系方式广告"),
    triggers=ANCHORS,
    signs=SIGNS,
    find=cut_ads("contact"),
    examples=(
        Example(
            "要把责任扛在肩上。想要全套发言稿加薇❤：gaozi⑧⑧⑥我们要以更高的标准抓好落实。",
            "要把责任扛在肩上。我们要以更高的标准抓好落实。",
        ),
        Example.keep(
            "报名者请添加工作人员微信（微信号：hdzx2019）咨询，或到区活动中心二楼报名，联系人：王老师。",
            why="a notice with an office behind it",
        ),
        Example.keep("警方提醒：凡是要求加微信、加QQ群转账的，都是诈骗。", why="a sentence about the channel"),
    ),
)
