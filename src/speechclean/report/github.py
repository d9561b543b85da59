"""Findings as workflow commands of GitHub Actions, which it shows as annotations beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.paths import shown
from speechclean.report.text import change, only_bytes, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechclean.core.result import Result
    from speechclean.report.forms import About

DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


class Report:
    """Each result's annotations as soon as it is there: warnings, notices for notes, errors for what failed."""

    def __init__(self, about: About) -> None:
        self._notes = about.notes

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """The annotations of one text; those of a record stand at the line of its number."""
        return "".join(self._commands(_At(shown(path), result, record)))

    def fail(self, path: str, why: str) -> str:
        """An error without a line."""
        return command("error", {"file": shown(path), "title": "failed"}, why)

    def whole(self, counts: Mapping[str, int]) -> str:  # noqa: ARG002  # the summary is no annotation
        """Nothing: all was told."""
        return ""

    def _commands(self, at: _At) -> Iterator[str]:
        for edit in at.result.edits:
            rule, told = edit.parts[0].rule, change(edit, edit.parts[0].evidence)
            yield command("warning", at.place(edit.start, edit.end, rule), at.told(told, edit.start))
        if only_bytes(at.result, at.record):
            from speechclean.report.diff import bytes_finding

            yield command("warning", at.whole("bytes"), at.told(bytes_finding(at.result)))
        if self._notes:
            for note in at.result.notes:
                place = at.place(note.start, note.end, f"note: {note.kind}")
                yield command("notice", place, at.told(short(note.text), note.start))


def command(kind: str, properties: Mapping[str, str], message: str) -> str:
    """One workflow command; whatever the texts hold, it stays one."""
    told = ",".join(f"{key}={_escaped(value, PROPERTY)}" for key, value in properties.items())
    return f"::{kind} {told}::{_escaped(message, DATA)}\n"


class _At(NamedTuple):
    """A text: a file, or a record of one, which GitHub shows as a line."""

    path: str
    result: Result
    record: int | None

    def place(self, start: int, end: int, title: str) -> dict[str, str]:
        """Lines, and columns where GitHub takes them: for a span in one line."""
        if self.record is not None:
            return self.whole(title)
        line, column = self.result.line_and_column(start)
        last, behind = self.result.line_and_column(end)
        place = {"file": self.path, "line": str(line), "endLine": str(last)}
        if line == last:
            place |= {"col": str(column), "endColumn": str(behind)}
        return {**place, "title": title}

    def whole(self, title: str) -> dict[str, str]:
        """The file, or the line of the record."""
        line = {} if self.record is None else {"line": str(self.record + 1)}
        return {"file": self.path, **line, "title": title}

    def told(self, message: str, start: int | None = None) -> str:
        """The message, which says in a record where it is."""
        if self.record is None or start is None:
            return message
        line, column = self.result.line_and_column(start)
        return f"{self.path}:{self.record + 1}:{line}:{column}: {message}"


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)
