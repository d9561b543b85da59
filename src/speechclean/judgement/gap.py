"""What stays where text is missing: a line break, nothing, or a mark. Two halves never join into one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import swap
from speechclean.core.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit

MARK = "[…]"
FINAL = "。！？!?；;”」』）)"
GOING_ON = "\n，、。；：！？,;:!?"
"""What stands behind no break: a line's end, and marks with which no line begins."""


def close_gap(document: Document, start: int, end: int, gaps: str, evidence: str) -> Iterator[Edit | Note]:
    """Take the marker `text[start:end]` away as `gaps` says, and note the gap."""
    text = document.text
    marker = text[start:end].strip()
    yield Note("gap", start, end, marker)
    first, last = _line(text, start, end)
    if gaps == "mark":
        yield swap(text, start, end, _framed(text, start, end), evidence)
    elif gaps == "trim":
        first, last = _trimmed(text, first, last)
        yield swap(text, first, last, "\n" if first > 0 and last < len(text) else "", evidence)
    elif _alone(text, first, last):
        yield _whole_line(text, first, last, evidence)
    elif gaps == "join" or (first and text[first - 1] in FINAL) or first == 0 or text[first - 1] == "\n":
        yield swap(text, first, last, "", evidence)
    else:
        yield swap(text, first, last, "" if last == len(text) or text[last] in GOING_ON else "\n", evidence)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The marker with the blanks around it on its line."""
    while start and text[start - 1] in " \t\u3000":
        start -= 1
    while end < len(text) and text[end] in " \t\u3000":
        end += 1
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")


def _whole_line(text: str, start: int, end: int, evidence: str) -> Edit:
    if end < len(text):
        return swap(text, start, end + 1, "", evidence)
    return swap(text, max(0, start - 1), end, "", evidence)


def _framed(text: str, start: int, end: int) -> str:
    """The mark, with the blanks that the marker began and ended with."""
    old = text[start:end]
    return old[: len(old) - len(old.lstrip())] + MARK + old[len(old.rstrip()) :]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The gap widened back to the last whole sentence on the line, and forward to the next."""
    line = text.rfind("\n", 0, start) + 1
    back = max((text.rfind(mark, line, start) for mark in "。！？!?"), default=-1)
    start = back + 1 if back >= 0 else line
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    ends = [place for mark in "。！？!?" if (place := text.find(mark, end, stop)) >= 0]
    return start, (min(ends) + 1 if ends else stop)
