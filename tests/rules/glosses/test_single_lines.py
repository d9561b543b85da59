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


def columns(pairs: str, between: str = "") -> str:
    """Lines of a reading and its character, or of both by turns."""
    return "\n".join(pair[:-1] + between + pair[-1] for pair in pairs.split())


CHARACTERS = "tiān天 dì地 rén人 nǐ你 wǒ我 tā他 yī一 èr二 sān三 sì四 wǔ五 shàng上 xià下 kǒu口 ěr耳 mù目 shǒu手 zú足 zhàn站 zuò坐 rì日 yuè月"
SEVERAL = "háng行 xíng行 cháng长 zhǎng长 hǎo好 hào好 dū都 dōu都 hái还 huán还 le了 liǎo了 zhòng重 chóng重 lè乐 yuè乐 jué觉 jiào觉 de得 dé得"
DICTIONARY = (
    "ā阿 āi哀 ái癌 ài爱 ān安 àn暗 bā八 bā巴 bà爸 bái白 bǎi百 bàn半 bāng帮 bāo包 bǎo保 bào报 bēi杯 běi北 bèi背 běn本"
)
SAME = "qīng青 qīng清 qíng情 qíng晴 qǐng请 jīng睛 jīng精 jìng静 jìng靖 cāi猜 jīng菁 qīng蜻 qīng氢 jìng婧 qiàn倩 liàng靓"
WORDS = "lǎo老 shī师 tóng同 xué学 xué学 xiào校 péng朋 yǒu友 xué学 shēng生 lǎo老 shī师 hǎo好 péng朋 yǒu友 xué学 xí习 hàn汉 yǔ语 shū书"


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize(
    "lesson",
    [
        ("识字1", CHARACTERS),
        ("请读一读", CHARACTERS),
        ("容易混淆的字", SEVERAL),
        ("A—B", DICTIONARY),
        ("一组字", SAME),
        ("第三课 生词", WORDS),
        ("会认的字", WORDS),
        ("音序索引", WORDS),
    ],
)
def test_lists_that_teach_characters_stay(lesson: tuple[str, str], between: str) -> None:
    head, pairs = lesson
    text = f"{head}\n{columns(pairs, between)}\n"
    assert clean(text, GLOSSES).text == text
