"""Characters that an ad writes as two are one for the judge, and what is cut holds both halves."""

from __future__ import annotations

import pytest

from speechclean import clean
from speechclean.core.squeeze import squeeze
from speechclean.judgement.components import SIDES, alike, joined, wholes
from speechclean.judgement.tokens import view
from speechclean.lexicon import load


@pytest.mark.parametrize(
    ("text", "read"),
    [("扌白扌白：7", "拍拍:7"), ("讠旬价扌戈我", "询价找我"), ("扌 口", "扌 口"), ("打扌卡", "打扌卡")],
)
def test_two_are_read_as_one(text: str, read: str) -> None:
    assert view(text).text == read


def test_the_whole_of_both_is_meant() -> None:
    window = "好。扌白扌白"
    squeezed, read = joined(squeeze(window))
    assert read == {2: "拍", 3: "拍"}
    assert squeezed.source(2, 4) == (2, 6)


def test_the_table_is_canonical() -> None:
    lines = load("components")
    assert list(lines) == sorted(set(lines))
    assert {len(line) for line in lines} == {3}
    assert {line[1] for line in lines} <= set(SIDES)
    assert len(wholes()) == len(lines)


def test_a_character_is_like_itself() -> None:
    assert alike("微")[0] == "微"
    assert alike("山") == "山"


def test_such_an_ad_goes() -> None:
    text = "怕吵着人。全套范稿圈扌白扌白：七六〇二三四五幺可到了晚上，我家门把手上挂了十二样东西。"
    assert clean(text).text == "怕吵着人。可到了晚上，我家门把手上挂了十二样东西。"


@pytest.mark.parametrize(
    "text",
    [
        "老师说，“拍”字左边是扌，右边是白：扌白为拍，手碰到白墙，就是拍。",
        "部首表：亻（单人旁）扌（提手旁）讠（言字旁）氵（三点水），如讠旬为询、氵主为注。",
    ],
)
def test_a_lesson_on_characters_stays(text: str) -> None:
    assert clean(text).text == text
