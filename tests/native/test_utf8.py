"""UTF-8 is decoded as `bytes.decode` decodes it, to the same text and with the same errors."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native

pytestmark = pytest.mark.skipif(not native.utf8_reader(), reason="not built here, or not for this processor")

EDGES = (
    0x00,
    0x41,
    0x7F,
    0x80,
    0x8F,
    0x90,
    0x9F,
    0xA0,
    0xBF,
    0xC0,
    0xC1,
    0xC2,
    0xDF,
    0xE0,
    0xE1,
    0xEC,
    0xED,
    0xEE,
    0xEF,
    0xF0,
    0xFF,
)
"""The first and the last byte of each kind."""
BEFORE = "渡口的灯亮了一夜，老周始终没有等到那条船。".encode()
BEHIND = (b"", b"abcdefghijklmnopqrst", "船开了，灯还亮着，风停在水上。".encode())


def read(data: bytes) -> str | tuple[object, ...]:
    """What comes of bytes: a text in its canonical form, or an error."""
    reader = native.utf8_reader()
    assert reader
    return outcome(lambda: reader(data))


def outcome(decode: object) -> str | tuple[object, ...]:
    """The text, or what the error says."""
    try:
        return decode()  # type: ignore[operator,no-any-return]  # a function without arguments
    except UnicodeDecodeError as error:
        return error.encoding, error.object, error.start, error.end, error.reason


def check(data: bytes) -> None:
    told, expected = read(data), outcome(data.decode)
    assert told == expected
    if isinstance(told, str) and isinstance(expected, str):
        assert hash(told) == hash(expected)
        assert told.__sizeof__() == expected.__sizeof__()
        assert (told + "a").encode() == data + b"a"


@pytest.mark.parametrize("behind", BEHIND, ids=["at the end", "before ASCII", "before Chinese"])
def test_all_sequences_of_edges_are_read_as_python_does(behind: bytes) -> None:
    for length in (1, 2, 3):
        for edge in product(EDGES, repeat=length):
            check(BEFORE + bytes(edge) + behind)


@pytest.mark.parametrize("place", range(20))
def test_an_edge_is_found_wherever_it_stands_in_a_block(place: int) -> None:
    for edge in (
        b"\xed\xa0\x80",
        b"\xed\x9f\xbf",
        b"\xe0\x9f\xbf",
        b"\xe0\xa0\x80",
        b"\xef\xbf\xbf",
        b"\xe4\xb8",
        b"\xc3\xa9",
        b"\x80",
    ):
        check("船".encode() * place + edge + BEFORE * 2)
        check(b"a" * place + edge + BEFORE * 2)
        check(BEFORE * 2 + "船".encode() * place + edge)


@pytest.mark.parametrize("plane", range(17))
def test_every_character_is_read(plane: int) -> None:
    letters = [chr(code) for code in range(plane << 16, plane + 1 << 16) if not 0xD800 <= code < 0xE000]
    check("".join(letters).encode())


@pytest.mark.parametrize(
    "letters", ["a" * 200, "é" * 200, "aé" * 200, "é" * 200 + "ÿ", "é" * 200 + "Ā", "a" * 200 + "点"]
)
def test_a_text_is_as_narrow_as_it_may_be(letters: str) -> None:
    told = read(letters.encode())
    assert isinstance(told, str)
    assert told.__sizeof__() == letters.__sizeof__()


def test_long_texts_are_counted_to_their_end() -> None:
    check(("船a" * 3000 + "é").encode() * 5)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8")) | st.text("船灯，。\nab1é", min_size=8, max_size=60)))
def test_texts_are_read(pieces: list[str]) -> None:
    check("".join(pieces).encode())


@settings(deadline=None)
@given(st.binary(max_size=12), st.integers(0, 40), st.booleans())
def test_any_bytes_between_texts_are_read_as_python_does(raw: bytes, place: int, ahead: bool) -> None:
    check((BEFORE + BEFORE)[place:] + raw + (BEFORE if ahead else b""))


def test_what_is_no_bytes_is_decoded_by_itself() -> None:
    class Own(bytes):
        """Bytes that are more than bytes."""

    assert read(Own(BEFORE * 3)) == BEFORE.decode() * 3
