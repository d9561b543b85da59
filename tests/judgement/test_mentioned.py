from __future__ import annotations

import pytest

from speechclean.judgement.mentioned import (
    PAPER,
    SCREEN,
    is_announced,
    is_cited,
    is_numbered,
    is_object,
    is_of,
    is_shown,
    is_speaker,
    is_subject,
    speaks_of_ads,
)


@pytest.mark.parametrize(
    "behind", ["这两个字要印在左上角", "二字被压住", "的来信", "，三条里有两条", "占了一半", "三个按钮排成一排"]
)
def test_a_sentence_may_go_on_about_what_stands_before(behind: str) -> None:
    assert is_subject("【广告】" + behind, 4)


@pytest.mark.parametrize(
    "behind", ["她摆摆手。", "第二天一早", "这年冬天", "院子里积了水", "是了，他想", "的确如此", "等他回来"]
)
def test_another_sentence_begins(behind: str) -> None:
    assert not is_subject("【广告】" + behind, 4)


def test_who_writes_is_told_of() -> None:
    assert is_speaker("网友认为应当删去", 2)
    assert not is_speaker("网友多半是压力不够", 2)


def test_a_sentence_may_lack_what_comes() -> None:
    assert is_object("排着一行字：【收藏】", 6)
    assert not is_object("念给她听。【收藏】", 5)


def test_a_number_is_counted_or_named() -> None:
    assert is_numbered("数到，\n- 40 -\n天才亮", 4, 10)
    assert is_numbered("门牌是\n- 7 -\n他敲门", 4, 9)
    assert not is_numbered("一块铜牌，\n-37-\n铜牌上的字", 6, 10)


def test_a_line_is_announced_by_a_sentence_but_not_by_a_label() -> None:
    assert is_announced("下面是页脚的原话：\n收藏", 10)
    assert not is_announced("您当前所在的位置：\n首页", 10)
    assert not is_announced("代表人：　　身份证号：\n页码", 12)


def test_the_line_below_may_speak_of_it() -> None:
    text = "上一页\n这三个链接要写在外面。"
    assert is_shown(text, 0, 3)
    assert not is_shown("上一页\n这三个人走了。", 0, 3)


def test_what_a_text_is_about() -> None:
    assert speaks_of_ads("广告语要短，要让人记得住。")
    assert not speaks_of_ads("本站无广告，欢迎收藏。")
    assert not speaks_of_ads("— 广告 —\n他走了。")
    assert is_of(SCREEN, "他最恨的是弹窗。【广告】", 8, 12)
    assert not is_of(SCREEN, "他最恨的是弹窗。\n【广告】", 9, 13)
    assert is_of(PAPER, "（第1/2页）须加盖骑缝章。", 0, 7)


SHOWN = (
    "左边是菜单：\n【首页】\n【友情链接】\n【加入收藏】\n中间是一条分割线。",
    "谁会打开它？在外的爹妈。他们想看什么？想看孩子。那么栏目可以是：\n首页 > 今天吃什么\n首页 > 找老师\n页脚也一样。",
)


@pytest.mark.parametrize("text", SHOWN)
def test_an_announcement_of_what_a_page_shows_is_of_all_short_lines_below(text: str) -> None:
    rows = text.split("\n")
    starts = [len("\n".join(rows[:number])) + 1 for number in range(1, len(rows) - 1)]
    assert all(is_shown(text, start, text.index("\n", start)) for start in starts)


@pytest.mark.parametrize(
    "label",
    [
        "相关阅读：",
        "参会人员：",
        "注意事项一：坐好。\n全场静默",
        "请注意以下几点：\n1. 带好证件",
        "议程如下：\n一、致辞",
    ],
)
def test_no_other_line_announces_several(label: str) -> None:
    text = f"{label}\n首页\n加入收藏\n"
    start = text.index("加入")
    assert not is_shown(text, start, len(text) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Home　首页\nSign in　登录\n同学们把上面的词抄三遍。",
        "请勿吸烟　No Smoking\n联系我们　Contact Us\n以上译法自公布之日起试行。",
        "在街上走，抄了一路的招牌。\n本店转让，非诚勿扰\n公共厕所向前五十米",
    ],
)
def test_lines_may_be_shown_without_a_colon(text: str) -> None:
    for row in text.split("\n")[:2] if "抄了" not in text else text.split("\n")[1:]:
        start = text.index(row)
        assert is_shown(text, start, start + len(row)), row


def test_the_contents_of_a_page_are_not_what_it_speaks_of() -> None:
    text = "返回首页\n打印本页\n以上内容由网友上传，仅供参考。"
    assert not is_shown(text, 0, 4)
    told = "他在墙上写着一个“妈”字。\n内容版权归作者所有"
    assert not is_shown(told, told.index("内容"), len(told))


def test_a_message_may_be_cited() -> None:
    text = "再看这一条：\n更多优惠请点击链接。\n各位来宾：\n今天很高兴。"
    assert is_cited(text, text.index("更多"))
    assert not is_cited(text, text.index("今天"))
    assert not is_cited(text, 0)
