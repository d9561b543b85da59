"""The compiled search for accounts and spaced-out text finds what the patterns find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean import native
from speechclean.judgement.windows import (
    ODD_SEPARATORS,
    REACH,
    SEPARATORS,
    WIDE_SEPARATORS,
    sentences,
    windows,
    wordless,
)

if TYPE_CHECKING:
    from speechclean.judgement.windows import Place

pytestmark = pytest.mark.skipif(not native.anchors(), reason="not built here, or switched off")
SIGNS = sorted({*ODD_SEPARATORS, *SEPARATORS, *WIDE_SEPARATORS})


@given(st.text("aZ059?!~:-中文。\n\u00a0\u007f\ud800\U00020000" + "".join(SIGNS), max_size=60))
def test_any_text(text: str) -> None:
    assert sorted(native.anchors()(text)) == sorted(wordless(text))


@pytest.mark.parametrize("sign", SIGNS)
@given(st.data())
def test_texts_with_much_of_a_sign(sign: str, data: st.DataObject) -> None:
    text = data.draw(st.text(sign + "a中, \n", max_size=40))
    assert sorted(native.anchors()(text)) == sorted(wordless(text))


@pytest.mark.parametrize("text", ["", "a", "gz77", "，gz77", "(12345", "公·众·号", "加 微 信 a b", "𠮷·众·号abcd"])
def test_the_ends_of_a_text(text: str) -> None:
    assert sorted(native.anchors()(text)) == sorted(wordless(text))


@given(
    st.text("字a。！？!?”)】\n", max_size=60).map(lambda text: text * 6),
    st.lists(st.tuples(st.integers(0, 360), st.integers(0, 5))),
)
def test_the_windows_around_any_places(text: str, places: list[tuple[int, int]]) -> None:
    inside: list[Place] = [(start, start + size) for start, size in places if start + size <= len(text)]
    assert windows(text, inside) == list(sentences(text, inside))


@pytest.mark.parametrize("place", [(-1, 0), (0, 4), (2, 1)])
def test_a_place_outside_of_the_text_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="outside"):
        windows("三个字", [place])


@pytest.mark.parametrize("between", range(REACH - 4, REACH + 5))
def test_windows_end_alike_where_a_line_ends_about_as_far_as_is_looked(between: int) -> None:
    text = f"他来了。微信。{'很' * (between - 1)}\n他走了。"
    assert windows(text, [(4, 6)]) == list(sentences(text, [(4, 6)]))
