"""Of a page's line the dates with their labels stay, and the bylines that have a value."""

from __future__ import annotations

import pytest

from speechclean.core.fold import fold
from speechclean.judgement.bylines import bylines, date_of_post
from speechclean.judgement.page_line import read


def _kept(line: str) -> list[str]:
    folded = fold(line)
    return [folded[start:end] for start, end in bylines(read(folded))]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("2021-05-06 来源:新华社 点击:33次", ["2021-05-06", "来源:新华社"]),
        ("发布：05-12 17:09 字数：867字 体裁：记叙文", ["发布:05-12 17:09"]),
        ("最近更新时间：2022-07-01 15:22 打印", ["最近更新时间:2022-07-01 15:22"]),
        ("發布日期：113-03-06 點閱數：316", ["发布日期:113-03-06"]),
        ("发文字号：石农发〔2021〕19号　打印", ["发文字号:石农发〔2021〕19号"]),
        ("时间：2013-05-06 08:51 点击：412次", ["时间:2013-05-06 08:51"]),
        ("作者：暂无 投稿时间：2012-5-9 8:11:40 人气：33", ["投稿时间:2012-5-9 8:11:40"]),
        ("刊登日期：2015-3-2 点击：4", ["刊登日期:2015-3-2"]),
        ("上传时间：2020-06-11 页数：5", []),
        ("〔記者王大明／臺北報導〕分享 A⁻ A⁺ 列印 收藏新聞", ["〔记者王大明/台北报导〕"]),
    ],
)
def test_dates_and_valued_bylines_are_kept_apart(line: str, kept: list[str]) -> None:
    assert _kept(line) == kept


def test_a_forum_post_keeps_its_date_only_where_it_is_asked_for() -> None:
    line = "发表于 2012-9-17 08:33 | 只看该作者"
    assert _kept(line) == []
    assert [line[start:end] for start, end in date_of_post(read(line))] == ["2012-9-17 08:33"]


def test_the_date_of_a_registration_is_no_posts() -> None:
    assert date_of_post(read("楼主:老屈 帖子:811 威望:36 注册时间:2006-4-2")) == []
