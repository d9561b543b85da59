"""A unified diff of a result, in the form that `patch` reads."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.result import Result


def unified(name: str, result: Result) -> bytes:
    """The diff from the decoded original to the clean text, as UTF-8; empty where no line changes."""
    before = _lines(result.before)
    after = _lines(result.text if isinstance(result.given, str) else result.data.decode("utf-8", "surrogatepass"))
    lines = unified_diff(before, after, f"a/{name}", f"b/{name}")
    ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(ended).encode("utf-8", "backslashreplace")


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


def _lines(text: str) -> list[str]:
    """The lines with their newlines; nothing else ends a line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
