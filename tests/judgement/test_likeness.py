from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.fold import fold
from speechclean.judgement.likeness import (
    alike,
    features,
    is_words,
    likeness,
    of_place,
    of_text,
    spread,
    table_of,
    told,
    triggers,
)
from speechclean.judgement.rows import rows_of
from speechclean.judgement.site_lines import PATH, TITLE
from speechclean.judgement.surroundings import Lines


@pytest.mark.parametrize(
    ("site", "author"),
    [
        ("首页 频道 收藏 返回顶部", "春天来了，山坡上的花开了。"),
        ("点击查看更多精彩内容", "他把门推开，屋里一个人也没有。"),
        ("本站部分内容来自网络，如有侵权请联系删除", "会议要求各单位按时报送材料。"),
    ],
)
def test_a_site_reads_more_like_a_site_than_an_author(site: str, author: str) -> None:
    assert likeness(fold(site)) > 1.5
    assert likeness(fold(author)) < 0


def test_numbers_and_names_are_alike() -> None:
    assert alike("浏览 3827 次") == alike("浏览  41 次")
    assert alike("app123456 下载") != alike("app12 下载")
    assert features("浏览 3827 次") == features("浏览 4151 次")


def test_what_is_told_are_words_of_the_piece() -> None:
    piece = fold("点击下载客户端阅读全文")
    assert all(word in piece for word in told(piece).split("、"))


def test_triggers_are_words_and_weights_are_sparse() -> None:
    assert len(triggers()) == len(set(triggers())) > 100
    assert all(len(word) > 1 for word in triggers())
    assert 500 < len(table_of(of_text())) < 50_000


@given(st.text(max_size=300))
def test_any_text_has_a_score(text: str) -> None:
    assert abs(likeness(fold(text))) < 1000


def lines_of(rows: list[str]) -> Lines:
    page = rows_of("\n".join(rows))
    return Lines(page, page)


def test_company_speaks_against_a_line() -> None:
    page = [
        "首页 | 频道 | 会员中心 | 收藏",
        "隔壁老许的自留地",
        "登录 注册 找回密码 返回首页",
        "雨下了一夜。" + "他坐在窗前想了很久。" * 6,
    ]
    alone = ["隔壁老许的自留地", "雨下了一夜。" + "他坐在窗前想了很久。" * 6]
    assert lines_of(page).among(1) > lines_of(alone).among(0)


def test_paragraphs_are_not_read() -> None:
    lines = rows_of("首页 收藏\n\n" + "点击收藏返回首页。" * 9)
    assert lines.short() == [0]
    assert lines.score(1) < 0


@given(st.text("更多本站 点击下载 abcde12:。？！「」（(http.cn\u3000", max_size=150))
def test_a_piece_is_scored_by_its_features(text: str) -> None:
    table, names = table_of(of_text()), features(fold(text))
    assert likeness(fold(text)) == spread(sum(table.get(name, 0) for name in names), len(names), table)


@given(st.lists(st.text("更多本站 点击下载 ab1:。？「（", min_size=1, max_size=60).filter(str.strip), min_size=1))
def test_a_line_is_scored_by_the_features_of_those_around_it(rows: list[str]) -> None:
    page, table = lines_of(rows), of_place()
    for number in range(len(rows)):
        names = list(page.features(number))
        assert len(names) == len(set(names))
        assert page.among(number) == spread(sum(table.get(name, 0) for name in names), len(names), table)


def test_the_loudest_words_are_told() -> None:
    table = table_of(of_text())
    line = fold("更多精彩内容，请点击下载客户端阅读")
    loudest = sorted(filter(is_words, features(line)), key=lambda name: (-table.get(name, 0), name))[:3]
    assert told(line) == "、".join(loudest)
    assert told("鲸鲵") == "鲸鲵"


def test_what_other_rules_took_speaks_against_a_line() -> None:
    page = rows_of(
        "首页 | 频道 | 会员中心\n老许的自留地\n登录 注册 找回密码\n" + "雨下了一夜，他坐在窗前想了很久。" * 4
    )
    left = rows_of("老许的自留地\n" + "雨下了一夜，他坐在窗前想了很久。" * 4)
    assert Lines(page, left).taken() == {0, 2}
    assert Lines(page, left).among(1) > Lines(left, left).among(0)


def test_the_line_of_a_head_that_shares_most_with_the_text_is_its_title() -> None:
    text = "腱鞘炎日常怎么养护，要看肌腱在哪里受了力，手腕少用一点，水肿慢慢就退下去了，不必急着吃药。"
    page = lines_of(["问医网 骨科 收藏", "腱鞘炎日常怎么养护", "专家在线咨询", text])
    assert page.title() == 1
    assert lines_of(["问医网 骨科 收藏", text]).title() == -1


def test_a_path_that_is_none_takes_no_time() -> None:
    start = time.process_time()
    assert not PATH.match("a > " * 40 + "aaaaa<")
    assert PATH.match("首页 > 讲话 > 农村干部培训动员会")[1] == "农村干部培训动员会"  # type: ignore[index]
    assert time.process_time() - start < 0.1


def test_what_alone_is_left_of_a_head_is_the_title() -> None:
    rows = [
        "首頁 › 生活 › 消費",
        "瀏覽人次：20,418",
        "颱風過後菜價怎麼看？老農教你三招",
        "一位老農說，要看清晨的車數。" * 4,
    ]
    page, left = rows_of("\n".join(rows)), rows_of("\n".join(rows[2:]))
    assert Lines(page, left).is_left_alone(2)
    assert not Lines(page, page).is_left_alone(2)
    assert not Lines(page, left).is_left_alone(3)


def test_a_manual_has_a_title() -> None:
    assert TITLE.search(fold("LD-6型家用果蔬烘干箱使用说明书"))
