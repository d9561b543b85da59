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
from speechclean.judgement.quotations import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

pytestmark = pytest.mark.skipif(not native.likely(), reason="not built here, or switched off")

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


QUOTED = st.text("更多“”「」 a", max_size=30)


@given(QUOTED, st.sampled_from(["", "多" * 395, "多" * 420]), QUOTED, QUOTED)
def test_quotations(before: str, between: str, text: str, behind: str) -> None:
    own = before + between + text + behind
    start = len(before) + len(between)
    end = start + len(text)
    assert built(native.quoted())(own, start, end) == quoted(own, start, end)
    assert not built(native.quoted())("é" + "a" * 9, 1, 5)


KEYS = {"本站": ("self",), "多": ("more", "kind"), "本": ("text",), "au": ("by",), "\U00020000本": ("site",)}


@given(st.text("本站多更au\U00020000\U00020001\0", max_size=12))
def test_keys(text: str) -> None:
    assert built(native.keys())(KEYS)(text) == {group for key, own in KEYS.items() if key in text for group in own}


def test_many_groups() -> None:
    keys = {chr(0x4E00 + number): (str(number),) for number in range(64)}
    assert built(native.keys())(keys)("".join(keys)) == set(map(str, range(64)))
    with pytest.raises(ValueError, match="no more than 64"):
        built(native.keys())({**keys, "a": ("b",)})
