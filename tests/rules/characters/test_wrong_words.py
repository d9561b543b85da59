from __future__ import annotations

import pytest

from speechclean import Settings, clean
from speechclean.rules.characters import wrong_words

KEPT = Settings(to="keep")


def test_words_of_no_script_are_mended_where_there_are_several() -> None:
    text = "同誌們，大傢麵前的局麵是曆史造成的，要控製住。"
    assert clean(text, KEPT).text == "同志們，大家面前的局面是歷史造成的，要控制住。"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("這隻是公的，那兩隻有花紋，每隻能跑。", id="animals counted"),
        pytest.param("吃麵前先洗手，下麵對他不難，煮麵前燒水。", id="noodles"),
        pytest.param("一隻貓，一碗麵，日曆和雜誌，皇后，餅乾，理髮。", id="right as it stands"),
        pytest.param("他說同誌二字寫錯了，應當是同志。", id="a word or two"),
    ],
)
def test_right_words_stay(text: str) -> None:
    assert clean(text, KEPT).text == text


def test_the_table_is_canonical() -> None:
    words = wrong_words._words()
    assert list(words) == sorted(words)
    assert not set(words) & set(words.values())
    assert all(len(wrong) == len(right) for wrong, right in words.items())
