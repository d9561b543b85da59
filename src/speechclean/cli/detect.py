"""`speechclean detect`: how the bytes of each file read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _complete, _options
from speechclean.cli._inputs import (
    complain_of_nothing,
    field_names,
    reads_of,
    reads_stdin,
    sources,
    standard_input,
    typed_paths,
)
from speechclean.cli._language import Command
from speechclean.cli._messages import out_lines, show_at_once, shown
from speechclean.cli._run import Tally, attempt, counted
from speechclean.core.errors import BinaryError
from speechclean.core.named import NamedTuple
from speechclean.core.newlines import split_newlines
from speechclean.storage.forms import named
from speechclean.wording import worded

if TYPE_CHECKING:
    from speechclean.cli._detect_records import Summed
    from speechclean.cli._reading import Stream
    from speechclean.core.newlines import Newlines
    from speechclean.core.receipt import Receipt
    from speechclean.report.mojibake import Suspected
    from speechclean.storage.walk import Source


@click.command(cls=Command, short_help="Tell each file's encoding, newlines, script and damage.")
@_options.options(_options.PATHS)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="json: one object a line.")
@click.option(
    "--encoding",
    metavar="NAME",
    shell_complete=_complete.encodings,
    help="Read the bytes as this encoding, and tell the damage.",
)
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input.")
@_options.options(_options.FIELDS, _options.FILES, _options.CONFIGURATION, _options.VOLUME[1:])
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Tell how the bytes of each file read: encoding, newlines, script, damage, suspected mojibake, and the evidence.

    Of a file of records (*.jsonl, *.csv, *.parquet …), and with --field, it tells how many records are what.
    Exit status: 0 done, 2 something could not be read: no file, no text, or an encoding that is named but not read.
    """
    resolved = _options.resolve({**given, "encoding": None})
    detect = _Detect(given)
    if reads_stdin(paths, given):
        name = given["stdin_filename"] or "<stdin>"
        if given["field"]:
            from speechclean.cli._reading import Stream

            attempt(
                detect.tally, name, detect.records, Stream(name, named(given["stdin_filename"] or "", records=True))
            )
        else:
            attempt(detect.tally, name, detect.stream, name)
        return detect.close()
    typed = typed_paths(paths, given)
    empty = True
    reads = reads_of(given, str(resolved.value("output")))
    for source in sources(typed, resolved, detect.tally, reads):
        empty = False
        attempt(detect.tally, source.name, detect.file, source)
    if empty and not detect.tally.failed:
        complain_of_nothing(typed, resolved, reads)
    return detect.close()


class _Detect:
    """Tells of one text after the other."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.tally = Tally()
        self._given = given

    def stream(self, name: str) -> None:
        """Tell of standard input."""
        self._tell(name, standard_input())

    def file(self, source: Source) -> None:
        """Tell of one file; a binary one is passed over unless it was named."""
        form = named(source.path.name, records=bool(self._given["field"]))
        if form.form:
            from speechclean.cli._detect_records import require_utf8
            from speechclean.cli._reading import Stream

            require_utf8(source.path, form)
            self.records(Stream(source.name, form, source.path))
            return
        try:
            self._tell(source.name, source.path.read_bytes())
        except BinaryError:
            if source.named:
                raise
            self.tally.pass_over(source.name, aloud=self._given["verbose"] > 0)

    def records(self, stream: Stream) -> None:
        """Tell of a stream of records. Raises StorageError, OSError."""
        from speechclean.cli._detect_records import Summed

        summed = Summed(self._given["encoding"])
        failed = self.tally.failed
        read = False
        try:
            stream.each(self.tally, field_names(self._given["field"]), summed.take)
            read = self.tally.failed == failed
        finally:
            if summed.total or read:
                self._sum_up(stream.name, summed, self.tally.failed - failed)

    def close(self) -> int:
        """The exit status, after a line for each failure where a program reads."""
        if self._given["form"] == "json":
            for name, why in self.tally.failures:
                out_lines(_line({"path": name, "status": "failed", "error": why}))
        self.tally.say_passed_over()
        return self.tally.status()

    def _tell(self, name: str, data: bytes) -> None:
        from speechclean.decode import decode
        from speechclean.report.mojibake import suspected
        from speechclean.report.script import script_of

        text, receipt = decode(data, self._given["encoding"])
        text, newlines = split_newlines(text)
        found = Found(receipt, newlines, script_of(text), suspected(text))
        if self._given["form"] == "json":
            out_lines(_json(name, found))
        else:
            self._say(name, _words(found))
        show_at_once()

    def _sum_up(self, name: str, summed: Summed, failed: int) -> None:
        if self._given["form"] == "json":
            out_lines(_line({"path": name, "status": "read", **summed.entry(), "failed": failed}))
        else:
            self._say(name, summed.words())
        show_at_once()

    def _say(self, name: str, words: list[str]) -> None:
        out_lines(f"{shown(name)}: {', '.join(map(worded, words))}\n")


class Found(NamedTuple):
    """What is told of one text."""

    receipt: Receipt
    newlines: Newlines
    script: str
    mojibake: Suspected | None


def _words(found: Found) -> list[str]:
    receipt = found.receipt
    encoding = f"{receipt.encoding} with BOM" if receipt.bom else receipt.encoding
    words = [f"{worded(encoding)} ({worded(receipt.evidence)})", found.newlines.name, found.script]
    others = [name for name in receipt.encodings if name != receipt.encoding]
    if others:
        words.append(f"parts in {' and '.join(others)}")
    if receipt.undecodable:
        words.append(f"{counted(receipt.lost, 'byte')} undecodable, the first at offset {receipt.undecodable[0][0]}")
    if found.mojibake:
        words.append(_mojibake(found.mojibake))
    return words


def _mojibake(found: Suspected) -> str:
    seen, count = shown(found.text), counted(found.places, "place")
    if not found.reading:
        return f"mojibake in {count}, the first in line {found.line}: “{seen}”"
    return f"mojibake in {count}, the first in line {found.line}: “{seen}”, which reads “{shown(found.reading)}”"


def _json(name: str, found: Found) -> str:
    from speechclean.report.json import encoding_entry

    encoding = encoding_entry(found.receipt, found.newlines.name)
    mojibake = found.mojibake._asdict() if found.mojibake else None
    entry = {"path": name, "status": "read", "encoding": encoding, "script": found.script, "mojibake": mojibake}
    return _line(entry)


def _line(entry: dict[str, Any]) -> str:
    from json import dumps

    return dumps(entry, ensure_ascii=False) + "\n"
