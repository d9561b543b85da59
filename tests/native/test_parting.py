"""What the compiled parting of texts finds is what the patterns find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.document import Hit
from speechclean.core.fold import fold
from speechclean.judgement import parting
from speechclean.judgement.likeness import likeness, likeness_within, reading, shape, signs
from speechclean.judgement.parting import Piece

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

pytestmark = pytest.mark.skipif(not native.rows(), reason="not built here, or switched off")

TEXTS = st.text('更多本站。！？!?；;…”」』’"）)】]~～ \u3000\n\t\x1cÀ，\U00020000', max_size=120)
FEW = st.text("aé。…!” \n", max_size=40)
"""Of one kind each: four bytes a character, two, or one."""


def of_kinds(text: str) -> list[str]:
    """A text as it is, without what needs two bytes, and without what needs four."""
    return [text, "".join(sign for sign in text if sign < "\u0100"), text.replace("\U00020000", "")]


def built(kernel: Callable[..., Any] | None) -> Callable[..., Any]:
    assert kernel
    return kernel


def hits_in(text: str, words: str) -> list[Hit]:
    return [Hit(place, place + 1, sign) for place, sign in enumerate(text) if sign in words]


@settings(max_examples=300)
@given(TEXTS | FEW)
def test_sentences(text: str) -> None:
    for own in of_kinds(text):
        start, end = len(own) // 5, len(own) - len(own) // 7
        expected = parting.sentences_of(own, start, end, Piece)
        assert built(native.sentences())(own, start, end, Piece) == expected


def test_a_long_sentence_begins_where_its_last_part_does() -> None:
    text = "多" * 1000 + "。" + "本" * 399 + "…" + "站" * 401
    found = built(native.sentences())(text, 0, len(text), Piece)
    assert found == parting.sentences_of(text, 0, len(text), Piece)
    assert [piece.end - piece.start for piece in found] == [401, 400]
    assert all(type(piece) is Piece and piece.shape == "sentence" for piece in found)


@given(
    st.lists(TEXTS | st.sampled_from(["多" * 60 + "。", "多" * 44 + "。", "多" * 43 + "。"]), max_size=6).map("\n".join)
)
def test_rows(text: str) -> None:
    for own in of_kinds(text):
        spans, short, kinds = parting.rows_of(own)
        assert built(native.rows())(own) == (spans, short, kinds)
        hits = hits_in(own, "本。\n")
        assert built(native.holding())(spans, short, hits) == parting.holding_of(spans, short, hits)


@given(TEXTS, st.floats(-6, 3))
def test_sentences_that_read_like_a_sites(text: str, need: float) -> None:
    for own in of_kinds(text):
        places = [hit.start for hit in hits_in(own, "本!")]
        parts = parting.sentences_of(own, 0, len(own), Piece)
        held = [part for part in parts if parting.holds_one(places, part.start, part.end)] if len(parts) > 1 else []
        expected = [(start, end) for start, end, _ in held if likeness(fold(own[start:end])) >= need]
        assert built(native.likely())(own, 0, len(own), places, reading(), need) == expected


@given(st.text("更多本站ＡBｃ點擊 點 \u3000①。：12345ab", max_size=200), st.integers(0, 40))
def test_a_part_of_a_text_reads_as_it_does_folded(text: str, start: int) -> None:
    assert likeness_within(text, start, len(text)) == likeness(fold(text[start:]))


@given(st.text("一十、（(1２.）年-/httpswww:.comcn。！”」[【<“更：多 ,;›a", max_size=200))
def test_what_a_line_looks_like(text: str) -> None:
    assert sorted(signs(text)) == sorted(shape(text))
