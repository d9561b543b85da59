"""Removes a site's advertisement of itself: its name with its address, glued into the text or on a line of its own.

Must not touch addresses that the text is about: of offices, of sources, of projects.
"""

from __future__ import annotations

from speechclean.core.rule import Example, Rule, Summary
from speechclean.judgement.cuts import ANCHORS, SIGNS, cut_ads

RULE = Rule(
    name="ad-site",
    summary=Summary("A site's address in the text", "正文中夹带的网址广告"),
    triggers=ANCHORS,
    signs=SIGNS,
    find=cut_ads("site"),
    examples=(
        Example(
            "要舍得投入、善于等待。（好稿子网 www.haogaozi66.com）为科研人员松绑减负。",
            "要舍得投入、善于等待。为科研人员松绑减负。",
        ),
        Example.keep(
            "请登录市政务服务网（www.zwfw.example.gov.cn）办理，咨询电话12345。", why="an office's address in a notice"
        ),
    ),
)
