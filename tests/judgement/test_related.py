"""Headers of lists of other pages, and what only looks like one."""

from __future__ import annotations

import pytest

from speechclean.judgement.related import is_header


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
