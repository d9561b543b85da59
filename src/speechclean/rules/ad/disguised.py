"""Removes ads that hold no plain word of an ad: spaced out, in look-alikes, or an account and nothing else.

Must not touch codes and numbers that the text is about. Other rules are asked only where a word of plain ads stands,
this one also where something could be an account, or is spaced out.
"""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.core.traits import ACCOUNT, SPACED
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_wordless_ads

RULE = Rule(
    name="ad-disguised",
    summary=Summary(
        "Ads without a plain word: spaced out, in look-alikes, bare accounts", "拆字、变体或只有账号的广告"
    ),
    triggers=ANCHORS,
    signs=SIGNS,
    traits=ACCOUNT | SPACED,
    find=cut_wordless_ads,
    examples=(
        Example("要有紧迫感。防失联：gz7781990要有责任感。", "要有紧迫感。要有责任感。"),
        Example("雨停了。看/全/文/请/加/v/x/:/g/z/6/6/8/8孩子们跑到院子里。", "雨停了。孩子们跑到院子里。"),
        Example.keep("该车编号为0377214，钢印打在车架上。", why="a number that the sentence is about"),
    ),
)
