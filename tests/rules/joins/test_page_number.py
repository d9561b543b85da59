from __future__ import annotations

import pytest

from speechclean import Settings, clean

JOINS = Settings(to="keep", select=("joins",))


def test_numbers_in_mid_word_go() -> None:
    more = "会后要抓整改，把问题一条一条列出来，把责任一项一项落下去，把时限一件一件定清楚。" * 2
    text = f"一次集中学\n2、习教育，一轮谈心谈话。\n会中要有“辣味”，自我批\n3、评不能空。{more}有回\n4、音。"
    assert clean(text, JOINS).text == text.replace("\n2、", "").replace("\n3、", "").replace("\n4、", "")


@pytest.mark.parametrize(
    "text",
    [
        "会议议程\n1、签到\n2、致辞\n3、总结",
        "思考题\n1、你所在的支部提了哪些问题\n2、题目解决了没有\n3、有什么难处",
        "要抓好三件事：\n1、学习；\n2、调研；\n3、整改。",
        "一次集中学\n2、习教育。",
    ],
)
def test_lists_stay(text: str) -> None:
    assert clean(text, JOINS).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“是也。\n”壞病也。", "“是也。”壞病也。"),
        ("（皇子称母妃。\n）太后", "（皇子称母妃。）太后"),
        ("抓好落实\n，见到成效。", "抓好落实，见到成效。"),
        ("他说：“走吧。\n\u3000\u3000”她点点头。", "他说：“走吧。”她点点头。"),
        ("他说：“走吧。”\n”", "他说：“走吧。”\n”"),
        ("f(\n  x\n)", "f(\n  x\n)"),
        ("春眠不觉晓，\n处处闻啼鸟。", "春眠不觉晓，\n处处闻啼鸟。"),
    ],
)
def test_breaks_before_closing_marks(text: str, expected: str) -> None:
    assert clean(text, JOINS).text == expected
