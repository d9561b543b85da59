"""HZ: pure ASCII outside, GB 2312 between ~{ and ~}."""

from __future__ import annotations

import pytest

from speechclean.decode import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"~{VPND~}", "中文"),
        (b"a ~~ ~{VPND~} b\n", "a ~ 中文 b\n"),
        (b"~{VP~}~\n~{ND~}\n", "中文\n"),
        (b"~~\n~{VPND~}\n", "~\n中文\n"),
        (b"~{VPND", "中文"),
        (b"~{VPN", "中N"),
    ],
)
def test_forms(data: bytes, text: str) -> None:
    decoded, receipt = decode(data)
    assert receipt.encoding == "hz"
    assert decoded == text
    assert receipt.encode(decoded) == data


@pytest.mark.parametrize("data", [b"x = a~{b}~c", b"~{~}", b"echo ~/{a,b}", b"~~"])
def test_ascii_that_is_not_hz(data: bytes) -> None:
    assert decode(data)[0] == data.decode()
