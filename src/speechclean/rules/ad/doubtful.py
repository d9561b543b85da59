"""Removes spans that look like ads although the evidence is not enough for the other rules; off by default.

It may take an author's words: read what it finds before you let it.
"""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Safety, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_doubtful_ads

RULE = Rule(
    name="ad-doubtful",
    summary=Summary("Spans that may be ads, on less evidence", "疑似广告（证据较少）"),
    find=cut_doubtful_ads,
    safety=Safety.UNSAFE,
    triggers=ANCHORS,
    signs=SIGNS,
    examples=(
        Example("雨一直下到天亮。蚂蚁搬家百元起步路上积了水。", "雨一直下到天亮。路上积了水。"),
        Example.keep("警方提醒：凡是要求加微信、加QQ群转账的，都是诈骗。", why="a sentence about the channel"),
    ),
)
