"""Traditional text is converted as OpenCC converts it, and the characters of a set are found as a pattern finds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.tables import rows
from speechclean.rules.script import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

built = pytest.mark.skipif(not native.converter(), reason="not built here, or switched off")
PHRASES = [line.partition("\t")[0] for line in rows(convert.__file__, "phrases.txt")[2:]]
PIECES = [phrase[first:last] for phrase in PHRASES for first, last in ((0, None), (0, -1), (1, None))]
HAN = st.characters(min_codepoint=0x3400, max_codepoint=0x323AF, exclude_categories=["Cs"])


def unlike(texts: Iterable[str]) -> list[str]:
    """The texts, each by itself, that are not converted as OpenCC converts them."""
    ours, theirs = convert.converter("t2s"), convert.by_opencc("t2s")
    return [text for text in texts if ours(text) != theirs(text)]


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(PIECES) | HAN | st.sampled_from(["\uf967", "a", "\n", "é", "😀", "\ud800", "\0"])))
def test_a_text_is_converted_as_opencc_converts_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    made = convert.converter("t2s")(text)
    assert made == convert.by_opencc("t2s")(text)
    assert hash(made) == hash("".join(list(made)))


@pytest.mark.parametrize("plane", [0, 1, 2, 3])
def test_every_character_becomes_what_opencc_makes_of_it(plane: int) -> None:
    assert unlike(map(chr, range(plane << 16, plane + 1 << 16))) == []


@built
@pytest.mark.parametrize("plane", [0, 1, 2, 3, 14])
def test_what_stands_beside_any_character_becomes_what_opencc_makes_of_it(plane: int) -> None:
    """So ⿰當局 stays, since the sign makes one character of them."""
    letters = map(chr, range(plane << 16, plane + 1 << 16))
    assert unlike(f"{letter}當國乾隆{letter}" for letter in letters) == []


@built
def test_a_text_that_describes_a_character_is_left_to_opencc() -> None:
    converter = native.converter()
    assert converter is not None
    assert converter("東", "东", [])("⿰東") is None


@built
def test_the_longest_phrase_wins_and_no_phrase_reaches_beyond_the_text() -> None:
    converter = native.converter()
    assert converter is not None
    made = converter("東乾", "东干", ["乾隆\t乾隆", "乾東西乾\t甲乙丙丁", "乾東\t子丑"])
    assert made("乾東西乾東西，東乾隆乾") == "甲乙丙丁东西，东乾隆干"
    assert made("乾東西") == "子丑西"
    assert made("乾東\uf967") is None
    assert made("") == ""


@built
def test_a_phrase_may_begin_with_any_character() -> None:
    converter = native.converter()
    assert converter is not None
    assert converter("", "", ["\0乾\t東西", "乾東\t子丑"])("a\0乾乾東\0") == "a東西子丑\0"


@built
@pytest.mark.parametrize("phrase", ["", "\t", "乾隆", "乾隆\t乾", "乾\t隆隆", "\t\t\t\t"])
def test_a_phrase_of_another_length_is_refused(phrase: str) -> None:
    converter = native.converter()
    assert converter is not None
    with pytest.raises(ValueError, match="same length"):
        converter("", "", [phrase])


@built
@given(st.text(st.sampled_from("ab東西あ한𠮷é\ud800")))
def test_the_letters_of_a_set_are_found(text: str) -> None:
    letters = native.letters()
    assert letters is not None
    own = letters("a東𠮷\ud800", (("ぁ", "ゖ"), ("가", "힣")))
    places = [match.start() for match in re.finditer("[a東𠮷\ud800ぁ-ゖ가-힣]", text)]
    assert own.places(text, 0, len(text)) == places
    assert own.places(text, 1, 4) == [place for place in places if 1 <= place < 4]
    assert own.places(text, -1, len(text) + 9) == places
    assert own.count(text) == len(places)
    assert own.occur_in(text) == bool(places)
