"""Findings as lines for people, as compilers write them: path:line:column: rule: what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.paths import shown
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechclean.core.edit import Edit
    from speechclean.core.result import Result
    from speechclean.report.forms import About

LONGEST = 60
"""Characters of a change that are shown; its middle is left out beyond that."""


class Report:
    """Each result's lines as soon as it is there."""

    def __init__(self, about: About) -> None:
        self._notes = about.notes

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """The findings of one text."""
        name = shown(path if record is None else f"{path}:{record + 1}")
        return "".join(f"{line}\n" for line in self._lines(name, result, record))

    def fail(self, path: str, why: str) -> str:  # noqa: ARG002  # it was said on standard error
        """Nothing: what failed is no finding."""
        return ""

    def whole(self, counts: Mapping[str, int]) -> str:  # noqa: ARG002  # the summary is no finding
        """Nothing: all was told."""
        return ""

    def _lines(self, name: str, result: Result, record: int | None) -> Iterator[str]:
        for edit in result.edits:
            line, column = result.line_and_column(edit.start)
            yield f"{name}:{line}:{column}: {edit.parts[0].rule}: {change(edit, worded(edit.parts[0].evidence))}"
        if only_bytes(result, record):
            from speechclean.report.diff import bytes_finding

            yield f"{name}: bytes: {worded(bytes_finding(result))}"
        if self._notes:
            for note in result.notes:
                line, column = result.line_and_column(note.start)
                reading = f" → {short(note.reading)}?" if note.reading else ""
                yield f"{name}:{line}:{column}: note: {worded(note.kind)}: {short(note.text)}{reading}"


def only_bytes(result: Result, record: int | None = None) -> bool:
    """Whether cleaning changes nothing but how the text is written; a record's gains no newline at its end."""
    if isinstance(result.given, str) or result.edits:
        return False
    return result.given != (result.data if record is None else result.text.encode("utf-8", "surrogatepass"))


def change(edit: Edit, evidence: str) -> str:
    """What an edit does, and why, on one line."""
    because = f"  ({evidence})" if evidence else ""
    return (f"“{short(edit.old)}” → “{short(edit.new)}”" if edit.new else f"“{short(edit.old)}”") + because


def short(text: str) -> str:
    """A text on one line, its middle left out when it is long, what cannot be seen as escapes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "⏎")
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 + 1 :]}"
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)
