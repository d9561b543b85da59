"""Bytes to text, with a receipt that gives the bytes back.

Healthy UTF-8 takes the short way here; everything else goes down the ladder of evidence, loaded on first need.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.receipt import Receipt

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode"]

_UTF8 = Receipt("utf-8", "strict UTF-8")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\f\r") + b"\x7f"
_HEAD = 512
"""What is looked at for controls: bytes that are valid UTF-8 throughout and no text show themselves early."""


def decode(data: bytes, encoding: str | None = None, errors: str = "keep") -> tuple[str, Receipt]:
    """The text of the bytes, with its own newlines and without BOM, and the receipt.

    `encoding` overrules all evidence. Bytes that nothing can read become U+FFFD and stand in the receipt; with
    `errors="fail"` they raise DecodeError, as do bytes that are no text at all.
    """
    if encoding is None:
        try:
            text = _reader()(data)
        except UnicodeDecodeError:
            pass
        else:
            if not text.isascii() and text[0] != "\ufeff" and len(data) >= _HEAD and b"\0" not in data:
                head = data[:_HEAD]
                if len(head.translate(None, _CONTROLS)) == _HEAD:
                    return text, _UTF8
    from speechclean.decode.ladder import climb

    return climb(data, encoding, errors)


@cache
def _reader() -> Callable[[bytes], str]:
    """What decodes UTF-8, and raises where it is none: compiled where that is built."""
    return native.utf8_reader() or (lambda data: data.decode())
