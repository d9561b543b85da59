"""Characters are replaced as `str.translate` replaces them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.fold import fold, fold_table
from speechclean.core.letters import replacing

built = pytest.mark.skipif(not native.replacer(), reason="not built here, or switched off")
KNOWN, BECOME = "aé点𠮷\ud800", "好zaé\U0010ffff"


@pytest.mark.parametrize("plane", range(17))
def test_every_character_is_folded_as_the_table_says(plane: int) -> None:
    letters = "".join(map(chr, range(plane << 16, plane + 1 << 16)))
    assert fold(letters) == letters.translate(fold_table())


@pytest.mark.parametrize("letter", ["a", "é", "点", "𠮷", "\ud800", "b", "好", "\U0010ffff", "\0"])
def test_one_character_becomes_what_is_told(letter: str) -> None:
    assert replacing(KNOWN, BECOME)(letter) == letter.translate(str.maketrans(KNOWN, BECOME))


@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from(KNOWN + BECOME)))
def test_a_text_is_replaced_as_translate_does(text: str) -> None:
    replaced = replacing(KNOWN, BECOME)(text)
    assert replaced == text.translate(str.maketrans(KNOWN, BECOME))
    assert replaced.encode("utf-32", "surrogatepass") == text.translate(str.maketrans(KNOWN, BECOME)).encode(
        "utf-32", "surrogatepass"
    )
    assert hash(replaced) == hash(str(text.translate(str.maketrans(KNOWN, BECOME))))


def test_what_is_not_known_is_asked_for_once() -> None:
    asked: list[str] = []

    def tell(letter: str) -> str:
        asked.append(letter)
        return letter.upper()

    replaced = replacing("x", "y", tell)
    assert replaced("xaab") + replaced("ba") == "yAABBA"
    assert asked == ["a", "b"]


def test_what_tell_raises_is_raised() -> None:
    def tell(_: str) -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        replacing("", "", tell)("a")


@built
@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from(KNOWN)), st.integers(-1, 9), st.integers(-1, 12))
def test_the_first_that_is_replaced_is_found(text: str, start: int, end: int) -> None:
    compiled = native.replacer()
    assert compiled
    places = [place for place, letter in enumerate(text) if letter in KNOWN and max(start, 0) <= place < end]
    assert compiled(KNOWN, BECOME).find(text, start, end) == (places[0] if places else -1)


@built
def test_a_text_in_which_nothing_changes_is_given_back() -> None:
    text = "点x点"
    assert replacing("a", "b")(text) is text


def test_each_character_needs_another() -> None:
    with pytest.raises(ValueError, match=r"each character|shorter|longer"):
        replacing("ab", "c")
