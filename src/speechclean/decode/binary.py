"""Bytes that are no text are refused: NULs, dense control characters."""

from __future__ import annotations

from speechclean.core.errors import BinaryError

_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r\x1b") + b"\x7f"
_DENSE = 20
"""One control character in so many bytes."""
_STRAY = 500
"""One NUL in so many bytes may be damage; more, or two together, is no text."""


def refuse_binary(data: bytes) -> None:
    """Raise BinaryError for bytes that are no text in any encoding."""
    zeros = data.count(0)
    if b"\0\0" in data or zeros * _STRAY > len(data):
        raise BinaryError(f"this is binary data, not text: NUL bytes, the first at offset {data.index(0)}")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 2 and controls * _DENSE > len(data):
        raise BinaryError(f"this is binary data, not text: {controls} control characters in {len(data)} bytes")
