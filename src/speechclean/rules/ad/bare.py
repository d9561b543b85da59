"""Removes identifiers that were glued into the text without a channel's name; never codes and numbers of the text."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import cut_ads

RULE = Rule(
    name="ad-bare",
    summary=Summary("Identifiers glued into the text", "正文中夹带的账号"),
    find=cut_ads("bare"),
    examples=(
        Example("要有紧迫感。防失联：gz7781990要有责任感。", "要有紧迫感。要有责任感。"),
        Example.keep("该车编号为0377214，钢印打在车架上。", why="a number that the sentence is about"),
    ),
)
