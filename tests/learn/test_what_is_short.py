"""What is too short for a run of six: heads before a sign, names that a sign is put into; and items of a site's own blocks."""

from __future__ import annotations

import re

from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

POOL = [said for said in sentences() if len(said) > 24]
SITE = ("更多原创尽在琴台村网", "关注公众号琴台村看大图", "欢迎光临琴台村网首页", "手机访问琴台村网APP")


def rules(put: list[list[str]]) -> list[str]:
    """The patterns proposed for texts of eight lines, the site's own among them, with what is put into them."""
    texts = []
    for number, (head, inside, block) in enumerate(put):
        own = POOL[8 * number : 8 * number + 8]
        at = 9 + number % 7
        own[1] = head + own[1]
        own[3] = own[3][:at] + inside + own[3][at:]
        own[5:5] = [line for line in block.split("|") if line]
        texts.append(Text("\n".join([*own, SITE[number % 4], SITE[(number + 1) % 4]]), f"{number % 2}"))
    memory = Memory(Sketch(1 << 20))
    learn(lambda: texts, memory, 5)
    found = (one.body for one in propose(memory, 5))
    return [
        str(b.get("pattern") or b.get("matches") or re.escape(str(b.get("text") or b.get("contains")))) for b in found
    ]


def left(line: str, patterns: list[str]) -> str:
    return re.sub("|".join(patterns), "", line)


def test_a_head_that_names_the_site() -> None:
    found = rules([["琴台村讯：", "", ""]] * 24)
    assert left("琴台村讯：第三天下了雨。", found) == "第三天下了雨。"


def test_a_head_that_does_not() -> None:
    found = rules([["主持人：", "", ""]] * 24)
    assert left("主持人：第三天下了雨。", found) == "主持人：第三天下了雨。"


def test_a_name_that_a_sign_is_put_into() -> None:
    found = rules([["", "琴台*村人", ""]] * 24)
    assert left("第三天下琴台*村人了雨。", found) == "第三天下了雨。"


def test_what_authors_write_with_a_sign_stays() -> None:
    found = rules([["第一天，县里/市里说：", "", ""]] * 24)
    assert left("县里/市里说：下雨。", found) == "县里/市里说：下雨。"


def test_items_of_a_block_that_names_the_site() -> None:
    found = rules([["", "", "1、投稿前请读琴台村网稿约|2、来稿三日内必复"]] * 24)
    assert [left(line, found) for line in ("1、投稿前请读琴台村网稿约", "2、来稿三日内必复")] == ["", ""]


def test_items_of_an_author_stay() -> None:
    found = rules([["", "", "1、出门前请读天气预报|2、带够三日的干粮"]] * 24)
    assert left("1、出门前请读天气预报", found) == "1、出门前请读天气预报"
