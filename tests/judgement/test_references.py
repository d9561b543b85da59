"""Numbered lines below the header of references are an author's, and so is the header."""

from __future__ import annotations

import pytest

from speechclean.judgement.references import is_reference


@pytest.mark.parametrize(
    "text",
    [
        "参考资料\n1 渔具图录 ．某某渔业网\n2 湖区婚俗 ．湖乡民俗网",
        "参考文献：\n[1] 尤仲. 人工育苗技术[J].\n[2] 尚平. 行为响应[D].",
        "注释\n① 数据下载自中国渔业网。\n② 公报。",
        "【主要参考书目】\n1. 《滩涂养殖手册》\n2. 《缢蛏》",
    ],
)
def test_the_header_and_each_line_below(text: str) -> None:
    first = 0
    for row in text.split("\n"):
        assert is_reference(text, first), row
        first += len(row) + 1


@pytest.mark.parametrize(
    "text",
    ["相关文章\n1 渔具图录 ．某某渔业网", "参考资料\n更多资料请下载客户端", "参考资料\n1 渔具图录\n词条统计\n2 浏览"],
)
def test_nothing_else(text: str) -> None:
    assert not is_reference(text, text.rindex("\n") + 1)
