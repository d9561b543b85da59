"""A unified diff of a result, in the form that `patch` reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechclean.report.hunks import bounds, hunks, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.result import Result
    from speechclean.report.hunks import Change, Sides

ESCAPES = {ord("\n"): b"\\n", ord("\t"): b"\\t", ord("\r"): b"\\r", ord('"'): b'\\"', ord("\\"): b"\\\\"}


def unified(path: str, result: Result) -> bytes:
    """The diff from the decoded original to the clean text, as UTF-8; empty where no line changes.

    Where the original is UTF-8 too, `patch` makes the clean file of it, byte for byte.
    """
    both = sides(result)
    pieces = [piece for hunk in hunks(both) for piece in _told(hunk, both)]
    if not pieces:
        return b""
    ended = (piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces)
    errors = "backslashreplace" if isinstance(result.given, str) else "surrogatepass"
    head = b"".join(mark + _name(side, path) + b"\n" for mark, side in ((b"--- ", b"a/"), (b"+++ ", b"b/")))
    return head + "".join(ended).encode("utf-8", errors)


def bytes_finding(result: Result) -> str:
    """What cleaning changes about the bytes of a text whose lines stay as they are."""
    assert isinstance(result.given, bytes)  # noqa: S101  # a text that never was bytes has none
    if result.encoding not in ("utf-8", "ascii"):
        return f"{result.encoding} → utf-8"
    if result.receipt.bom:
        return f"{result.encoding} with BOM → without"
    if result.newlines.others:
        return r"mixed newlines → \n"
    if not result.given.endswith((b"\n", b"\r")):
        return "no newline at the end → one"
    return "not as UTF-8 is written"


def head_of(hunk: Change) -> str:
    """The line above a hunk."""
    return f"@@ -{_range(hunk.first, hunk.last)} +{_range(hunk.new_first, hunk.new_last)} @@"


def _told(hunk: list[Change], both: Sides) -> Iterator[str]:
    """The lines of one hunk."""
    before, after = both.before.lines, both.after.lines
    whole = bounds(hunk, both)
    yield f"{head_of(whole)}\n"
    position = whole.first
    for change in hunk:
        yield from (" " + line for line in before[position : change.first])
        yield from ("-" + line for line in before[change.first : change.last])
        yield from ("+" + line for line in after[change.new_first : change.new_last])
        position = change.last
    yield from (" " + line for line in before[position : whole.last])


def _name(side: bytes, path: str) -> bytes:
    """A path as `patch` and git read it: quoted where it must be, with a tab behind it where it has blanks."""
    name = side + os.fsencode(path).lstrip(b"/")
    try:
        plain = name.decode("utf-8").isprintable() and not set(name) & ESCAPES.keys()
    except UnicodeDecodeError:
        plain = False
    if plain:
        return name + b"\t" if b" " in name else name
    return b'"' + b"".join(ESCAPES.get(byte) or _octal(byte) for byte in name) + b'"'


def _octal(byte: int) -> bytes:
    return bytes([byte]) if 0x20 <= byte < 0x7F else b"\\%03o" % byte


def _range(first: int, last: int) -> str:
    """A range of lines as diffs write it: from 1, and from the line before where it is empty."""
    if last - first == 1:
        return str(first + 1)
    return f"{first + (last > first)},{last - first}"
