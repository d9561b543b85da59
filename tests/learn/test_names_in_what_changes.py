"""The name of a site in strings of every shape: what repeats with it, and changes, is no author saying it."""

from __future__ import annotations

import re

from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

POOL = [said for said in sentences() if len(said) > 24 and not re.search("[()（）0-9]", said)]
NAMES = ("许静怡", "高大勇", "罗敏", "宋国强", "曹芳", "唐春梅", "谢浩然", "梁伟", "郭佳", "孙晓明")


def patterns(forms: tuple[str, ...]) -> list[str]:
    """What is proposed for texts with these forms: `^…` heads a sentence, `$…` ends one, `|…` is a line, others stand inside."""
    texts = []
    for number in range(30):
        own = POOL[6 * number : 6 * number + 6]
        for at, form in enumerate(forms):
            put = form.format(name=NAMES[number % 10], n=number * 37 % 1009, m=number * 53 % 211)
            said, inside = put[1:], own[at][:13] + put + own[at][13:]
            own[at] = {"^": said + own[at], "$": own[at] + said, "|": f"{own[at]}\n{said}"}.get(form[0], inside)
        texts.append(Text("\n".join(own), "一站" if number % 2 else "二站"))
    memory = Memory(Sketch(1 << 20))
    learn(lambda: texts, memory, 5)
    found = (one.body for one in propose(memory, 5))
    return [
        str(b.get("pattern") or b.get("matches") or re.escape(str(b.get("text") or b.get("contains")))) for b in found
    ]


def test_a_name_in_frames_heads_and_lines() -> None:
    forms = ("|渔翁阁提示：禁渔期请勿下竿", "$（渔翁阁{name}供稿）", "^渔翁阁▶", "打窝神器就选渔翁阁小药")
    found = patterns(forms)
    lines = ("渔翁阁提示：禁渔期请勿下竿", "（渔翁阁石敢供稿）", "渔翁阁▶", "打窝神器就选渔翁阁小药")
    assert [line for line in lines if not any(re.search(one, line) for one in found)] == []


def test_how_authors_explain_is_no_name() -> None:
    forms = ("$（以下简称{name}一）", "$（以下简称《{name}》规划）", "$（以下简称{name}办法）")
    assert patterns(forms) == []


def test_numbers_side_by_side_at_the_top() -> None:
    found = patterns(("|鱼获 {n} 条 | 围观 {m} 人",))
    assert any(re.search(one, "鱼获 3 条 | 围观 59136 人") for one in found)


def test_what_a_frame_with_an_address_ends_with() -> None:
    found = patterns(
        ("[原图见渔翁阁图床/b{n}f7a90]", "|渔翁阁提示：禁渔期请勿下竿", "$（渔翁阁{name}供稿）", "^渔翁阁▶")
    )
    assert any(re.sub(one, "", "雨[原图见渔翁阁图床/b77f7a90]停") == "雨停" for one in found)
