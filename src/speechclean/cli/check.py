"""`speechclean check`: report what `fix` would change, and write nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
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
from speechclean.cli._messages import out_lines
from speechclean.cli._reading import Stream
from speechclean.cli._record_marks import status_of
from speechclean.cli._run import Tally, attempt, counted, grouped, tell_of_strangers
from speechclean.core.errors import BinaryError
from speechclean.storage.forms import named

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.core.result import Result
    from speechclean.storage.records import Record
    from speechclean.storage.walk import Source

FORMS = ("text", "json", "sarif", "github")


@click.command(cls=Command, short_help="Report what fix would change; write nothing.")
@_options.options(_options.PATHS)
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", help="How to tell what was found.  [default: text]"
)
@click.option("--notes", is_flag=True, help="Show what was seen and left alone, too.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_options.options(_options.FIELDS, _options.CLEANING, _options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Report findings, one a line: path:line:column: rule: what would change; --format tells programs.

    In files of records (*.jsonl, *.csv, *.parquet …), and with --field, it is path:record:line:column.
    Exit status: 0 nothing to change, 1 findings (in the text, its script or its bytes), 2 something could not be read.
    """
    if given["statistics"] and given["form"] != "text":
        raise click.UsageError("--statistics is a table of its own; leave --format out")
    resolved = _options.resolve(given)
    check = _Check(_options.cleaner(resolved), given)
    if reads_stdin(paths, given):
        path = given["stdin_filename"]
        if given["field"]:
            stream = Stream(path or "<stdin>", named(path or "", records=True))
            attempt(check.tally, stream.name, check.records, stream)
        else:
            attempt(check.tally, path or "<stdin>", lambda: check.text(path, standard_input()))
        return check.close()
    typed = typed_paths(paths, given)
    reads = reads_of(given, str(resolved.value("output")))
    names = []
    for source in sources(typed, resolved, check.tally, reads):
        names.append(source.name)
        attempt(check.tally, source.name, check.file, source)
    if not names and not check.tally.failed:
        complain_of_nothing(typed, resolved, reads)
    if not given["quiet"]:
        tell_of_strangers(check.cleaner.decisions, names)
    return check.close()


class _Check:
    """Checks one text, or one stream of records, after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any]) -> None:
        from speechclean.cli._record import tool
        from speechclean.report.forms import About, report
        from speechclean.report.statistics import Statistics

        self.tally = Tally()
        self.cleaner = cleaner
        self._given = given
        self._fields = field_names(given["field"])
        self._changes = 0
        self._kinds: set[str] = set()
        about = About(tool(), cleaner.settings, cleaner.stages, notes=given["notes"])
        self._counts = Statistics(cleaner.stages) if given["statistics"] else None
        silent = self._counts or (given["quiet"] and given["form"] == "text")
        self._report = None if silent else report(given["form"], about)

    def file(self, source: Source) -> None:
        """Check one file, of text or of records."""
        form = named(source.path.name, records=bool(self._given["field"]))
        self._kinds.add("record" if form.form else "file")
        if form.form:
            self.records(Stream(source.name, form, source.path))
        else:
            self.text(source.name, source.path.read_bytes(), named=source.named)

    def text(self, path: str | None, data: bytes, *, named: bool = True) -> None:
        """Check one text and print its findings; a binary one is passed over unless it was named."""
        try:
            result = self.cleaner(data, path=path)
        except BinaryError:
            if named or path is None:
                raise
            self.tally.pass_over(path, aloud=self._given["verbose"] > 0)
            return
        self._count(result.status, changed=result.data != data)
        self._take(path or "<stdin>", result)

    def records(self, stream: Stream) -> None:
        """Check the fields of each record. Raises StorageError, OSError."""
        stream.each(self.tally, self._fields, partial(self._record, stream))

    def close(self) -> int:
        """Print the end of the report and the totals, and return the exit status."""
        noun = self._noun()
        if self._counts:
            out_lines("".join(f"{line}\n" for line in self._counts.table(f"{noun}s")))
        if self._report:
            out_lines("".join(self._report.fail(name, why) for name, why in self.tally.failures))
            out_lines(self._report.whole({**self.tally.counts, "failed": self.tally.failed}))
        if not self._given["quiet"] and (self._kinds or self.tally.total):
            done = f"{grouped(self.tally.findings)} would change, {self.tally.failed} failed"
            changes = counted(self._changes, "change")
            self.tally.say_summary(f"{counted(self.tally.total, noun)}: {done} · {changes}")
        return self.tally.status()

    def _record(self, stream: Stream, record: Record) -> None:
        path = stream.name if stream.path else self._given["stdin_filename"]
        given = [value for value in record.values if value is not None]
        results = [self.cleaner(value, path=path, record=record.number) for value in given]
        changed = any(_written(result, value) != value for result, value in zip(results, given, strict=True))
        self._count(status_of(results), changed=changed)
        for result in results:
            self._take(stream.name, result, record.number)

    def _count(self, status: str, *, changed: bool) -> None:
        self.tally.counts[status] += 1
        self.tally.findings += changed

    def _take(self, name: str, result: Result, record: int | None = None) -> None:
        """Tell of one result."""
        self.tally.tell(name if record is None else f"{name}:{record + 1}", result.unmatched, result.failures)
        if result.receipt.undecodable and not self._given["quiet"]:
            from speechclean.cli._undecodable import undecodable

            told = name if record is None else f"{name}:{record + 1}"
            self.tally.tell_undecodable(undecodable(told, result, self.cleaner, name))
        self._changes += len(result.edits)
        if self._counts:
            self._counts.add(result)
        elif self._report:
            out_lines(self._report.add(name, result, record))

    def _noun(self) -> str:
        """What was looked at."""
        if len(self._kinds) == 2:
            return "text"
        return "record" if "record" in self._kinds or (self._given["field"] and not self._kinds) else "file"


def _written(result: Result, given: str | bytes) -> str | bytes:
    """What `fix` would write for a field; a column of bytes becomes text, which alone is no finding."""
    return result.text if isinstance(given, str) else result.text.encode("utf-8", "surrogatepass")
