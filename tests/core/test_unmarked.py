"""A text read without its marks: what edits of the reading change in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.edit import cut, swap
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.unmarked import Mark, Unmarked


def bracketed(text: str) -> list[Mark]:
    """The marks of a text in which `(` opens one and `)` closes it."""
    opened: list[int] = []
    found = []
    for place, letter in enumerate(text):
        if letter == "(":
            opened.append(place)
        elif letter == ")" and opened:
            start = opened.pop()
            found.append(Mark(start, start + 1, place, place + 1))
    return found


def reading(text: str) -> Unmarked:
    return Unmarked(text, bracketed(text))


def without(text: str, *words: str) -> str:
    """What is left of a text when these words are cut from its reading."""
    unmarked = reading(text)
    edits = [cut(unmarked.text, unmarked.text.index(word), unmarked.text.index(word) + len(word)) for word in words]
    return Patch.collect(unmarked.edits(edits)).apply(text)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("甲(乙)丙", ("乙",), "甲丙"),
        ("甲(乙丙)丁", ("乙",), "甲(丙)丁"),
        ("甲(乙丙)丁", ("甲乙",), "(丙)丁"),
        ("甲(乙丙)丁", ("甲乙丙",), "丁"),
        ("甲((乙)丙)丁", ("乙",), "甲(丙)丁"),
        ("甲((乙))丁", ("乙",), "甲丁"),
        ("甲( 乙 )丁", ("乙",), "甲  丁"),
        ("(甲乙)", ("甲", "乙"), ""),
        ("甲()乙", ("甲乙",), "()"),
    ],
)
def test_both_sides_of_a_mark_go_with_all_of_its_content(text: str, words: tuple[str, ...], left: str) -> None:
    assert without(text, *words) == left


def test_a_replacement_across_a_side_that_stays_is_left_out() -> None:
    unmarked = reading("甲(乙丙)")
    assert list(unmarked.edits([swap(unmarked.text, 0, 2, "丁")])) == []
    (edit,) = unmarked.edits([swap(unmarked.text, 1, 3, "丁")])
    assert (edit.start, edit.old, edit.new) == (2, "乙丙", "丁")


def test_an_insertion_stands_before_the_character_that_follows_it() -> None:
    unmarked = reading("甲(乙)")
    (edit,) = unmarked.edits([swap(unmarked.text, 1, 1, "丁")])
    assert Patch.collect([edit]).apply("甲(乙)") == "甲(丁乙)"


def test_a_note_lies_where_its_text_stands() -> None:
    note = reading("甲(乙丙)丁").note(Note("mask", 1, 3, "乙丙"))
    assert (note.start, note.end) == (2, 4)


@given(st.text("甲乙() \n", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=5))
def test_the_reading_loses_what_was_cut_and_nothing_else(text: str, spans: list[tuple[int, int]]) -> None:
    unmarked = reading(text)
    size = len(unmarked.text)
    edits = [cut(unmarked.text, start, min(size, start + length)) for start, length in spans if start < size]
    left = Patch.collect(unmarked.edits(edits)).apply(text)
    assert reading(left).text == Patch.collect(edits).apply(unmarked.text)


def test_edits_keep_their_reasons() -> None:
    unmarked = reading("甲(乙)丙")
    (edit,) = unmarked.edits([cut(unmarked.text, 1, 2, "a reason")])
    assert [(part.start, part.end, part.evidence) for part in edit.parts] == [(1, 4, "a reason")]
