"""Refused text is safe in every stage and round, whatever its rule is called today."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from speechclean.core.document import Document
from speechclean.core.edit import Edit, cut, swap
from speechclean.core.rule import Rule, Stage, Summary
from speechclean.decisions import Context, Refusal
from speechclean.pipeline import Pipeline

SUMMARY = Summary("for the test", "测试")


def rule(name: str, word: str, new: str = "", aliases: tuple[str, ...] = ()) -> Rule:
    def find(document: Document) -> Iterator[Edit]:
        start = document.text.find(word)
        while start >= 0:
            yield swap(document.text, start, start + len(word), new, "the word")
            start = document.text.find(word, start + len(word))

    return Rule(name, SUMMARY, find, (), aliases=aliases)


def refusal(name: str, old: str, before: str = "", after: str = "", new: str = "") -> tuple[Refusal, bool]:
    context = Context(before, after)
    return Refusal("a.txt", name, old, new, context, context), True


def test_an_alias_is_the_rule() -> None:
    stages = [
        Stage("repair", (rule("mend-new-name", "乙", "丁", ("mend-old-name",)),)),
        Stage("remove", (rule("ad-a", "丙"),), removes=True),
    ]
    for name in ("mend-new-name", "mend-old-name"):
        assert Pipeline(stages).run("甲乙丙", [refusal(name, "乙", "甲", "丙")]).text == "甲乙"


def test_no_rule_of_any_stage_takes_it() -> None:
    stages = [
        Stage("furniture", (rule("nav-a", "广告一"),), removes=True),
        Stage("ad", (rule("ad-a", "广告"), rule("ad-b", "一则广告一条")), removes=True),
        Stage("custom", (rule("own-a", "广"), rule("own-b", "告")), removes=True),
        Stage("layout", (rule("layout-a", "一则"),)),
    ]
    text = "开头，一则广告一条，结尾。"
    assert "广告" not in Pipeline(stages).run(text).text
    assert (
        Pipeline(stages).run(text, [refusal("ad-a", "广告", "开头,一则", "一条,结尾。")]).text
        == "开头，广告一条，结尾。"
    )


def test_what_a_round_uncovers_is_safe_too() -> None:
    stages = [Stage("ad", (rule("ad-a", "加微信"),), removes=True)]
    text = "请加加微信微信，再加微信。"
    assert Pipeline(stages).run(text).text == "请，再。"
    spared = Pipeline(stages).run(text, [refusal("ad-a", "加微信", "请加", "微信,再加")])
    assert spared.text == "请加加微信微信，再。"


def test_repairs_of_earlier_stages_are_made_all_the_same() -> None:
    stages = [Stage("repair", (rule("mend", "廣告", "广告"),)), Stage("ad", (rule("ad-a", "广告"),), removes=True)]
    outcome = Pipeline(stages).run("一則廣告。", [refusal("ad-a", "广告", "一则", "。")])
    assert outcome.text == "一則广告。"


def test_a_place_where_nothing_is_to_be_put_in() -> None:
    def find(document: Document) -> Iterator[Edit]:
        for start in (1, 2):
            yield Edit(start, "", "，", swap(document.text, start, start, "，").parts)

    stages = [Stage("layout", (Rule("layout-a", SUMMARY, find, ()),))]
    assert Pipeline(stages).run("甲乙丙").text == "甲，乙，丙"
    assert Pipeline(stages).run("甲乙丙", [refusal("layout-a", "", "甲", "乙丙", "，")]).text == "甲乙，丙"


@pytest.mark.parametrize("name", ["ad-gone-for-good", ""])
def test_a_rule_that_is_there_no_more(name: str) -> None:
    stages = [Stage("ad", (rule("ad-a", "广告"),), removes=True), Stage("layout", (rule("layout-a", "！"),))]
    assert Pipeline(stages).run("甲广告乙！", [refusal(name, "广告", "甲", "乙!")]).text == "甲广告乙"


def test_a_bigger_cut_around_it_is_not_made() -> None:
    def find(document: Document) -> Iterator[Edit]:
        start = document.text.index("前")
        yield cut(document.text, start, start + 4)

    stages = [Stage("ad", (rule("ad-a", "广告"), Rule("ad-b", SUMMARY, find, ())), removes=True)]
    assert Pipeline(stages).run("甲前后广告乙").text == "甲乙"
    assert Pipeline(stages).run("甲前后广告乙", [refusal("ad-a", "广告", "甲前后", "乙")]).text == "甲前后广告乙"


def test_without_stages_nothing_is_lost_or_told() -> None:
    outcome = Pipeline([]).run("甲乙", [refusal("ad-a", "乙", "甲", "")])
    assert outcome.text == "甲乙"
    assert outcome.unmatched == ()
