"""Removes offers that are foreign to the text: ghost-writing, loans, templates, with a number or none.

Must not touch a text that is about such offers: reports, laws, warnings.
"""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_ads

RULE = Rule(
    name="ad-service",
    summary=Summary("Offers that are foreign to the text", "代写等服务广告"),
    triggers=ANCHORS,
    signs=SIGNS,
    find=cut_ads("service"),
    examples=(
        Example(
            "资金实行专账管理。代写总结、讲话稿，价格优惠，当天交稿，秒回今后要接受审计和群众监督。",
            "资金实行专账管理。今后要接受审计和群众监督。",
        ),
        Example.keep("代写学位论文的，由教育行政部门责令停止违法行为。", why="a law about the offer"),
    ),
)
