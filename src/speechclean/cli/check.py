"""`speechclean check`: report what `fix` would change, and write nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._inputs import Reads, complain_of_nothing, reads_stdin, sources, standard_input, typed_paths
from speechclean.cli._messages import out_lines, say
from speechclean.cli._run import Tally, attempt, counted, grouped, pass_over, tell_of_strangers
from speechclean.core.errors import BinaryError

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.storage.walk import Source

FORMS = ("text", "json", "sarif", "github")


@click.command(short_help="Report what fix would change; write nothing.")
@_options.options(_options.PATHS)
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", help="How to tell what was found.  [default: text]"
)
@click.option("--notes", is_flag=True, help="Show what was seen and left alone, too.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_options.options(_options.CLEANING, _options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Report findings, one a line: path:line:column: rule: what would change; --format tells programs.

    Exit status: 0 nothing to change, 1 findings (in the text, its script or its bytes), 2 something could not be read.
    """
    if given["statistics"] and given["form"] != "text":
        raise click.UsageError("--statistics is a table of its own; leave --format out")
    resolved = _options.resolve(given)
    check = _Check(_options.cleaner(resolved), given)
    if reads_stdin(paths, given):
        path = given["stdin_filename"]
        attempt(check.tally, path or "<stdin>", lambda: check.text(path, standard_input()))
        return check.close()
    typed = typed_paths(paths, given)
    output = str(resolved.value("output"))
    found = sources(typed, resolved, check.tally, Reads(None if output == "-" else Path(output)))
    names = []
    for source in found:
        names.append(source.name)
        attempt(check.tally, source.name, check.file, source)
    if not names and not check.tally.failed:
        complain_of_nothing(typed, resolved)
    if not given["quiet"]:
        tell_of_strangers(check.cleaner.decisions, names)
    return check.close()


class _Check:
    """Checks one text after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any]) -> None:
        from speechclean.cli._record import tool
        from speechclean.report.forms import About, report
        from speechclean.report.statistics import Statistics

        self.tally = Tally()
        self.cleaner = cleaner
        self._given = given
        self._changes = 0
        about = About(tool(), cleaner.settings, cleaner.stages, notes=given["notes"])
        self._counts = Statistics(cleaner.stages) if given["statistics"] else None
        silent = self._counts or (given["quiet"] and given["form"] == "text")
        self._report = None if silent else report(given["form"], about)

    def file(self, source: Source) -> None:
        """Check one file."""
        self.text(source.name, source.path.read_bytes(), named=source.named)

    def text(self, path: str | None, data: bytes, *, named: bool = True) -> None:
        """Check one text and print its findings; a binary one is passed over unless it was named."""
        try:
            result = self.cleaner(data, path=path)
        except BinaryError:
            if named or path is None:
                raise
            pass_over(path, aloud=self._given["verbose"] > 0)
            return
        name = path or "<stdin>"
        self.tally.count(name, result)
        self.tally.findings += result.data != data
        self._changes += len(result.edits)
        if self._counts:
            self._counts.add(result)
        elif self._report:
            out_lines(self._report.add(name, result))

    def close(self) -> int:
        """Print the end of the report and the totals, and return the exit status."""
        if self._counts:
            out_lines("".join(f"{line}\n" for line in self._counts.table()))
        if self._report:
            out_lines("".join(self._report.fail(name, why) for name, why in self.tally.failures))
            out_lines(self._report.whole({**self.tally.counts, "failed": self.tally.failed}))
        if not self._given["quiet"] and self.tally.total:
            done = f"{grouped(self.tally.findings)} would change, {self.tally.failed} failed"
            say(f"{counted(self.tally.total, 'file')}: {done} · {counted(self._changes, 'change')}")
        return self.tally.status()
