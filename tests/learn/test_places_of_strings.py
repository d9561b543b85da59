"""What all pages of a source have and no others, what only repeats, and what changes beside a span."""

from __future__ import annotations

import re

import pytest
from planting import sentences

from speechclean.core.fold import fold
from speechclean.learn import Memory, Proposal, Text, accounts, learn, propose
from speechclean.learn.candidate import Candidate, Sample
from speechclean.learn.sketch import Sketch
from speechclean.learn.slots import span_pattern
from speechclean.learn.speech import phrases

LEAST = 5
POOL = sentences()


def proposed(texts: list[Text]) -> list[Proposal]:
    memory = Memory(Sketch(1 << 20))
    learn(lambda: texts, memory, LEAST)
    return propose(memory, LEAST)


SITE = "秋水文库 版权所有"


def pages(above: str, *, everywhere: bool, site: str = SITE) -> list[Text]:
    """Ninety pages of three sources, thirty of one or all with a line above that says nothing of sites; below it one that does."""
    return [
        Text(
            "\n".join([*([above.format(n % 7)] if everywhere or n % 3 == 0 else []), *POOL[9 * n : 9 * n + 9], site]),
            f"s{n % 3}",
        )
        for n in range(90)
    ]


def test_a_line_that_all_pages_of_one_site_have_is_its_own() -> None:
    assert {one.shown for one in proposed(pages("青山绿水之间", everywhere=False))} == {"青山绿水之间", SITE}


def test_a_line_that_all_texts_of_one_source_have_may_be_the_authors() -> None:
    assert proposed(pages("各位领导、同志们：", everywhere=False, site="")) == []


def test_a_line_that_all_sources_have_may_be_the_authors() -> None:
    assert {one.shown for one in proposed(pages("青山绿水之间", everywhere=True))} == {SITE}


def test_lines_that_share_one_end_are_judged_together() -> None:
    parts = "甲乙丙丁戊"
    texts = [
        Text(one.text.replace("之间", f"之{parts[n % 5]}", 1), one.source)
        for n, one in enumerate(pages("青山绿水之间", everywhere=False))
    ]
    found = [one for one in proposed(texts) if one.shown != SITE]
    assert len(found) == 1
    assert re.fullmatch(str(found[0].body["matches"]), "青山绿水之辛")


def test_a_name_that_only_repeats() -> None:
    """Nothing that holds the name is sure, and authors never say it."""
    spans = ("（原载海棠晚报）", "〔海棠晚报快讯〕", "——海棠晚报评论员", "（海棠晚报综合消息）")
    texts = [Text("\n".join([*POOL[9 * n : 9 * n + 8], POOL[9 * n + 8] + spans[n % 4]])) for n in range(60)]
    assert {one.shown for one in proposed(texts)} == set(spans)


def test_words_that_authors_say_elsewhere_are_no_name() -> None:
    spans = ("（原载报告）", "〔会议的报告快讯〕", "——会议的报告评论员", "（会议的报告综合消息）")
    texts = [
        Text("\n".join([*POOL[9 * n : 9 * n + 8], f"{POOL[-n][:6]}会议的报告{POOL[9 * n + 8]}{spans[n % 4]}"]))
        for n in range(60)
    ]
    assert not [one.shown for one in proposed(texts) if one.shown.startswith("——")]


def test_a_counter_behind_the_last_sentence() -> None:
    texts = [Text("\n".join([*POOL[9 * n : 9 * n + 8], f"{POOL[9 * n + 8]}阅读 {n * 37 + 5}"])) for n in range(12)]
    found = [one for one in proposed(texts) if one.candidate.kind == "span"]
    assert len(found) == 1
    sought = re.compile(str(found[0].body["pattern"]))
    assert sought.search("他走了。阅读 98")
    assert not sought.search("他走了。我们一起阅读 98")
    assert not sought.search("他说：“好。”阅读 98 页之后")


def test_labels_before_a_blank_take_whatever_title_stands_behind() -> None:
    texts = [
        Text("\n".join([*POOL[9 * n : 9 * n + 8], f"上一条 {POOL[9 * n + 8][:8].strip('，。')}"])) for n in range(12)
    ]
    assert [one.body["matches"] for one in proposed(texts)] == ["上一条[ \u3000]+[^。！？；]{0,40}"]


def test_words_that_lead_to_an_account_in_one_place() -> None:
    frames = ("爆料加{}", "进群找{}", "微信{}", "V信：{}", "咨询{}", "➕{}")
    plain = [said for said in POOL if not re.search("[0-9A-Za-z]", said)]
    glued = [said[:7] + frame.format("gwk20871") + said[7:] for said, frame in zip(plain, frames, strict=False)]
    texts = [Text("\n".join([*POOL[9 * n + 90 : 9 * n + 98], said])) for n, said in enumerate(glued)]
    found = [one for one in proposed(texts) if one.candidate.kind == "account"]
    sought = re.compile(str(found[0].body["pattern"]), re.IGNORECASE)
    whole = [frame.format("GWK20871") for frame in frames]
    assert [match[0] for said in whole if (match := sought.search(said))] == whole


@pytest.mark.parametrize(
    ("samples", "text", "whole"),
    [
        pytest.param(
            [
                ("他说", "海鸥网签约摄影师", f"{name}提供{rest}")
                for name, rest in zip(("张国", "李小雨", "钱思", "孙浩"), POOL, strict=False)
            ],
            "海鸥网签约摄影师周文静提供",
            "海鸥网签约摄影师周文静提供",
            id="a name in the midst of a sentence",
        ),
        pytest.param(
            [
                ("\n", "来源：海鸥网 作者：", f"{name} 浏览{n}次\n")
                for n, name in enumerate(("张国", "李小雨", "钱思", "孙浩"))
            ],
            "来源：海鸥网 作者：周文静 浏览53977次",
            "来源：海鸥网 作者：周文静 浏览53977次",
            id="a name before a number at the end of a line",
        ),
        pytest.param(
            [("他说", "原网址http://haiou.cn/", f"{n}.html32个项目") for n in (7345, 88123, 4567812)],
            "原网址http://haiou.cn/9981.html32个",
            "原网址http://haiou.cn/9981.html",
            id="the rest of an address",
        ),
        pytest.param(
            [("他说", "海鸥网签约摄影师", rest) for rest in POOL[:4]],
            "海鸥网签约摄影师周文静提供",
            "",
            id="nothing stays",
        ),
    ],
)
def test_what_changes_beside_a_span(samples: list[tuple[str, str, str]], text: str, whole: str) -> None:
    found = span_pattern(Candidate("span", fold(samples[0][1]), samples=[Sample(*sample) for sample in samples]))
    match = re.search(found, text) if found else None
    assert (match[0] if match else "") == whole


@pytest.mark.parametrize(
    ("account", "text"),
    [("871234", "全县耕地58.71234万亩，编号98712340"), ("871234", "共有8-7-12 34四组数"), ("gwk20", "那年是gwk2012年")],
)
def test_an_account_is_not_found_inside_a_number(account: str, text: str) -> None:
    seen = Candidate("account", account, samples=[Sample("我", account, "雨"), Sample("我们去", account, "山里走")])
    assert not re.search(accounts.pattern(seen, []), text, re.IGNORECASE)


def test_no_colon_leads_to_an_account() -> None:
    seen = Candidate(
        "account", "gwk20871", samples=[Sample("他说：", "gwk20871", "今"), Sample("去", "gwk20871", "山")]
    )
    assert re.sub(accounts.pattern(seen, []), "", "他写道：gwk20871今天", flags=re.IGNORECASE) == "他写道：今天"


@pytest.mark.parametrize(
    "text",
    ["现在看来", "实在看不下去了", "Call me Ishmael 白鲸", "关于我们这一代人", "登录后再说吧", "他是一名实习记者"],
)
def test_words_that_authors_use_are_no_pages_phrases(text: str) -> None:
    assert not phrases(fold(text))


@pytest.mark.parametrize("text", ["首页 | 关于我们 | 联系我们", "【全屏】", "客户端"])
def test_by_themselves_they_are(text: str) -> None:
    assert phrases(fold(text))


@pytest.mark.parametrize(
    ("names", "named", "whole"),
    [
        (("云中君", "木木", "秋白", "阿黎"), 4, "山猫 发表于 2020-03-04"),
        (("云中君", "木木", "秋白", "云中君"), 1, "山猫 发表于 2020-03-04"),
        (("云中君", "木木", "秋白", "阿黎"), 1, "发表于 2020-03-04"),
    ],
)
def test_who_did_it_that_day_unless_it_may_be_a_title(names: tuple[str, ...], named: int, whole: str) -> None:
    samples = [Sample(f"首页\n{name} ", f"发表于 202{n}-03-1{n}", "\n雨") for n, name in enumerate(names)]
    seen = Candidate("span", "发表于 0", documents=4, samples=samples, named=named)
    match = re.search(span_pattern(seen), "上文\n山猫 发表于 2020-03-04\n下文")
    assert match
    assert match[0] == whole
