"""A line is the numbered heading of a section where the next one stands behind sentences; a site's list has none between."""

from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.judgement.sections import heads_section

KEPT = Settings(to="keep")
SENTENCE = "雨水来得比往年早，渠要先清，闸要先修。\n"


@pytest.mark.parametrize(
    ("before", "heading"),
    [
        ("二、分工安排\n", "三、咨询与投诉"),
        ("2 原因\n", "3 解决"),
        ("6.3 分享按钮\n", "6.4 上一篇、下一篇"),
        ("（九）下载\n", "（十）联系我们"),
        ("九、打印\n", "十、收藏"),
        ("十九、打印\n", "二十、收藏"),
    ],
)
def test_a_heading_follows_another_behind_sentences(before: str, heading: str) -> None:
    text = before + SENTENCE + heading + "\n" + SENTENCE
    assert heads_section(text, text.index(heading))
    assert heads_section(text, 0), "the one above is told by the one below"
    assert clean(text, KEPT).text == text


@pytest.mark.parametrize("names", [("看车架", "看发动机", "三款车推荐"), ("下载", "登录与注册", "收藏")])
@pytest.mark.parametrize("sign", ["●", "■ ", "◆◆"])
def test_a_sign_heads_sections_as_a_number_does(sign: str, names: tuple[str, ...]) -> None:
    text = "".join(f"{sign}{name}\n{SENTENCE}{SENTENCE}" for name in names).rstrip("\n")
    for name in names:
        assert heads_section(text, text.index(f"{sign}{name}"))


@pytest.mark.parametrize(
    "text",
    [
        "●看车架\n" + SENTENCE + "● 更多底价点击查询\n●看发动机",
        "●年终总结范文\n●述职报告范文\n●入党申请书",
        "▲点击查看大图\n" + SENTENCE + "▲点击查看大图\n" + SENTENCE,
        "●猜你喜欢\n" + SENTENCE + "■推荐阅读\n" + SENTENCE,
    ],
)
def test_lists_captions_and_lone_signs_head_nothing(text: str) -> None:
    assert not heads_section(text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "1. 年终总结大全\n2. 述职报告\n3. 入党申请书",
        "1 楼 张三 发表于昨天\n" + SENTENCE + "2 楼 李四 发表于今天\n" + SENTENCE,
        "3 个回答\n" + SENTENCE + "4 条评论\n" + SENTENCE,
        "1.下载前请先预览，下载后不退积分。\n2.如有侵权请联系本站客服删除。\n3.本站不承担责任。",
        "0 引用本文 PDF 全文\n" + SENTENCE + "1 材料与方法\n" + SENTENCE,
        "三、咨询与投诉\n" + SENTENCE + "五、附则\n" + SENTENCE,
        "6.3 分享按钮\n" + SENTENCE + "7.4 上一篇、下一篇\n" + SENTENCE,
    ],
)
def test_lists_counts_and_lone_numbers_head_nothing(text: str) -> None:
    assert not heads_section(text, 0)
