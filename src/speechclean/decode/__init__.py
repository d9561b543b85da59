"""Bytes to text, with a receipt that gives the bytes back.

Healthy UTF-8 takes the short way here; everything else goes down the ladder of evidence, loaded on first need.
"""

from __future__ import annotations

from speechclean.core.receipt import Receipt

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
            text = data.decode()
        except UnicodeDecodeError:
            pass
        else:
            if not text.isascii() and text[0] != "\ufeff" and len(data) >= _HEAD and b"\0" not in data:
                head = data[:_HEAD]
                if len(head.translate(None, _CONTROLS)) == _HEAD:
                    return text, _UTF8
    from speechclean.decode.ladder import climb

    return climb(data, encoding, errors)
