"""The report as JSON; its form is described in docs/report.schema.json."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from speechclean.core.rule import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.core.edit import Edit
    from speechclean.core.note import Note
    from speechclean.core.result import Result
    from speechclean.core.rule import Stage
    from speechclean.settings import Settings


def report(settings: Settings, files: list[dict[str, object]], tool: str) -> dict[str, object]:
    """The whole report: what ran, with which settings, and what became of each file."""
    statuses = [file["status"] for file in files]
    counts = {status: statuses.count(status) for status in ("cleaned", "unchanged", "held", "failed")}
    return {
        "version": 1,
        "tool": tool,
        "settings": asdict(settings),
        "summary": {"files": len(files), **counts},
        "files": files,
    }


def file_entry(path: str, result: Result, stages: Iterable[Stage]) -> dict[str, object]:
    """What became of one file."""
    unsafe = {rule.name for stage in stages for rule in stage.rules if rule.safety is Safety.UNSAFE}
    return {
        "path": path,
        "status": result.status,
        "encoding": _encoding(result),
        "script": _script(result),
        "characters": {"before": len(result.before), "after": len(result.text)},
        "edits": [_edit(edit, result, unsafe) for edit in result.edits],
        "notes": [_note(note, result) for note in result.notes],
        "truncated": result.truncated,
        "failures": [failure._asdict() for failure in result.failures],
        "error": None,
    }


def _encoding(result: Result) -> dict[str, object] | None:
    receipt = result.receipt
    if not receipt.encoding:
        return None
    return {
        "name": receipt.encoding,
        "evidence": receipt.evidence,
        "segments": [{"encoding": segment.encoding, "start": segment.start} for segment in receipt.segments],
        "bom": bool(receipt.bom),
        "newline": result.newlines.name,
        "undecodable": [{"offset": offset, "bytes": data.hex()} for offset, data in receipt.undecodable],
    }


def _script(result: Result) -> dict[str, str]:
    from speechclean.rules.script.gate import script_of

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
    fields = {
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
