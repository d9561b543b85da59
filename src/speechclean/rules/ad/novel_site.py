"""Removes what a novel site says of itself between the paragraphs; never what people in the story say."""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_ads

RULE = Rule(
    name="ad-novel-site",
    summary=Summary("A novel site's notices to its readers", "小说站自我宣传"),
    triggers=ANCHORS,
    signs=SIGNS,
    find=cut_ads("novel-site"),
    examples=(
        Example(
            "他推开了门。一秒记住【青灯书屋】www.qdsw9.com，最新章节免费阅读！屋里没有人。",
            "他推开了门。屋里没有人。",
        ),
        Example.keep("“这本书更新得真慢，我都想取消收藏了。”她说。", why="what someone says"),
    ),
)
