"""The fold is a table; the quick way through plain Chinese text gives the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.encoded import outside_gb2312
from speechclean.core.fold import SHORT, fold, fold_table

GB2312 = "".join(
    bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)
) + "".join(map(chr, range(0x80)))


@pytest.mark.parametrize("before", ["", "要" * SHORT], ids=["alone", "in a text"])
def test_every_character_of_gb2312_is_folded_as_the_table_says(before: str) -> None:
    for character in GB2312:
        assert fold(before + character) == (before + character).translate(fold_table()), character


@pytest.mark.parametrize(
    ("written", "plain"), [("¹⁵⁰³⁹", "15039"), ("₁₅₀₃₉", "15039"), ("ｘｚ﹣４４", "xz-44"), ("abc﹒com", "abc.com")]
)
def test_digits_above_and_below_the_line_and_small_signs(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text("今天ABc，。（）　！点擊後乾①Ⅳ—·é👉Σ１ｘ\u0130\ud800", min_size=SHORT, max_size=80))
def test_any_text_is_folded_as_the_table_says(text: str) -> None:
    assert fold(text) == text.translate(fold_table())
    assert len(fold(text)) == len(text)


def test_what_gb2312_lacks_is_found_in_order() -> None:
    assert list(outside_gb2312("一—二點三👉", 9)) == [1, 3, 5]
    assert list(outside_gb2312("—————", 2)) == [0, 1]
