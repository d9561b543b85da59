"""What `detect` tells of a file of records: one line, with how many of them are in which encoding and script."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from speechclean.cli._messages import shown
from speechclean.cli._run import counted, grouped
from speechclean.core.errors import StorageError
from speechclean.core.newlines import split_newlines
from speechclean.decode import decode
from speechclean.report.mojibake import suspected
from speechclean.report.script import script_of
from speechclean.storage.forms import RECORDS
from speechclean.wording import worded

if TYPE_CHECKING:
    from pathlib import Path

    from speechclean.report.mojibake import Suspected
    from speechclean.storage.forms import Named
    from speechclean.storage.records import Record


class Summed:
    """What is known of the records that were looked at so far."""

    def __init__(self, encoding: str | None) -> None:
        self.total = 0
        self._given = encoding
        self._texts = 0
        self._encodings: Counter[str] = Counter()
        self._newlines: Counter[str] = Counter()
        self._scripts: Counter[str] = Counter()
        self._damaged: list[int] = [0, 0]
        self._mojibake: Counter[str] = Counter()
        self._first: tuple[int, Suspected] | None = None

    def take(self, record: Record) -> None:
        """Look at the fields of one record."""
        self.total += 1
        for value in record.values:
            if isinstance(value, bytes):
                text, receipt = decode(value, self._given)
                self._encodings[receipt.encoding] += 1
                self._damaged[0] += bool(receipt.undecodable)
                self._damaged[1] += receipt.lost
                self._look(text, record.number)
            elif value is not None:
                self._look(value, record.number)

    def _look(self, given: str, number: int) -> None:
        text, newlines = split_newlines(given)
        self._texts += 1
        self._newlines[newlines.name] += 1
        self._scripts[script_of(text)] += 1
        found = suspected(text)
        if found:
            self._mojibake["texts"] += 1
            self._mojibake["places"] += found.places
            self._first = self._first or (number, found)

    def words(self) -> list[str]:
        """For a person."""
        told = [counted(self.total, "record"), *filter(None, (_shares(self._encodings), _shares(self._scripts)))]
        if not self._texts:
            told.append("no text in them")
        records, lost = self._damaged
        if records:
            told.append(f"{counted(lost, 'byte')} undecodable, in {counted(records, 'record')}")
        if self._first:
            told.append(_mojibake(counted(self._mojibake["texts"], "record"), *self._first))
        return told

    def entry(self) -> dict[str, Any]:
        """For a program."""
        mojibake = None
        if self._first:
            number, found = self._first
            mojibake = {**self._mojibake, "record": number + 1, "text": found.text, "reading": found.reading}
        return {
            "records": self.total,
            "texts": self._texts,
            "encodings": dict(self._encodings.most_common()),
            "newlines": dict(self._newlines.most_common()),
            "scripts": dict(self._scripts.most_common()),
            "undecodable": dict(zip(("texts", "bytes"), self._damaged, strict=True)),
            "mojibake": mojibake,
        }


def _mojibake(count: str, number: int, found: Suspected) -> str:
    seen, first = shown(found.text), grouped(number + 1)
    if not found.reading:
        return f"mojibake in {count}, the first is number {first}: “{seen}”"
    return f"mojibake in {count}, the first is number {first}: “{seen}”, which reads “{shown(found.reading)}”"


def _shares(counts: Counter[str]) -> str:
    """`hans`, where all are; otherwise how many are what, the most frequent first."""
    if len(counts) == 1:
        return worded(next(iter(counts)))
    return " · ".join(f"{worded(name)} {grouped(number)}" for name, number in counts.most_common())


def require_utf8(path: Path, form: Named) -> None:
    """Raise StorageError for lines in another encoding: records are read as UTF-8. OSError."""
    if form.form not in RECORDS:
        return
    from speechclean.storage.compress import require_packing, unpacked

    require_packing(form.packing)
    with path.open("rb") as file:
        head = next(unpacked(file, form.packing), b"")
    _, receipt = decode(head[: head.rfind(b"\n") + 1 or None], None)
    if not receipt.encoding.startswith(("utf-8", "ascii")):
        name, why = receipt.encoding, receipt.evidence
        raise StorageError(f"its lines are {name} ({why}), and records are UTF-8; try: iconv -f {name} -t utf-8")
