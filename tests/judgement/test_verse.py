"""A control between lines of verse is a verse; above, below and in a menu of as short lines it is a control."""

from __future__ import annotations

from speechclean import Settings, clean
from speechclean.judgement.verse import verse

KEPT = Settings(to="keep")
POEM = """屏幕上的短诗
加载中
雪落在山坡上
一个圈
转啊转
转成了春天
下一页
风翻麦田
翻到尽头
没有下一页
收藏
母亲不会打字
她给我的每一条
都是一朵小小的红心
收藏夹里有
一千二百个黄昏
返回首页
走了很远
我才看见
炊烟升起来了"""
MENU = "首页\n新闻\n体育\n财经\n汽车\n房产\n教育\n论坛\n博客\n登录\n注册\n收藏\n返回首页\n下一页\n客户端下载\n关于我们"


def test_controls_in_a_poem_are_its_titles() -> None:
    assert clean(POEM, KEPT).text == POEM


def test_what_stands_around_a_poem_is_the_sites() -> None:
    page = f"首页 | 诗歌 | 散文 | 登录 | 注册\n{POEM}\n【返回顶部】【打印本页】【关闭】"
    assert clean(page, KEPT).text.strip() == POEM


def test_a_menu_in_short_lines_is_no_verse() -> None:
    assert not verse(MENU)


def test_prose_and_few_lines_are_no_verse() -> None:
    assert not verse("他们走了很远，才看见炊烟升起来，慢慢散在风里。\n" * 20)
    assert not verse("\n".join(POEM.split("\n")[:10]))


def test_a_poem_may_stand_in_the_middle_of_short_lines_of_a_page() -> None:
    page = f"登录 | 注册 | 写博客\n{POEM}\n打赏\n展开阅读全文\n最新评论\n热门推荐\n联系我们 广告合作 隐私政策"
    assert set(POEM.split("\n")[1:-1]) <= verse(page)
    assert "热门推荐" not in verse(page)


def test_a_line_with_two_parts_is_of_its_stanza() -> None:
    stanzas = POEM.replace("\n下一页\n", "\n\n上一页　下一页\n").replace("\n返回首页\n", "\n\n分享到：\n")
    assert {"上一页　下一页", "分享到："} <= verse(stanzas)
    assert "点击名片 关注我们" not in verse(POEM.replace("\n收藏\n", "\n点击名片 关注我们\n"))
