"""What the compiled parting of texts finds is what the patterns find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.core.document import Hit
from speechclean.core.fold import fold
from speechclean.judgement import parting, voice
from speechclean.judgement.genre import shows_code
from speechclean.judgement.groups import GROUPS, QUOTES
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
        for reader in (reading(), None):
            expected = parting.likely(own, (0, len(own)), places, reader, need)
            assert built(native.likely())(own, (0, len(own)), places, reader, need) == expected


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


def test_not_all_sets_of_groups_are_remembered() -> None:
    letters = [chr(0x4E00 + number) for number in range(14)]
    keys = built(native.keys())({letter: (letter,) for letter in letters})
    known = keys("一")
    assert keys("一") is known
    for number in range(1 << len(letters)):
        sentence = "".join(letter for bit, letter in enumerate(letters) if number >> bit & 1)
        assert keys(sentence) == set(sentence)
    assert keys("一") == known
    assert keys("一") is not known


BRACKETED = st.lists(
    st.sampled_from([*"（()）【】[]〖〗…… \u3000\n。ab更★—-=~←"])
    | st.sampled_from(
        ["更多", "更多本站", "更" * 25, "更" * 60, "—" * 20, "★更多本站", "★" * 41, "（更多本站）", "……"]
    ),
    max_size=16,
).map("".join)


@settings(max_examples=1500)
@given(BRACKETED)
def test_brackets(text: str) -> None:
    for own in of_kinds(text):
        for start, end in ((0, len(own)), (len(own) // 6, len(own) - len(own) // 6)):
            assert built(native.brackets())(own, start, end) == parting.brackets_of(own, start, end)


@pytest.mark.parametrize(("opening", "closing"), ["（）", "()", "【】", "[]", "〖〗", "★★", "--"])
@pytest.mark.parametrize("size", [3, 4, 5, 99, 100, 101, 102, 119, 120, 121])
@pytest.mark.parametrize(
    "inner", ["{}", "{}（更）", "{}（" + "更" * 30 + "）", "{}（" + "更" * 31 + "）", "更多本站({}", "{}（更）{}"]
)
def test_brackets_at_their_borders(opening: str, closing: str, size: int, inner: str) -> None:
    text = opening + inner.replace("{}", "更" * size) + closing + "★…"
    assert built(native.brackets())(text, 0, len(text)) == parting.brackets_of(text, 0, len(text))


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                *"`](#\n n多\U00020000",
                "```",
                "](",
                ']("',
                "]('",
                "![",
                "[",
                "!",
                "图" * 199,
                "npm install",
                "npm",
                "## ",
                "\n## ",
                "# ",
                "多" * 17,
            ]
        ),
        max_size=9,
    ).map("".join)
)
def test_manuals(text: str) -> None:
    for own in of_kinds(text):
        assert built(native.manuals())(own) == shows_code(own)


def words_of(group: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(GROUPS[group].source), fullmatch=True).filter(lambda word: len(word) < 40)


@pytest.mark.parametrize("group", [group for group, _, begin in voice.group_rows() if begin])
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_word_of_a_group_is_overlooked(group: str, data: st.DataObject) -> None:
    text = (
        data.draw(st.text("多本站的，a1 ", max_size=6))
        + data.draw(words_of(group))
        + data.draw(st.text("网多1", max_size=3))
    )
    expected = [match.span() for match in GROUPS[group].finditer(text)]
    assert [match.span() for match in voice.heard_in(text, group)] == expected
    assert group in voice.Voice(text).audible or not expected or not set(text).isdisjoint(QUOTES)
