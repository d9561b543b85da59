"""The algebra of edits, by properties."""

from __future__ import annotations

import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.edit import Cuts, Edit, Part, Reason, cut, swap
from speechclean.core.errors import PatchError
from speechclean.core.patch import Patch
from speechclean.core.reconciled import parted

TEXT = st.text(alphabet="甲乙丙a \n", max_size=30)


@st.composite
def edits_on(draw, text: str) -> list[Edit]:
    edits = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 8)))
        new = draw(st.sampled_from(["", "", "丁", "戊己", text[start:end][::-1]]))
        edits.append(swap(text, start, end, new, "because").credited(draw(st.sampled_from(["ad-a", "ad-b"]))))
    return edits


@st.composite
def patched(draw) -> tuple[str, Patch]:
    text = draw(TEXT)
    return text, Patch.collect(draw(edits_on(text)))


@st.composite
def twice_patched(draw) -> tuple[str, Patch, Patch]:
    text, first = draw(patched())
    return text, first, Patch.collect(draw(edits_on(first.apply(text))))


@given(patched())
def test_invert_undoes_apply(case: tuple[str, Patch]) -> None:
    text, patch = case
    assert patch.invert().apply(patch.apply(text)) == text
    assert patch.invert().invert().apply(text) == patch.apply(text)


@given(patched())
def test_edits_are_sorted_and_apart(case: tuple[str, Patch]) -> None:
    _, patch = case
    for one, other in zip(patch.edits, patch.edits[1:], strict=False):
        assert one.end < other.start


@given(twice_patched())
def test_then_equals_applying_both(case: tuple[str, Patch, Patch]) -> None:
    text, first, second = case
    both = first.then(second)
    assert both.apply(text) == second.apply(first.apply(text))
    for one, other in zip(both.edits, both.edits[1:], strict=False):
        assert one.end < other.start


@given(twice_patched(), st.data())
def test_then_is_associative_in_effect(case: tuple[str, Patch, Patch], data: st.DataObject) -> None:
    text, first, second = case
    third = Patch.collect(data.draw(edits_on(second.apply(first.apply(text)))))
    assert first.then(second).then(third).apply(text) == first.then(second.then(third)).apply(text)


@given(patched())
def test_map_follows_untouched_characters(case: tuple[str, Patch]) -> None:
    text, patch = case
    after = patch.apply(text)
    touched = {position for edit in patch.edits for position in range(edit.start, edit.end)}
    for position in set(range(len(text))) - touched:
        assert after[patch.map(position, after=True)] == text[position]
        assert patch.map_span(position, position + 1) == (
            patch.map(position, after=True),
            patch.map(position, after=True) + 1,
        )


@given(patched(), st.booleans())
def test_map_is_monotone_and_stays_inside(case: tuple[str, Patch], after: bool) -> None:
    text, patch = case
    places = [patch.map(position, after=after) for position in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(patch.apply(text)) for place in places)


@given(patched(), st.data())
def test_map_span_stays_a_span(case: tuple[str, Patch], data: st.DataObject) -> None:
    text, patch = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new_start, new_end = patch.map_span(start, end)
    assert 0 <= new_start <= new_end <= len(patch.apply(text))


@given(TEXT, st.data())
def test_collect_of_cuts_does_not_depend_on_their_order(text: str, data: st.DataObject) -> None:
    cuts = [edit for edit in data.draw(edits_on(text)) if not edit.new]
    shuffled = cuts.copy()
    random.Random(data.draw(st.integers())).shuffle(shuffled)
    assert Patch.collect(cuts) == Patch.collect(shuffled)


@given(twice_patched())
def test_edits_taken_apart_do_the_same(case: tuple[str, Patch, Patch]) -> None:
    text, first, second = case
    for patch in (first, first.then(second)):
        pieces = [piece for edit in patch.edits for piece in parted(edit)]
        assert Patch.collect(pieces).apply(text) == patch.apply(text)
    assert all(len(piece.parts) == 1 for edit in first.edits for piece in parted(edit))


@given(TEXT, st.data())
def test_united_cuts_keep_every_part(text: str, data: st.DataObject) -> None:
    cuts = [edit for edit in data.draw(edits_on(text)) if not edit.new and edit.old]
    kept = {part for edit in Patch.collect(cuts).edits for part in edit.parts}
    assert kept == {part for edit in cuts for part in edit.parts}
    assert Patch.collect(cuts).apply(text) == "".join(
        character for place, character in enumerate(text) if not any(cut.start <= place < cut.end for cut in cuts)
    )


def test_the_first_edit_wins_over_a_replacement() -> None:
    text = "甲乙丙丁戊"
    first, second = swap(text, 1, 3, "子"), cut(text, 2, 5)
    assert Patch.collect([first, second]).apply(text) == "甲子丁戊"
    assert Patch.collect([second, first]).apply(text) == "甲乙"


def test_touching_edits_join_and_keep_their_parts() -> None:
    text = "甲乙丙"
    patch = Patch.collect([cut(text, 0, 1).credited("ad-a"), swap(text, 1, 2, "子").credited("ad-b")])
    assert patch.edits == (Edit(0, "甲乙", "子", (Part("ad-a", 0, 1), Part("ad-b", 1, 2, new="子"))),)


def test_an_edit_that_changes_nothing_is_dropped() -> None:
    assert not Patch.collect([swap("甲乙", 0, 1, "甲")])


def test_apply_refuses_another_text() -> None:
    with pytest.raises(PatchError, match="is not '乙'"):
        Patch.collect([cut("甲乙", 1, 2)]).apply("甲丙")


def test_text_replaced_by_as_much_text_keeps_its_offsets() -> None:
    patch = Patch.collect([swap("把國家建設好。", 0, 7, "把国家建设好。")])
    assert patch.map(3) == 3
    assert patch.map_span(1, 3) == (1, 3)


@given(
    st.text(alphabet="甲乙丙(a)", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=8)
)
def test_many_cuts_do_what_their_edits_do(text: str, places: list[tuple[int, int]]) -> None:
    spans = sorted((start, min(len(text), start + length)) for start, length in places if start <= len(text))
    cuts = Cuts(text, spans, Reason("glosses-brackets", "because"))
    by_edits, at_once = Patch.collect(list(cuts)), Patch.collect(cuts)
    assert len(at_once) == len(by_edits)
    after = at_once.apply(text)  # before its edits are made
    assert after == by_edits.apply(text)
    assert at_once == by_edits
    assert at_once.invert().apply(after) == text


OF_ANY_WIDTH = st.text(alphabet="aé甲👉", max_size=12)


def in_its_least_room(text: str) -> str:
    return "".join(list(text))


@given(OF_ANY_WIDTH, st.data())
def test_the_text_is_the_one_that_python_would_join(text: str, data: st.DataObject) -> None:
    edits: list[Edit] = []
    pieces, place = [], 0
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(place, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 3)))
        new = data.draw(OF_ANY_WIDTH)
        edits.append(Edit(start, text[start:end], new))
        pieces += text[place:start], new
        place = end
    joined = "".join([*pieces, text[place:]])
    spans = [(edit.start, edit.end) for edit in edits]
    left = Patch(tuple(edit._replace(new="") for edit in edits)).apply(text)
    for done, expected in ((Patch(tuple(edits)).apply(text), joined), (Cuts(text, spans, Reason("ad")).apply(), left)):
        assert done == expected
        assert hash(done) == hash(expected)
        assert done.isascii() == expected.isascii()
        assert sys.getsizeof(done) == sys.getsizeof(in_its_least_room(expected))


@pytest.mark.parametrize("spans", [[(2, 1)], [(1, 2), (0, 1)], [(0, 2), (1, 3)], [(0, 9)], [(-2, 1)]])
def test_spans_in_no_order_are_left_to_python(spans: list[tuple[int, int]]) -> None:
    cut_out = native.cutter()
    assert cut_out is None or cut_out("甲乙丙丁", spans) is None


def test_cuts_of_another_text_are_checked() -> None:
    patch = Patch.collect(Cuts("甲(a)乙", [(1, 4)], Reason("glosses-brackets")))
    with pytest.raises(PatchError):
        patch.apply("甲乙丙丁")
