"""UTF-8 with surrogates, overlong forms and bad bytes."""

from __future__ import annotations

import pytest

from speechclean.decode import decode
from speechclean.decode.utf8 import character_at, read

TEXT = "同志们，大家上午好。"


@pytest.mark.parametrize(
    ("odd", "read_as", "lost"),
    [
        pytest.param(b"\xed\xa0\xbd\xed\xb8\x80", "😀", 0, id="CESU-8"),
        pytest.param(b"\xc1\x81", "A", 0, id="overlong"),
        pytest.param(b"\xe0\x81\x81", "A", 0, id="overlong in three"),
        pytest.param(b"\xed\xa0\xbd", "\ufffd", 3, id="lone surrogate"),
        pytest.param(b"\xc0\x80", "\ufffd", 2, id="overlong NUL"),
        pytest.param(b"\xf8\x88\x80\x80\x80", "\ufffd", 5, id="five bytes"),
        pytest.param(b"\xf4\x90\x80\x80", "\ufffd", 4, id="beyond the last code point"),
        pytest.param(b"\xe5\xa4", "\ufffd", 2, id="cut"),
    ],
)
def test_odd_forms(odd: bytes, read_as: str, lost: int) -> None:
    data = TEXT.encode() + odd + TEXT.encode()
    text, receipt = decode(data)
    assert text == TEXT + read_as + TEXT
    assert receipt.lost == lost
    assert receipt.encode(text) == data


def test_blocks_do_not_cut_characters() -> None:
    data = ("讲" * 30_000).encode() + b"\xff" + ("话" * 30_000).encode()
    assert "".join(span.text for span in read(data)) == "讲" * 30_000 + "\ufffd" + "话" * 30_000


def test_character_at() -> None:
    assert character_at("讲a".encode(), 0) == ("讲", 3)
    assert character_at(b"\xe8\xae", 0) == ("\ufffd", 1)
