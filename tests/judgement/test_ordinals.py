"""Parts of books and rows whose numbers rise are an author's, whatever words of pages stand in them."""

from __future__ import annotations

import pytest

from speechclean.judgement.ordinals import is_ordinal, rises


def test_the_parts_of_a_book_stand_together() -> None:
    book = "第一章　首页\n第二章　免费下载\n第三章　联系我们"
    assert is_ordinal(book, 0)
    assert is_ordinal(book, book.index("第三章"))
    assert not is_ordinal("第三章　联系我们\n他推开门。", 0)
    assert not is_ordinal("第三章　联系我们，请看下一页\n第四章　甲乙\n第五章　丙丁", 0)


def test_a_scene_may_stand_alone() -> None:
    assert is_ordinal("第二幕　登录大厅\n甲　你好。", 0)


@pytest.mark.parametrize(
    "rows",
    [
        "1998　欢迎光临\n2003　点击进入\n2010　请先登录",
        "3-2　删除　广告帖\n3-9　置顶　新人报到\n4-1　移动　求购",
        "12:10　点歌台\n12:40　热线咨询\n13:00　再见",
        "周一　新闻早知道\n周三　在线点歌\n周五　好书推荐",
        "1001　网络不可达\n1002　请先登录\n1003　服务器忙",
    ],
)
def test_rows_that_rise(rows: str) -> None:
    assert rises(rows, 0)
    assert rises(rows, rows.rindex("\n") + 1)


@pytest.mark.parametrize(
    "rows",
    [
        "08-19　嫁妆算谁的\n08-15　订婚宴\n08-02　彩礼",
        "2019　甲\n2019　乙\n2019　丙",
        "1　热门文章\n2　推荐阅读\n3　最新评论",
        "1998　欢迎光临\n他走了。\n2010　请先登录",
    ],
)
def test_lists_of_pages_do_not(rows: str) -> None:
    assert not rises(rows, 0)
