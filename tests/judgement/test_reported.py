"""What a narrator announces in the line itself was to be read or heard; what a site announces is its own."""

from __future__ import annotations

import pytest

from speechclean.judgement.reported import is_announced_in_line, is_in_shown_quotation, is_reported


@pytest.mark.parametrize(
    "line",
    [
        "底下有一行小字：本章未完，请点击下一页继续阅读。",
        "页脚写着：版权所有，翻印必究。",
        "屏幕上弹出十二个大字：登录之后方可继续阅读。",
        "他念道：转载请注明出处。",
    ],
)
def test_a_narrator_announces_what_was_to_be_read(line: str) -> None:
    assert is_announced_in_line(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "小编在这里说：更多精彩内容请关注本站。",
        "友情提示：本章未完，请点击下一页继续阅读。",
        "免费小说：最新章节全文阅读",
        "导读：本文由某某网整理发布。",
    ],
)
def test_a_site_announces_its_own_words(line: str) -> None:
    assert not is_announced_in_line(line, 0, len(line))


def test_what_stands_behind_the_colon_is_announced_too() -> None:
    line = "页面上显示：剩余内容请下载后阅读。"
    assert is_announced_in_line(line, line.index("：") + 1, len(line))


def test_a_quotation_is_announced_as_what_was_to_be_read() -> None:
    line = "墙上刷着一行大字：“招工，日结！加微信领钱。”"
    assert is_in_shown_quotation(line, line.index("加"))
    assert not is_in_shown_quotation("他说：“招工，日结！加微信领钱。”", 8)


def test_what_a_report_found_is_its_own_matter() -> None:
    line = "调查发现，部分文库平台将用户免费上传的课件设为付费文档，上传者本人想看自己的文件，也要先开通会员。"
    assert is_reported(line, 0, len(line))
    assert not is_reported("数据库频道为您提供更多范文，欢迎会员上传。", 0, 21)
