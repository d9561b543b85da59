"""The report as SARIF 2.1.0 (OASIS, with errata 01), which code scanners and editors read."""

from __future__ import annotations

from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Any

from speechclean.core.paths import shown, uri
from speechclean.report.sarif_rules import Descriptors
from speechclean.report.text import change, only_bytes, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from speechclean.core.edit import Edit
    from speechclean.core.note import Note
    from speechclean.core.result import Result
    from speechclean.report.forms import About

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
CHARSETS = {
    "ascii": "US-ASCII",
    "big5hkscs": "Big5-HKSCS",
    "cp950": "Big5",
    "big5": "Big5",
    "hz": "HZ-GB-2312",
    "cp932": "Windows-31J",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "iso2022_jp": "ISO-2022-JP",
    "utf-8-sig": "UTF-8",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
}
"""Names that the registry of character sets spells in its own way."""
SEEN = {"held": "review", "mojibake": "review", "suspect": "review"}
"""What a person should look at; other notes inform."""

Json = dict[str, Any]


class Report:
    """One run, told at the end; results are kept as text."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._rules = Descriptors(about)
        self._artifacts: list[Json] = []
        self._results: list[str] = []
        self._notifications: list[Json] = []

    def add(self, path: str, result: Result, record: int | None = None) -> str:
        """Take in what became of a file or a record."""
        if record is None or not self._artifacts or self._artifacts[-1]["location"] != location(path):
            self._artifacts.append(_artifact(path, result, record))
        found = _Findings(path, result, record, len(self._artifacts) - 1)
        for rule, told in found.all(notes=self._about.notes):
            entry = {"ruleId": rule, "ruleIndex": self._rules.index(rule), **told}
            self._results.append(dumps(entry, ensure_ascii=False))
        for failure in result.failures:
            why = f"{shown(path)}: rule {failure.rule} broke ({failure.error}); the text was cleaned without it"
            broken = {"id": failure.rule, "index": self._rules.index(failure.rule)}
            self._notifications.append({"level": "error", "message": {"text": why}, "associatedRule": broken})
        return ""

    def fail(self, path: str, why: str) -> str:
        """Take in a file that could not be done."""
        self._notifications.append({"level": "error", "message": {"text": f"{shown(path)}: {why}"}})
        return ""

    def whole(self, counts: Mapping[str, int]) -> str:
        """The log with its one run."""
        name, _, version = self._about.tool.partition(" ")
        invocation = {
            "executionSuccessful": not self._notifications,
            "toolExecutionNotifications": self._notifications,
        }
        run = {
            "tool": {"driver": {"name": name, "version": version, "rules": self._rules.listed}},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {ROOT: {"description": {"text": f"The directory in which {name} ran."}}},
            "invocations": [invocation],
            "artifacts": self._artifacts,
            "properties": {"settings": self._about.settings._asdict(), "summary": dict(counts)},
        }
        head = dumps({"$schema": SCHEMA, "version": "2.1.0"})[:-1]
        results = ",\n".join(self._results)
        return f'{head}, "runs": [{dumps(run, ensure_ascii=False)[:-1]}, "results": [\n{results}\n]}}]}}\n'


class _Findings:
    """What one text gives to report: pairs of a rule and a result without it."""

    def __init__(self, path: str, result: Result, record: int | None, index: int) -> None:
        self._path = path
        self._result = result
        self._record = record
        self._artifact = {**location(path), "index": index}
        self._seen: dict[str, int] = {}

    def all(self, *, notes: bool) -> Iterator[tuple[str, Json]]:
        """Edits, bytes and, if they are asked for, notes."""
        for edit in self._result.edits:
            yield edit.parts[0].rule, self._of_edit(edit)
        if only_bytes(self._result, self._record):
            from speechclean.report.diff import bytes_finding

            told = {"level": "warning", "message": {"text": f"The bytes change: {bytes_finding(self._result)}"}}
            yield "bytes", {**told, **self._at()}
        if notes:
            for note in self._result.notes:
                yield f"noted-{note.kind}", self._of_note(note)

    def _of_edit(self, edit: Edit) -> Json:
        region = self._region(edit.start, edit.end)
        told: Json = {
            "level": "warning",
            "message": {"text": change(edit, edit.parts[0].evidence)},
            **self._at(region, edit.old),
        }
        mark = f"{edit.parts[0].rule}\0{edit.old}\0{edit.new}"
        self._seen[mark] = self._seen.get(mark, 0) + 1
        digest = sha256(f"{mark}\0{self._seen[mark]}".encode("utf-8", "surrogatepass")).hexdigest()
        told["partialFingerprints"] = {"change/v1": digest[:32]}
        if self._record is None:
            replacement: Json = {"deletedRegion": region}
            if edit.new:
                replacement["insertedContent"] = {"text": edit.new.replace("\n", self._result.newlines.written)}
            changed = {"artifactLocation": self._artifact, "replacements": [replacement]}
            told["fixes"] = [{"description": {"text": "What fix does here."}, "artifactChanges": [changed]}]
        return told

    def _of_note(self, note: Note) -> Json:
        reading = f", perhaps “{short(note.reading)}”" if note.reading else ""
        told = {
            "kind": SEEN.get(note.kind, "informational"),
            "level": "none",
            "message": {"text": f"Left alone ({note.kind}): “{short(note.text)}”{reading}"},
        }
        return {**told, **self._at(self._region(note.start, note.end))}

    def _region(self, start: int, end: int) -> Json:
        line, column = self._result.line_and_column(start)
        last, behind = self._result.line_and_column(end)
        return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind}

    def _at(self, region: Json | None = None, snippet: str | None = None) -> Json:
        """Where it is: in a file, or in a record, whose regions are those of its field."""
        place: Json = {"physicalLocation": {"artifactLocation": self._artifact}}
        if self._record is not None:
            name = f"{self._path}:{self._record + 1}"
            place["logicalLocations"] = [{"name": shown(name), "kind": "record", "properties": {"region": region}}]
        elif region is not None:
            more = {"snippet": {"text": snippet}} if snippet else {}
            place["physicalLocation"]["region"] = {**region, **more}
        return {"locations": [place]}


def location(path: str) -> Json:
    """Where a file is, as a URI."""
    found = uri(path)
    return {"uri": found} if found.startswith("file:") else {"uri": found, "uriBaseId": ROOT}


def _artifact(path: str, result: Result, record: int | None) -> Json:
    told: Json = {"location": location(path), "roles": ["analysisTarget"]}
    if record is None and isinstance(result.given, bytes):
        name = result.encoding
        told |= {"length": len(result.given), "encoding": CHARSETS.get(name, name.upper())}
        told["properties"] = {"status": result.status}
    return told
