"""The tables of plausibility: canonical, small, quick, and telling Chinese from what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechclean import plausibility

ROOM = Path(plausibility.__file__).parent


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("现在我代表县人民政府报告工作", "鐜板湪鎴戜唬琛ㄥ幙浜烘皯鏀垮簻"),
        ("過去三年，協會以環境保護為主軸", "吏挂玂臔贾闹厩策"),
        ("脱贫不是终点", "懊撠氄辈皇墙"),
        ("学校基本建设", "学校痪建设"),
        ("昔人已乘黄鹤去", "去鹤黄乘已人昔"),
    ],
)
def test_chinese_scores_better_than_what_is_none(better: str, worse: str) -> None:
    assert plausibility.score(better) > plausibility.score(worse) + 0.3


def test_both_scripts_score_alike() -> None:
    assert abs(plausibility.score("環境保護與經濟發展") - plausibility.score("环境保护与经济发展")) < 0.5


def test_lean_tells_the_scripts_apart() -> None:
    assert plausibility.lean("環境保護與經濟發展") > 10
    assert plausibility.lean("环境保护与经济发展") < -10
    assert plausibility.lean("abc 123，。") == 0


def test_bond_is_high_inside_a_word_and_low_across_a_bad_join() -> None:
    assert plausibility.bond("同", "志") > 1
    assert plausibility.bond("的", "众") < 0


def test_a_text_without_han_scores_nothing() -> None:
    assert plausibility.score("") == 0.0
    assert plausibility.score("hello, 123。") == 0.0


def test_likelihood_adds_up() -> None:
    text, cut = "我们要坚持问题导向，抓好落实。", 6
    whole = plausibility.likelihood(text)
    parts = plausibility.likelihood(text[:cut]) + plausibility.likelihood(text[cut:], text[cut - 1])
    assert whole == pytest.approx(parts)


def test_an_unseen_character_is_the_least_likely() -> None:
    assert plausibility.char("𠀀") == plausibility.UNSEEN
    assert plausibility.pair("我", "𠀀") <= plausibility.UNSEEN


def test_the_tables_are_canonical_and_small() -> None:
    characters = (ROOM / "characters.txt").read_text("utf-8").splitlines()[2:]
    levels = [(line.split("\t")[0], int(line.split("\t")[1])) for line in characters]
    assert levels == sorted(set(levels))
    assert all("".join(sorted(set(line.split("\t")[2]))) == line.split("\t")[2] for line in characters)
    pairs = (ROOM / "pairs.txt").read_text("utf-8").splitlines()[2:]
    firsts = [line[0] for line in pairs]
    assert firsts == sorted(set(firsts))
    assert all(group == "".join(sorted(set(group))) for line in pairs for group in line[2:].split("|"))
    assert sum(path.stat().st_size for path in ROOM.glob("*.txt")) < 500_000


def test_every_line_of_the_table_of_pairs_is_found() -> None:
    lines = (ROOM / "pairs.txt").read_text("utf-8").splitlines()[2:]
    assert all(plausibility.followers(line[0]) == line[2:].replace("|", "") for line in lines)
    assert [plausibility.followers(stranger) for stranger in ("", "\x00", "\ud800", "𠀀", "\U0010ffff")] == [""] * 5
