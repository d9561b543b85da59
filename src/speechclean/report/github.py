"""Findings as workflow commands of GitHub Actions, which it shows as annotations beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        """The annotations of one text."""
        name = shown(path if record is None else f"{path}:{record + 1}")
        return "".join(self._commands(name, result))

    def fail(self, path: str, why: str) -> str:
        """An error without a line."""
        return command("error", {"file": shown(path), "title": "failed"}, why)

    def whole(self, counts: Mapping[str, int]) -> str:  # noqa: ARG002  # the summary is no annotation
        """Nothing: all was told."""
        return ""

    def _commands(self, name: str, result: Result) -> Iterator[str]:
        for edit in result.edits:
            yield command(
                "warning",
                _place(name, result, edit.start, edit.end, edit.parts[0].rule),
                change(edit, edit.parts[0].evidence),
            )
        if only_bytes(result):
            from speechclean.report.diff import bytes_finding

            yield command("warning", {"file": name, "title": "bytes"}, bytes_finding(result))
        if self._notes:
            for note in result.notes:
                place = _place(name, result, note.start, note.end, f"note: {note.kind}")
                yield command("notice", place, short(note.text))


def command(kind: str, properties: Mapping[str, str], message: str) -> str:
    """One workflow command; whatever the texts hold, it stays one."""
    told = ",".join(f"{key}={_escaped(value, PROPERTY)}" for key, value in properties.items())
    return f"::{kind} {told}::{_escaped(message, DATA)}\n"


def _place(name: str, result: Result, start: int, end: int, title: str) -> dict[str, str]:
    """Lines, and columns where GitHub takes them: for a span in one line."""
    line, column = result.line_and_column(start)
    last, behind = result.line_and_column(end)
    place = {"file": name, "line": str(line), "endLine": str(last)}
    if line == last:
        place |= {"col": str(column), "endColumn": str(behind)}
    return {**place, "title": title}


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)
