"""Newlines are taken apart and put back, whatever they were."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.newlines import Offsets, split_newlines

TEXT = st.text(alphabet="甲\r\n\u2028\x0b\x85", max_size=20)


@given(TEXT)
def test_restore_gives_the_text_back(text: str) -> None:
    plain, newlines = split_newlines(text)
    assert "\r" not in plain
    assert newlines.restore(plain) == text


@given(TEXT)
def test_offsets_lead_to_the_same_character(text: str) -> None:
    plain, _ = split_newlines(text)
    offsets = Offsets(text)
    for place, character in enumerate(plain):
        there = text[offsets.original(place)]
        assert there == character or (character == "\n" and there == "\r")


@given(TEXT)
def test_only_three_things_end_a_line(text: str) -> None:
    plain, newlines = split_newlines(text)
    assert plain.count("\n") + newlines.final == len(re.findall(r"\r\n|\r|\n", text))


def test_names() -> None:
    assert split_newlines("a\nb")[1].name == "lf"
    assert split_newlines("a\r\nb\r\n")[1].name == "crlf"
    assert split_newlines("a\rb")[1].name == "cr"
    assert split_newlines("a\r\nb\nc")[1].name == "mixed"
    assert split_newlines("a\r\nb\r\nc\n")[1].written == "\n"
