"""A unified diff of a result, in the form that `patch` reads."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.result import Result


def unified(name: str, result: Result) -> bytes:
    """The diff from the decoded original to the clean text, as UTF-8; empty where nothing changes."""
    before = _lines(result.before.replace("\r\n", "\n").replace("\r", "\n"))
    after = _lines(result.data.decode("utf-8", "surrogatepass").replace("\r\n", "\n").replace("\r", "\n"))
    pieces: list[str] = []
    for line in unified_diff(before, after, f"a/{name}", f"b/{name}"):
        pieces.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(pieces).encode("utf-8", "backslashreplace")


def _lines(text: str) -> list[str]:
    """The lines with their newlines; nothing else ends a line."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
