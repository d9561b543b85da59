"""Lines that are alike but for a few words are taken whole; titles and verses, which are others each time, stay."""

from __future__ import annotations

import re

from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

POOL = [said for said in sentences() if len(said) > 24]
NICKS = ("渔火", "老秦", "半山听雨", "kite_09", "阿满", "渔火", "老秦", "不系舟")
NAMES = ("许静怡", "高大勇", "罗敏", "宋国强", "曹芳", "唐春梅", "谢浩然", "梁伟")
TITLES = ("断桥修缮始末", "盐井里的歌", "绣坊半日", "老渡船", "山货账本", "乡校钟声", "茶马旧道行记", "磨坊主")
VERSES = (
    "寒潮渡野桥",
    "旧燕绕空梁",
    "疏灯照水长",
    "秋声入草堂",
    "归舟系柳边",
    "远寺隔云烟",
    "孤村落日斜",
    "空江响暮笳",
)


def left(lines: tuple[str, ...]) -> set[str]:
    """What the proposed rules leave of lines that stand between an author's, each in a text of its own."""
    texts = ["\n".join([*POOL[6 * n : 6 * n + 3], line, *POOL[6 * n + 3 : 6 * n + 6]]) for n, line in enumerate(lines)]
    memory = Memory(Sketch(1 << 20))
    learn(lambda: [Text(text, "盐井网") for text in texts], memory, 5)
    patterns = [str(one.body["pattern"]) for one in propose(memory, 5) if "pattern" in one.body]
    return {re.sub("|".join(patterns), "", line) if patterns else line for line in lines} - {""}


def test_a_name_before_what_a_page_says() -> None:
    assert left(tuple(f"{nick} 当前在线 加好友 发消息" for nick in NICKS)) == set()


def test_a_name_inside_what_a_site_says() -> None:
    assert left(tuple(f"▲ 盐井网摄影师{name}拍摄，未经许可不得转载" for name in NAMES)) == set()


def test_a_title_behind_a_label() -> None:
    assert left(tuple(f"看过本文的网友还看了：{title}" for title in TITLES)) == set()


def test_titles_stay_before_what_a_site_says() -> None:
    found = left(tuple(f"{title}，本文来源于盐井网，欢迎下载" for title in TITLES))
    assert {line.rstrip("，") for line in found} == {*TITLES}


def test_verses_stay_before_what_a_site_says() -> None:
    lines = tuple(f"{one}，{other}。（盐井网整理发布）" for one, other in zip(VERSES, reversed(VERSES), strict=True))
    assert all(verse in "".join(left(lines)) for verse in VERSES)


def test_a_part_of_lines_that_repeat_as_well() -> None:
    assert left(tuple(f"{nick} 当前在线 加好友 发消息" for nick in (*["渔火"] * 6, *NICKS[1:5], "空山"))) == set()
