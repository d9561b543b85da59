from __future__ import annotations

import pytest

from speechclean import Settings, clean

GLOSSES = Settings(to="keep", select=("glosses",))
SENTENCE = "今年以来，我们坚持把服务群众放在首位，各项工作取得了新的成效。"
READINGS = "jin nian yi lai x wo men jian chi ba fu wu qun zhong fang zai shou wei x ge xiang gong zuo qu de le xin"


def test_a_sentence_with_one_character_a_line_is_joined() -> None:
    text = "一、成绩\n" + "\n".join(SENTENCE) + "\n二、问题"
    assert clean(text, GLOSSES).text == f"一、成绩\n{SENTENCE}\n二、问题"


def test_readings_on_every_other_line_go() -> None:
    lines = [line for pair in zip(READINGS.split(), SENTENCE, strict=False) for line in pair]
    text = "成绩\n" + "\n".join(lines) + "\n完毕"
    assert clean(text, GLOSSES).text == f"成绩\n{SENTENCE[: len(READINGS.split())]}\n完毕"


@pytest.mark.parametrize("text", ["\n".join("亻彳氵冫讠纟犭饣扌忄礻衤阝卩刂勹，。"), "春\n江\n花\n月\n夜\n。"])
def test_lists_and_verse_stay(text: str) -> None:
    assert clean(text, GLOSSES).text == text
