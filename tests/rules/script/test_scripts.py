"""A script occurs in a text where one of its own characters does, whichever way that is found out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.rules.script.scripts import MOST_STRANGERS, SIMPLIFIED, TRADITIONAL, Script

SCRIPTS = pytest.mark.parametrize("script", [TRADITIONAL, SIMPLIFIED], ids=["traditional", "simplified"])


@SCRIPTS
def test_the_encoding_holds_none_of_the_characters_but_those_that_are_named(script: Script) -> None:
    held = "".join(sorted(script.characters)).encode(script.encoding, "ignore").decode(script.encoding)
    assert held == script.held


@SCRIPTS
@pytest.mark.parametrize("strangers", [0, MOST_STRANGERS - 1, MOST_STRANGERS, 3 * MOST_STRANGERS])
def test_a_character_is_found_behind_any_number_of_strangers(script: Script, strangers: int) -> None:
    text = "𠮷的" * strangers
    assert not script.occurs_in(text)
    for character in script.characters:
        assert script.occurs_in(text + character + "的")
        break


@SCRIPTS
@given(text=st.text(st.sampled_from("的後国國體体龜𠮷あ가・“—\ud800a\n")))
def test_what_is_found_is_what_there_is(script: Script, text: str) -> None:
    assert script.occurs_in(text) == (not script.characters.isdisjoint(text))
