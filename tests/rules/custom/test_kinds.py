from __future__ import annotations

import pytest

from speechclean.core.document import Document
from speechclean.core.errors import RuleFileError
from speechclean.core.note import Note
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.spec import Between, Footer, Header, Line, Literal, Spec, Substitute


def cleaned(body, text: str) -> str:
    """What the rule makes of a text by way of the pipeline, triggers included; a second run finds nothing."""
    pipeline = Pipeline([Stage("custom", (rule(Spec("our-rule", body)),), removes=True)])
    outcome = pipeline.run(text)
    assert not outcome.failures
    assert pipeline.run(outcome.text).text == outcome.text
    return outcome.text


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (Literal(("秋水文库",)), "同志们秋水文库好。", "同志们好。"),
        (Literal(("秋水文庫", "vx")), "秋水文库ＶＸ甲Vx", "甲"),
        (Literal(("关注公众号领资料",)), "甲關注公眾號領資料乙", "甲乙"),
        (Literal(("QQ",), exact=True), "加QQ，加qq", "加，加qq"),
        (Literal(("甲乙", "甲乙丙")), "甲乙丙丁", "丁"),
        (Literal(("ab",)), "aabb.", "."),
        (Literal(("秋水文库",)), "前\n 秋水文库\u3000\n后", "前\n后"),
        (Literal(("秋水文库",)), "前\n秋水文库", "前"),
        (Literal(("秋水\n文库",)), "前\n秋水\n文库\n后", "前\n后"),
        (Literal(("zk15039",)), "见ZK15039。", "见。"),
        (Literal(("①②",)), "甲①②乙", "甲乙"),
        (Between("【推广】", "【完】"), "甲【推广】买\n它【完】乙", "甲乙"),
        (Between("<", ">", 3), "a<bcd>e<fghi>", "ae<fghi>"),
        (Between("<", ">", 9), "a<b<c>d", "a<bd"),
        (Between("<", ">", ends=False), "a<b>c<>", "a<>c<>"),
        (Between("广告开始", "广告结束"), "甲廣告開始買廣告結束乙", "甲乙"),
        (Line(("扫码",)), "前\n请扫码入群\n后", "前\n后"),
        (Line(("扫码",), longest=5), "前\n请扫码入群吧\n扫码\n后", "前\n请扫码入群吧\n后"),
        (Line((), "第[0-9]+页"), "前\n 第3页 \n见第3页\n后", "前\n见第3页\n后"),
        (Line(("第",), ".*页"), "第1页\n第2条\n本页", "第2条\n本页"),
        (Substitute("。{2,}", "。"), "好。。。。。完", "好。完"),
        (Substitute("。。", "。"), "好。。。。。完", "好。完"),
        (Substitute(r"(\d+)\s*元", r"\1元"), "5 元", "5元"),
        (Substitute(r"(?P<n>甲)|乙", r"[\g<n>]"), "丙乙", "丙[]"),
        (Substitute("(?<!\n)(?=一、)", r"\n"), "好。一、二", "好。\n一、二"),
        (Substitute("abc", "", "i"), "xABCx", "xx"),
        (Substitute("^第.*$", "", "m"), "前\n第一\n后", "前\n后"),
        (Substitute(" +"), "前\n  \n后", "前\n\n后"),
        (Header("来源：.*"), "首页\n导航\n来源：甲\n\n正文", "\n正文"),
        (Header("来源：.*", ends=False), "首页\n导航\n来源：甲\n正文", "来源：甲\n正文"),
        (Header("来源：.*", 2), "首页\n导航\n来源：甲\n正文", "首页\n导航\n来源：甲\n正文"),
        (Header("来源：.*"), "首页\n来源：甲\n\n来源：乙\n正文", "正文"),
        (Footer("相关.*"), "正文\n相关阅读\n一\n二\n", "正文"),
        (Footer("相关.*", ends=False), "正文\n相关阅读\n一\n二", "正文\n相关阅读"),
        (Footer("相关.*", 2), "正文\n相关阅读\n一\n二", "正文\n相关阅读\n一\n二"),
        (Footer("相关.*"), "正文\n相关阅读\n一\n相关推荐\n二", "正文"),
        (Footer(".*"), "正文", ""),
    ],
)
def test_what_a_kind_does(body, before, after) -> None:
    assert cleaned(body, before) == after


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (Header("来源：.*", 3), "首页\n来源：甲\n正文\n来源：乙\n正文"),
        (Header("来源：.*", 3, ends=False), "首页\n来源：甲\n正文\n来源：乙\n正文"),
        (Header("来源：.*", 1), "来源：甲\n来源：乙"),
        (Footer("相关.*", 3), "正文\n相关报道\n正文\n正文\n相关阅读\n一"),
        (Footer("相关.*", 3, ends=False), "正文\n相关报道\n正文\n正文\n相关阅读\n一"),
    ],
)
def test_a_block_whose_end_is_open_stays_with_a_note(body, text) -> None:
    found = list(rule(Spec("our-rule", body)).find(Document(text)))
    assert [type(item) for item in found] == [Note]
    assert cleaned(body, text) == text


@pytest.mark.parametrize("body", [Substitute("水", "水水"), Substitute("$", "x"), Substitute("甲|乙", r"\n甲乙")])
def test_a_rule_that_never_settles_is_a_failure_and_costs_no_text(body) -> None:
    outcome = Pipeline([Stage("custom", (rule(Spec("our-rule", body)),))]).run("甲水乙")
    assert outcome.text == "甲水乙"
    assert "again and again" in outcome.failures[0].error


def test_edits_of_several_rounds_are_edits_on_the_text_that_was_given() -> None:
    edits = list(rule(Spec("our-rule", Literal(("ab",)))).find(Document("xaabby")))
    assert [(edit.start, edit.old, edit.new) for edit in edits] == [(1, "aabb", "")]


@pytest.mark.parametrize(
    "body",
    [
        Literal(("甲乙",)),
        Between("<", ">", 1000),
        Line(("甲",), "甲*"),
        Substitute("甲{1,9}乙"),
        Header("甲+"),
        Footer("甲+"),
    ],
)
def test_time_grows_in_line(body) -> None:
    found = rule(Spec("our-rule", body))
    for text in ("甲" * 200_000, "<" * 200_000, "甲\n" * 100_000):
        list(found.find(Document(text)))


def test_never_settling_is_a_rule_file_error() -> None:
    with pytest.raises(RuleFileError):
        list(rule(Spec("our-rule", Substitute("水", "水水"))).find(Document("水")))
