"""What a document is called, where it says so among other words, and what stands around that in all its places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from planting import sentences

from speechclean.learn import Memory, Proposal, Text, learn, propose
from speechclean.learn.candidate import Candidate, Sample
from speechclean.learn.sketch import Sketch
from speechclean.learn.slots import span_pattern
from speechclean.learn.titles import Hole, Titles, listed

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST = 5
POOL = sentences()
TITLES = [
    "春耕现场会上的讲话稿",
    "关于防汛的情况汇报",
    "古桥保护论证会主持词",
    "林长制落实方案",
    "在迎新茶会上的致辞",
    "渡口搬迁答记者问",
    "社区邻里节倡议书",
    "粮库盘点总结",
]


def proposed(pages: list[str]) -> list[Proposal]:
    memory = Memory(Sketch(1 << 20))
    learn(lambda: [Text(page, "") for page in pages], memory, LEAST)
    return propose(memory, LEAST)


def page(number: int, line: str, *, above: bool = True) -> str:
    """A page with its title and three sentences, and a line of the site's below, or a tail of the title."""
    rows = [TITLES[number], *POOL[10 * number : 10 * number + 3]]
    return "\n".join([*rows, line] if above else [line, *rows[1:]])


@pytest.mark.parametrize(
    ("lines", "number", "holes"),
    [
        pytest.param(["渡口的夜", "他说。", "想看《渡口的夜》全文"], 2, [Hole(3, 7, spared=True)], id="a line has it"),
        pytest.param(
            ["渡口的夜_秋水", "他说。", "想看渡口的夜全文"], 2, [Hole(2, 6, spared=True)], id="a line begins so"
        ),
        pytest.param(["秋水 > 渡口的夜", "渡口的夜_秋水"], 1, [Hole(0, 4, spared=False)], id="nothing else has it"),
        pytest.param(["渡口的夜", "他说。"], 0, [], id="said once"),
    ],
)
def test_where_a_line_says_the_title(lines: list[str], number: int, holes: list[Hole]) -> None:
    titles = Titles("\n".join(lines), lines, lambda part: part == "渡口的夜")
    assert list(titles.holes(lines[number], number)) == holes


@pytest.mark.parametrize(
    ("line", "title"), [("- 渡口的夜", "渡口的夜"), ("3.渡口的夜", "渡口的夜"), ("渡口的夜已经深了。", "")]
)
def test_an_item_of_a_list_is_a_title_without_its_sign(line: str, title: str) -> None:
    assert listed(line) == title


def span(text: str, around: Callable[[int], tuple[str, str]], count: int = 6, **given: int) -> Candidate:
    samples = [Sample(around(number)[0], text, around(number)[1]) for number in range(count)]
    return Candidate("span", text, documents=count, samples=samples, **given)


HOOKS = [
    "零基础转行，",
    "简历没人看？",
    "大厂内推名额，",
    "零基础转行，",
    "包就业班开课，",
    "简历没人看？",
    "学费可分期，",
]


ASKING = ["零基础转行，", "大厂内推名额，", "月底又没钱？", "包就业班开课，", "学费可分期，", "简历代投，"]


@pytest.mark.parametrize(
    ("candidate", "text", "whole"),
    [
        pytest.param(
            span("最新章节由秋水书屋首发", lambda n: (f"{POOL[n]}\n《{TITLES[n]}》", "\n")),
            "他说。《渡口》最新章节由秋水书屋首发",
            "《渡口》最新章节由秋水书屋首发",
            id="a frame before it",
        ),
        pytest.param(
            span("下面是秋水小编整理的", lambda n: ("", f"{TITLES[n]}，供大家参考，希望对您有所帮助。\n")),
            "下面是秋水小编整理的渡口的夜，供大家参考，希望对您有所帮助。",
            "下面是秋水小编整理的渡口的夜，供大家参考，希望对您有所帮助。",
            id="a title in its midst",
        ),
        pytest.param(
            span("一键套用秋水模板", lambda n: (f"{POOL[n]}\n{TITLES[n]}", "\n"), called_before=6),
            "他说。\n渡口的夜一键套用秋水模板",
            "渡口的夜一键套用秋水模板",
            id="the title before it",
        ),
        pytest.param(
            span("一键套用秋水模板", lambda n: (f"{POOL[n]}\n{TITLES[n]}", "\n")),
            "他说。\n渡口的夜一键套用秋水模板",
            "",
            id="a title that nothing else says",
        ),
        pytest.param(
            span("咨询微信qiushui_88", lambda n: (f"{POOL[n]}{'' if n % 2 else chr(10)}{HOOKS[n]}", POOL[-n]), 7),
            "他走了。学费可分期，咨询微信qiushui_88雨还在下。",
            "学费可分期，咨询微信qiushui_88",
            id="a clause that leads to an account",
        ),
        pytest.param(
            span("咨询微信qiushui_88", lambda n: (f"\n{HOOKS[n]}", "\n"), 7),
            "\n学费可分期，咨询微信qiushui_88\n",
            "学费可分期，咨询微信qiushui_88",
            id="a clause that always begins the line of an account",
        ),
        pytest.param(
            span("咨询微信qiushui_88", lambda n: (f"\n{TITLES[n]}", "\n"), 7),
            "\n渡口的夜咨询微信qiushui_88\n",
            "",
            id="what always begins its line may be a title",
        ),
        pytest.param(
            span("咨询微信qiushui_88", lambda n: (f"{POOL[n]}{'' if n % 3 else chr(10)}{ASKING[n]}", POOL[-n]), 6),
            "他走了。月底又没钱？咨询微信qiushui_88雨还在下。",
            "月底又没钱？咨询微信qiushui_88",
            id="a question before an account that clauses lead to everywhere else",
        ),
        pytest.param(
            span("咨询微信qiushui_88", lambda n: (f"{POOL[n]}", POOL[-n]), 7),
            "他走了。雨还在下。咨询微信qiushui_88",
            "",
            id="sentences of the author's",
        ),
    ],
)
def test_what_belongs_to_a_span(candidate: Candidate, text: str, whole: str) -> None:
    found = span_pattern(candidate)
    match = re.search(found, text) if found else None
    assert (match[0] if match and match[0] != candidate.key else "") == whole


def test_a_line_around_the_title_is_proposed_whole() -> None:
    pages = [page(number, f"与《{TITLES[number]}》相似的好文") for number in range(8)]
    assert any(re.search(str(one.body.get("pattern", "$^")), "与《渡口的夜》相似的好文") for one in proposed(pages))


def test_a_tail_of_the_title_leaves_it() -> None:
    pages = [page(number, f"{TITLES[number]}_秋水书屋免费阅读", above=False) for number in range(8)]
    for one in proposed(pages):
        found = re.search(str(one.body.get("pattern") or re.escape(str(one.body.get("text", "\n")))), pages[0])
        assert not found or TITLES[0] not in found[0]


def test_what_heads_titles_of_other_documents_is_proposed() -> None:
    heads = [
        f"{POOL[n]}\n{POOL[n + 50]}\n{POOL[n + 90]}\n{POOL[n + 70]}\n{POOL[n + 20]}\n{POOL[n + 30]}" for n in range(8)
    ]
    pages = [
        f"{TITLES[n]}\n{heads[n]}\n{POOL[n + 110]}\n邻里都在讨论 {17 * n + 3}\n{TITLES[n - 1]}\n{TITLES[n - 2]}"
        for n in range(8)
    ]
    assert any("邻里都在讨论" in one.shown for one in proposed(pages))
