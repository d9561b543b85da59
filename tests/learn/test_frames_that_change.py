"""Frames in which something else stands each time: what sites sign with is proposed, what authors explain in brackets is not."""

from __future__ import annotations

import re

from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

POOL = [said for said in sentences() if len(said) > 12 and not re.search(r"[()（）\[\]0-9A-Za-z]", said)]
NAMES = ("渡口的夜", "独臂酒徒", "雨有颜色", "半玉缘", "落子无声", "盲棋", "照相馆", "九门灯影")


def patterns(frames: list[str], *, glued: bool = False) -> list[str]:
    """The patterns proposed for frames, each put before, or inside, the third sentence of a text."""
    texts = []
    for number, frame in enumerate(frames):
        own = POOL[9 * number : 9 * number + 9]
        own[2] = own[2][:6] + frame + own[2][6:] if glued else frame + own[2]
        texts.append(Text("\n".join(own), "渡口站"))
    memory = Memory(Sketch(1 << 20))
    learn(lambda: texts, memory, 5)
    return [str(one.body.get("pattern")) for one in propose(memory, 5)]


def test_what_stays_at_the_end_of_a_frame() -> None:
    found = patterns([f"（{name}吧首发）" for name in NAMES], glued=True)
    assert all(re.search(one, "他说（汽笛声里吧首发）然后") for one in found)


def test_a_code_right_before_a_text() -> None:
    found = patterns([f"[HF{number}73{number}04]" for number in range(21, 29)])
    assert [bool(re.search(one, "[HF99123456]第三条", re.IGNORECASE)) for one in found] == [True]


def test_a_reference_before_a_blank_is_none() -> None:
    assert patterns([f"[RFC{number}73{number}] " for number in range(21, 29)]) == []


def test_what_authors_explain_in_brackets() -> None:
    assert patterns([f"（以下简称{name}）" for name in NAMES], glued=True) == []
