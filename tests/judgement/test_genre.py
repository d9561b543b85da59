"""A text that shows code is a manual; a page in which a site left a script is none."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.judgement.genre import is_manual

SCRIPT = '(function(){var t="_showClicks";window[t]&&window[t]("news",1482,9931)})();'
PATH, AUTHOR = (
    "当前位置: 首页>>校园新闻>>正文",
    "10月20日，全省大学生农机具创新设计竞赛在我校西校区体育馆举行，全省41所高校参赛。",
)


@pytest.mark.parametrize("text", ["见[说明](help.md)。", "[x](", "\n](", "\n!](", "```\nls\n```", "先 npm install。"])
def test_what_shows_code_is_a_manual(text: str) -> None:
    assert is_manual(text)


@pytest.mark.parametrize(
    "text",
    [
        SCRIPT,
        "a[i]('b')",
        "拍照。3 o# P8 ]( h, W' n1 {",
        "#话题# 今天",
        "# 安装",
        "见[1]（图）。",
        "",
        "![](a.jpg)",
        "[![徽章](a.png)](b)",
        "好![[笑]](/c.png)",
        "甲\n![图](/b.png)\n",
    ],
)
def test_scripts_topics_and_pictures_are_none(text: str) -> None:
    assert not is_manual(text)


def test_a_script_that_a_site_left_does_not_keep_its_path() -> None:
    page = f"{PATH}\n{AUTHOR}\n{SCRIPT}\n赛后，两家合作社与团队签订了试用协议，欲了解参数的农户可与中心联系。"
    cleaned = clean(page, Settings(to="keep")).text
    assert PATH not in cleaned
    assert AUTHOR in cleaned
    assert clean(cleaned, Settings(to="keep")).text == cleaned
