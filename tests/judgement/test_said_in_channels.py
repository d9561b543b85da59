"""What an author tells was said or printed in a channel stays; an ad that has its reader say a word goes."""

from __future__ import annotations

import pytest

from speechclean import Cleaner, Settings

CLEANER = Cleaner(Settings(to="keep"))


@pytest.mark.parametrize(
    "sentence",
    [
        "第一，微信群要管好，群里说“更多精彩请关注本站”的，一律请出去。",
        "公众号后台收到“点击关注领红包”这样的留言，不要理会。",
        "客服在电话里说“加我QQ领取赔偿”，多半是骗子。",
        "家长群里转“扫码进群领红包”的，先核实再转。",
        "抖音上喊“点击下方链接领取”的主播，三个月内换了四拨。",
        "一些公众号在文末标注“点击阅读原文”，方便读者。",
        "对方在微信里说“加QQ123456789办理退款”，张女士信以为真。",
    ],
)
def test_what_was_said_in_a_channel_stays(sentence: str) -> None:
    assert CLEANER(sentence).text == sentence


@pytest.mark.parametrize(
    "ad",
    [
        "加微信说“讲话稿”领取全套资料",
        "公众号“笔杆子”回复“666”",
        "加老师微信gw6688，备注“资料”免费送",
        "更多范文请关注公众号“公文大全”",
    ],
)
def test_an_ad_that_quotes_goes(ad: str) -> None:
    before, behind = "工作要做细做实。", "我们要坚定信心。"
    assert CLEANER(before + ad + behind).text == before + behind
