"""Big5 as Microsoft and as Hong Kong write it."""

from __future__ import annotations

import pytest
from bytes_of import prose

from speechclean.decode import decode

CANTONESE = "佢哋喺度嘅時候，我哋咗好多嘢，啲人嚟咗又去咗，"


def test_hong_kong() -> None:
    text = prose("hant")[:200] + CANTONESE
    decoded, receipt = decode(text.encode("big5hkscs"))
    assert (decoded, receipt.encoding) == (text, "big5hkscs")


def test_microsoft() -> None:
    text = prose("hant")[:200] + "裏恒粧墻銹"
    decoded, receipt = decode(text.encode("cp950"))
    assert (decoded, receipt.encoding) == (text, "big5")


@pytest.mark.parametrize("code", [b"\xa2\xcc", b"\xa2\xce", b"\xf9\xe9", b"\xf9\xf9"])
def test_codes_that_come_back_as_others(code: bytes) -> None:
    data = prose("hant")[:100].encode("cp950") + code + b"\n"
    text, receipt = decode(data)
    assert receipt.encode(text) == data
    assert receipt.raw is None
    assert len(receipt.residues) == 1
