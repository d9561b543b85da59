"""A product, a norm, a variable, a channel or a platform that begins a sentence is what the sentence is about."""

from __future__ import annotations

import pytest

from speechclean import Cleaner, Settings

CLEAN = Cleaner(Settings(to="keep"))
NAMES = [
    "RX100",
    "iPhone13",
    "Model3",
    "Big5",
    "GTX1080",
    "PM2.5",
    "MP3",
    "H7N9",
    "C919",
    "Mate60",
    "WD40",
    "U235",
    "Win7",
    "GPT4",
    "ISO9001",
    "r134a",
    "rs485",
    "vb12",
    "gb2312",
    "ms365",
    "GB50016-2014",
    "SARS-CoV-2",
    "Type-C",
    "RTX_4090",
    "user_id",
    "foo_bar",
    "v2.3.1",
    "x86_64",
    "Facebook",
    "Instagram",
    "Discord",
    "baidu.com",
    "taobao.com",
    "00700.HK",
]
SENTENCES = (
    "有个毛病，发热。",
    "比上一代快，也更轻。",
    "我用了三年，没坏过。",
    "这东西不错。",
    "最好别买。",
    "的价格涨了两成。",
)
BEFORE = "他想了很久。", "大家都在讨论。\n", "问题出在哪里呢？"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_begins_a_sentence_stays(name: str) -> None:
    texts = [before + name + sentence for before in BEFORE for sentence in SENTENCES]
    assert [text for text in texts if CLEAN(text).text != text] == []


def test_an_account_in_its_place_goes() -> None:
    assert CLEAN("要有紧迫感。gz7781990要有责任感。").text == "要有紧迫感。要有责任感。"
