"""Clauses that lead to a string, another one each time: found inside words, and never with the author's words before them."""

from __future__ import annotations

import re

from planting import sentences

from speechclean.learn import Memory, Text, learn, propose
from speechclean.learn.sketch import Sketch

POOL = [said for said in sentences() if len(said) > 24 and not re.search("[0-9A-Za-z“”「」]", said)]
HOOKS = ("谱子的下半页", "整套伴奏带", "定弦的窍门", "师父的录音")
CALLS = ("找琴行掌柜微信qinhang_77", "请加琴友群61420853", "关注公众号琴行私房课")


def texts(count: int, calls: tuple[str, ...] = CALLS) -> list[str]:
    """Texts of nine sentences; in the third of each a clause and what it leads to stand inside a word or behind a sentence."""
    found = []
    for number in range(count):
        own = POOL[9 * number : 9 * number + 9]
        cut = (0, 14, 17)[number % 3]
        put = HOOKS[number % 4] + calls[number % len(calls)]
        own[2] = own[2][:cut] + f"⟦{put}⟧" + own[2][cut:]
        found.append("".join(own[:6]) + "\n" + "".join(own[6:]))
    return found


def left(marked: list[str]) -> list[str]:
    """What the rules that are proposed for the texts leave of them."""
    plain = [re.sub("[⟦⟧]", "", text) for text in marked]
    memory = Memory(Sketch(1 << 20))
    learn(lambda: [Text(text, "琴行") for text in plain], memory, 5)
    for one in propose(memory, 5):
        found = str(one.body.get("pattern") or re.escape(str(one.body.get("text") or one.body.get("contains"))))
        plain = [re.sub(found, "", text, flags=re.IGNORECASE) for text in plain]
    return plain


def test_clauses_that_come_again() -> None:
    marked = texts(36)
    assert left(marked) == [re.sub("⟦.*?⟧", "", text) for text in marked]


def test_an_author_s_words_before_them_stay() -> None:
    marked = texts(36)
    assert all(own in text for one, text in zip(marked, left(marked), strict=True) for own in re.split("⟦.*?⟧", one))
