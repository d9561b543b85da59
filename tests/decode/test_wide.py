"""UTF-16 and UTF-32: what has no BOM, and what cannot be read."""

from __future__ import annotations

import pytest

from speechclean.decode import decode

PALINDROME = "Les êtres humains naissent libres et égaux"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["hello, world\n", PALINDROME, "Все люди рождаются свободными и равными", "모든 국민은 법 앞에 평등하다"]
)
def test_other_scripts(text: str, encoding: str) -> None:
    decoded, receipt = decode(text.encode(encoding))
    assert (decoded, receipt.encoding) == (text, encoding)


@pytest.mark.parametrize("text", ["Bush hid the facts", "naïve idea, really", "this app can break"])
def test_bytes_of_letters_are_not_wide(text: str) -> None:
    assert decode(text.encode("latin-1"))[0] == text


def test_unpaired_units_and_an_odd_byte_are_lost() -> None:
    data = "讲话\ud83d稿".encode("utf-16-le", "surrogatepass") + b"\n"
    text, receipt = decode(b"\xff\xfe" + data)
    assert text == "讲话\ufffd稿\ufffd"
    assert receipt.undecodable == ((6, b"\x3d\xd8"), (10, b"\n"))
    assert receipt.encode(text) == b"\xff\xfe" + data


def test_beyond_the_last_code_point() -> None:
    data = "讲话".encode("utf-32-le") + b"\xff\xff\xff\x7f" + "稿".encode("utf-32-le")
    text, receipt = decode(b"\xff\xfe\0\0" + data)
    assert text == "讲话\ufffd稿"
    assert receipt.encode(text) == b"\xff\xfe\0\0" + data


def test_valid_utf8_that_is_utf16() -> None:
    text = "成为乡村振兴战场"
    assert decode(text.encode("utf-16-le"))[0] == text
