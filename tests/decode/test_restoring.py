"""Whatever decodes can be encoded again to the same bytes: by properties."""

from __future__ import annotations

import json
import random

from bytes_of import prose
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean.core.errors import DecodeError
from speechclean.core.receipt import Receipt
from speechclean.decode import decode

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "cp950",
    "big5hkscs",
    "hz",
    "utf-16",
    "utf-16-be",
    "utf-32-le",
    "cp932",
    "cp949",
)
NAMED = (None, None, None, *ENCODINGS, "gbk", "big5", "koi8-r", "utf-7", "cp037", "iso2022_jp")
MANY = settings(max_examples=900, deadline=None, derandomize=True)


def comes_back(data: bytes, encoding: str | None = None) -> None:
    try:
        text, receipt = decode(data, encoding)
    except DecodeError:
        return
    assert receipt.encode(text) == data
    assert Receipt.from_json(json.loads(json.dumps(receipt.to_json()))) == receipt
    assert ("\ufffd" in text) >= bool(receipt.undecodable)
    for offset, lost in receipt.undecodable:
        assert data[offset : offset + len(lost)] == lost
    text.encode()


@MANY
@given(st.integers(0, 2**32), st.sampled_from(ENCODINGS), st.sampled_from(NAMED), st.integers(0, 4), st.booleans())
def test_damaged_prose(seed: int, written: str, read: str | None, flips: int, crlf: bool) -> None:
    dice = random.Random(seed)
    text = prose(dice.choice(["hans", "hant"]))
    start = dice.randrange(len(text))
    piece = text[start : start + dice.randrange(120)]
    data = bytearray((piece.replace("\n", "\r\n") if crlf else piece).encode(written, "ignore"))
    for _ in range(flips if data else 0):
        data[dice.randrange(len(data))] = dice.randrange(256)
    cut = dice.randrange(len(data) + 1)
    comes_back(bytes(data[dice.randrange(3) : cut]), read)


@MANY
@given(st.binary(max_size=60), st.sampled_from(NAMED))
def test_any_bytes(data: bytes, encoding: str | None) -> None:
    comes_back(data, encoding)


TRICKY = [
    b"\x80", b"\xff", b"\xa2\xcc", b"\xf9\xe9", b"\x88\x62", b"\x84\x31\x95\x33", b"\xed\xa0\xbd\xed\xb8\x80", b"\xc0\x80", b"\xc1\xa1",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xd8\x3d", b"~{", b"~}", b"VPND", b"~~", b"~\n", b"\x1b$B", b"\n", b"\r", b"\0",
    "讲话".encode(), "讲话".encode("gb18030"), "講話".encode("cp950"), "講".encode("utf-16-le"),
]  # fmt: skip


@MANY
@given(st.lists(st.sampled_from(TRICKY), max_size=24).map(b"".join), st.sampled_from(NAMED))
def test_tricky_bytes(data: bytes, encoding: str | None) -> None:
    comes_back(data, encoding)
