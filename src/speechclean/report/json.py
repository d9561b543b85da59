"""The report as JSON; its form is described in docs/report.schema.json."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING

from speechclean.core.rule import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechclean.core.edit import Edit
    from speechclean.core.note import Note
    from speechclean.core.receipt import Receipt
    from speechclean.core.result import Result
    from speechclean.core.rule import Stage
    from speechclean.report.forms import About
    from speechclean.settings import Settings


class Report:
    """Everything, for programs; told at the end, since the counts stand at the head."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._files: list[str] = []

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """Take in what became of a file or a record."""
        name = path if record is None else f"{path}:{record + 1}"
        self._files.append(file_entry(name, result, self._about.stages))
        return ""

    def fail(self, path: str, why: str) -> str:
        """Take in a file that could not be done."""
        self._files.append(failed_entry(path, why))
        return ""

    def whole(self, counts: Mapping[str, int]) -> str:
        """The whole report."""
        return report(self._about.settings, counts, self._files, self._about.tool)


def report(settings: Settings, counts: Mapping[str, int], files: Iterable[str], tool: str) -> str:
    """The whole report: what ran, with which settings, and what became of each file.

    `counts` tells how many came to which status; `files` are entries as JSON.
    """
    head = {
        "version": 1,
        "tool": tool,
        "settings": settings._asdict(),
        "summary": {"files": sum(counts.values()), **counts},
    }
    return f'{dumps(head, ensure_ascii=False)[:-1]}, "files": [\n' + ",\n".join(files) + "\n]}\n"


def file_entry(path: str, result: Result, stages: Iterable[Stage]) -> str:
    """What became of one file."""
    unsafe = {rule.name for stage in stages for rule in stage.rules if rule.safety is Safety.UNSAFE}
    entry = {
        "path": path,
        "status": result.status,
        "encoding": encoding_entry(result.receipt, result.newlines.name),
        "script": _script(result),
        "characters": {"before": len(result.before), "after": len(result.text)},
        "edits": [_edit(edit, result, unsafe) for edit in result.edits],
        "notes": [_note(note, result) for note in result.notes],
        "truncated": result.truncated,
        "failures": [failure._asdict() for failure in result.failures],
        "error": None,
    }
    return dumps(entry, ensure_ascii=False)


def failed_entry(path: str, error: str) -> str:
    """A file that could not be done."""
    return dumps({"path": path, "status": "failed", "error": error}, ensure_ascii=False)


def encoding_entry(receipt: Receipt, newline: str) -> dict[str, object] | None:
    """How bytes were read; None for a text that never was bytes."""
    if not receipt.encoding:
        return None
    return {
        "name": receipt.encoding,
        "evidence": receipt.evidence,
        "segments": [{"encoding": segment.encoding, "start": segment.start} for segment in receipt.segments],
        "bom": bool(receipt.bom),
        "newline": newline,
        "undecodable": [{"offset": offset, "bytes": data.hex()} for offset, data in receipt.undecodable],
    }


def _script(result: Result) -> dict[str, str]:
    from speechclean.report.script import script_of

    return {"from": script_of(result.before), "to": script_of(result.text)}


def _edit(edit: Edit, result: Result, unsafe: set[str]) -> dict[str, object]:
    line, column = result.line_and_column(edit.start)
    part = edit.parts[0]
    return {
        "rule": part.rule,
        "safe": part.rule not in unsafe,
        "evidence": part.evidence,
        "start": edit.start,
        "end": edit.end,
        "line": line,
        "column": column,
        "before": edit.old,
        "after": edit.new,
    }


def _note(note: Note, result: Result) -> dict[str, object]:
    line, column = result.line_and_column(note.start)
    fields: dict[str, object] = {
        "kind": note.kind,
        "start": note.start,
        "end": note.end,
        "line": line,
        "column": column,
        "text": note.text,
    }
    if note.reading:
        fields |= {"reading": note.reading, "certain": note.certain}
    return fields
