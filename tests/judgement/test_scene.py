"""Where a span stands tells of an exercise, a source, a quotation, a notice."""

from __future__ import annotations

import pytest

from speechclean.judgement.scene import of_scene


@pytest.mark.parametrize(
    ("text", "span", "kinds"),
    [
        ("没有语病的是 A.关注本号 B.使你获得", "关注本号", ["answers to choose from"]),
        ("凡要求“加Q详谈”的一律是诈骗", "“加Q详谈”", ["quoted in a sentence"]),
        (
            "水位（https://swj.example/water/daily）为准",
            "（https://swj.example/water/daily）",
            ["a page named as a source"],
        ),
        ("好文（https://haowen.example/）请看", "（https://haowen.example/）", []),
        ("★请携带身份证★", "★请携带身份证★", ["asks as a notice does"]),
        ("资料加Q领取", "加Q领取", []),
    ],
)
def test_the_line_around_tells(text: str, span: str, kinds: list[str]) -> None:
    start = text.index(span)
    assert [piece.kind for piece in of_scene(text, start, start + len(span))] == kinds
