"""Headers of lists of other pages, and what only looks like one."""

from __future__ import annotations

import random

import pytest

from speechclean.judgement.related import BEGINS, ENDS, FURTHER, NAMED, SURE, is_header


@pytest.mark.parametrize(
    "phrase",
    [
        "相关文章",
        "【总结】相关阅读",
        "猜你喜欢",
        "看了“范文”的人还看了",
        "您可能感兴趣的文章",
        "24小时热文",
        "本文关键词",
        "往期回顾",
    ],
)
def test_headers(phrase: str) -> None:
    assert is_header(phrase)


@pytest.mark.parametrize("phrase", ["会议议程", "主要做法", "附件", "参考文献", "他问", "同志们", "收件人"])
def test_no_headers(phrase: str) -> None:
    assert not is_header(phrase)


@pytest.mark.parametrize("pattern", [NAMED, SURE, FURTHER], ids=["NAMED", "SURE", "FURTHER"])
def test_headers_begin_and_end_as_they_are_said_to(pattern) -> None:
    dice = random.Random(pattern.source)
    words = pattern.source.replace("(", "|").replace(")", "|").replace("?:", "|").replace("?", "|").split("|")
    words += [*"您你妳甲了", *map(str.upper, words)]
    found = set()
    for length in (1, 1, 2, 2, 3, 3, 4, 5, 6) * 20_000:
        phrase = "".join(dice.choices(words, k=length))
        if pattern.fullmatch(phrase):
            found.add(phrase)
            assert phrase[-1] in ENDS if pattern is NAMED else phrase[0] in BEGINS
    assert len(found) > 60
