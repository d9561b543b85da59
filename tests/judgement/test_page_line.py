"""A line of a page is known by its items; what nothing explains speaks for the author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.fold import fold
from speechclean.judgement.page_line import behind_text, is_furniture, is_one_byline, is_prose, read
from speechclean.judgement.page_words import split_word
from speechclean.lexicon import load


@pytest.mark.parametrize(
    "line",
    [
        "【返回顶部】 【关闭窗口】 【打印本页】",
        "文档格式：PDF 页数：12页 大小：64KB 下载量：9 价格：3元",
        "類別：寫景階段：四年級字數：402查看：1187次打印",
        "A- A+｜讚好 12｜分享",
        "来源： 作者： 点击：",
    ],
)
def test_controls_and_counters_are_furniture(line: str) -> None:
    folded = fold(line)
    assert is_furniture(read(folded), folded)


@pytest.mark.parametrize(
    "line",
    [
        "来源：新华社　作者：王某",
        "地　点：县行政中心三楼会议室",
        "投诉电话：0000-5566012",
        "目录",
        "回复群众留言",
        "支持 反对 弃权",
        "第三条 点击数应当公开",
        "推荐阅读：《乡土中国》",
    ],
)
def test_text_and_bylines_are_none(line: str) -> None:
    folded = fold(line)
    assert not is_furniture(read(folded), folded)


def test_controls_behind_a_title_begin_after_the_gap() -> None:
    line = "求教一个问题 [复制链接]"
    assert line[: behind_text(read(line), line)] == "求教一个问题"
    assert behind_text(read("第三章 电梯"), "第三章 电梯") == 0


@pytest.mark.parametrize(
    "value", ["王某", "新华社;", "li", "打印", "佚名", "", "王 某", "王某打印:", "2021", "王某 来源:新华社"]
)
@pytest.mark.parametrize("label", load("byline_labels"))
def test_one_byline_weighs_nothing(label: str, value: str) -> None:
    line = fold(f"{label}：{value}")
    assert is_one_byline(line) <= (read(line).weight == 0)
    assert is_one_byline(line) == (value in {"王某", "新华社;", "li"})


PIECES = [
    *load("controls")[::9],
    *load("counters")[::5],
    *load("page_labels")[::7],
    *load("byline_labels")[::9],
    *"，。：:、 　|【】()「」“”-<1约第3,",
]
PROSE = ("要牢固树立这个导向", "党支部", "在重大项目中建立联合", "用心用力抓好31个项目", "是", "一项")


@given(st.lists(st.sampled_from([*PROSE, *PIECES]), max_size=12).map("".join))
def test_prose_is_no_furniture(line: str) -> None:
    folded = fold(line)
    assert is_prose(folded) <= (not is_furniture(read(folded), folded))


def test_prose_is_told_from_its_first_words_on() -> None:
    assert is_prose("(三)要牢固树立这个导向。要千方百计发展壮大村集体经济,在重大项目中建立联合党支部,抓好31个项目。")
    assert is_prose("会议指出:要牢固树立这个导向,在重大项目中建立联合党支部。")
    assert not is_prose("作者:要牢固树立这个导向,在重大项目中建立联合党支部。")  # the value of a label
    assert not is_prose("返回顶部 关闭窗口")


@pytest.mark.parametrize("name", ["controls", "controls_plain", "counters", "page_labels", "page_sections"])
def test_no_known_word_weighs_more_than_its_characters(name: str) -> None:
    for word in load(name):
        assert split_word(word)[1] <= len(word) - word.count(" ")
