"""Which evidence decides, and what the receipt says of it."""

from __future__ import annotations

import pytest
from bytes_of import prose

from speechclean.core.errors import DecodeError
from speechclean.decode import decode

HANS, HANT = prose("hans")[:600], prose("hant")[:600]


@pytest.mark.parametrize("name", ["gbk", "GB2312", "cp936", "gb18030"])
def test_gbk_is_read_as_gb18030(name: str) -> None:
    text, receipt = decode(HANS.encode("gb18030"), name)
    assert (text, receipt.encoding, receipt.evidence) == (HANS, "gb18030", "named by the user")


def test_a_named_encoding_overrules_the_evidence() -> None:
    text, receipt = decode("é".encode(), "latin-1")
    assert (text, receipt.encoding) == ("Ã©", "iso8859-1")


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "base64", "a\0b", ""])
def test_what_is_no_encoding(name: str) -> None:
    if not name:
        assert decode(b"abc", name)[0] == "abc"
        return
    with pytest.raises(DecodeError, match="no encoding named"):
        decode(b"abc", name)


def test_a_named_encoding_may_come_with_its_bom() -> None:
    for name in ("utf-16", "utf-16-le"):
        text, receipt = decode(HANS.encode("utf-16"), name)
        assert (text, receipt.bom) == (HANS, b"\xff\xfe")


def test_the_whole_file_and_not_its_head_decides() -> None:
    text, receipt = decode(b"plain ascii\n" * 30_000 + HANS.encode("gb18030"))
    assert receipt.encoding == "gb18030"
    assert text.endswith(HANS)


def test_mixed_files_say_so() -> None:
    data = HANS.encode("gb18030") + b"\n" + HANS.encode()
    text, receipt = decode(data)
    assert text == HANS + "\n" + HANS
    assert "mixed" in receipt.evidence
    assert set(receipt.encodings) == {"gb18030", "utf-8"}


def test_gbk_that_is_utf8_by_chance() -> None:
    assert decode("投影幕".encode("gbk"))[0] == "投影幕"
    assert decode("Привет".encode())[0] == "Привет"
    assert decode("déjà".encode())[0] == "déjà"


def test_a_bom_in_the_middle_stays_a_character() -> None:
    data = HANS.encode("utf-8-sig") + HANS.encode("utf-8-sig")
    text, receipt = decode(data)
    assert text == HANS + "\ufeff" + HANS
    assert receipt.encode(text) == data


def test_a_bom_in_front_of_another_encoding() -> None:
    data = b"\xef\xbb\xbf" + b"title\n" + HANS.encode("gb18030")
    text, receipt = decode(data)
    assert text == "title\n" + HANS
    assert receipt.encode(text) == data


def test_gb18030_beyond_gbk() -> None:
    text = HANS[:100] + "㐀𠀀𪛖ᠠ\ue5e5" + HANS[100:]
    decoded, receipt = decode(text.encode("gb18030"))
    assert (decoded, receipt.encoding, receipt.undecodable) == (text, "gb18030", ())
