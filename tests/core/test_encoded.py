"""What encoders tell of a text is what its characters tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.encoded import count_in_rows, outside

TEXTS = st.text(st.sampled_from("a\n，的後国國㏿㐀一鿿ꀀ가힣豈あ𠀀\ud800\udc00"))


@given(TEXTS)
def test_characters_are_counted_by_rows(text: str) -> None:
    assert count_in_rows(text, 0x34, 0x9F) == sum("\u3400" <= character <= "\u9fff" for character in text)
    assert count_in_rows(text, 0xAC, 0xD7) == sum("\uac00" <= character <= "\ud7ff" for character in text)


@given(TEXTS, st.integers(0, 5))
def test_the_places_outside_an_encoding_are_found_in_order(text: str, most: int) -> None:
    held = [not character.encode("gb2312", "ignore") for character in text]
    assert list(outside("gb2312", text, most)) == [place for place, strange in enumerate(held) if strange][:most]
