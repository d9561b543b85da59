from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.squeeze import BEYOND_NINE, UNSEEN, squeeze

CASES = [
    ("加 薇 信 号 f w 2 0 2 2 看", "加薇信号fw2022看"),
    ("公\u200b众\u200b号\u200b：\u200b乙", "公众号:乙"),
    ("Ｑ　Ｑ　８　８　２　０", "qq8820"),
    ("商/务/请/加/v/x/:/n/7", "商务请加vx:n7"),
    ("h t t p : / / a b . c n", "http://ab.cn"),
    ("(公)(众)(号)：(大)(笔)(头)", "公众号:大笔头"),
    ("5\ufe0f\u20e37\ufe0f\u20e3", "57"),
    ("①⑩8", "1108"),
    ("公·z·号：材@料@狗", "公z号:材料狗"),
    ("看︱全︱文︱找︱甲︱1", "看全文找甲1"),
    ("搜∥公∥众∥号∥⋯∥甲∥乙", "搜公众号⋯甲乙"),
    ("关.注.公.号.【.甲.乙.】.拿.稿", "关注公号【甲乙】拿稿"),
]


@pytest.mark.parametrize(("window", "squeezed"), CASES)
def test_what_stands_between_is_undone(window: str, squeezed: str) -> None:
    assert squeeze(window).text == squeezed


@pytest.mark.parametrize("text", ["主 持 词", "草莓、樱桃、杏子", "安徽信息工程学院", "第一章  总  则"])
def test_what_an_author_writes_stays(text: str) -> None:
    assert squeeze(text).text == text


def test_places_lead_back() -> None:
    window = "好。加 v 信 a b 7 看"
    squeezed = squeeze(window)
    start = squeezed.text.index("加")
    left, right = squeezed.source(start, len(squeezed.text) - 1)
    assert window[left:right] == "加 v 信 a b 7"


@given(st.text(alphabet="加v信 ·-，。①⑩\u200b(公)/7丨@", max_size=60))
def test_the_map_is_whole_and_rises(window: str) -> None:
    squeezed = squeeze(window)
    places = list(squeezed.places)
    assert len(places) == len(squeezed.text)
    assert places == sorted(places)
    assert all(0 <= place < len(window) for place in places)


def test_every_character_that_is_not_seen_is_dropped() -> None:
    assert len(UNSEEN) == 35
    assert squeeze("甲" + "乙".join(UNSEEN) + "丙").text == "甲" + "乙" * 34 + "丙"


def test_every_number_beyond_nine_is_written_out() -> None:
    assert squeeze("甲".join(BEYOND_NINE)).text == "甲".join(map(str, [*range(10, 21), *range(10, 21)]))


@given(st.text(alphabet="加v7 ·-，，//((公))❤丨\n", max_size=40))
def test_where_nothing_shows_there_is_nothing_to_undo(window: str) -> None:
    with patch("speechclean.core.squeeze.UNDONE", ("",)):
        looked_at = squeeze(window)
    assert squeeze(window) == looked_at
