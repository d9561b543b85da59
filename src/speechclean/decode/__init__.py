"""Bytes to text, with a receipt that gives the bytes back."""

from __future__ import annotations

from speechclean.core.receipt import Receipt


def decode(data: bytes, encoding: str | None = None, errors: str = "keep") -> tuple[str, Receipt]:
    """The text of the bytes and the receipt. Raises DecodeError for bytes that are no text."""
    return data.decode("utf-8"), Receipt("utf-8", "strict")
