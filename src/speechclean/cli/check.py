"""`speechclean check`: report what `fix` would change, and write nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._inputs import complain_of_nothing, reads_stdin, sources, standard_input, typed_paths
from speechclean.cli._messages import out_lines, say, shown
from speechclean.cli._run import Tally, attempt, counted, grouped, pass_over
from speechclean.core.errors import BinaryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.api import Cleaner
    from speechclean.core.result import Result
    from speechclean.storage.walk import Source

LONGEST = 60
"""Characters of a change that are shown; its middle is left out beyond that."""


@click.command(short_help="Report what fix would change; write nothing.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input.")
@click.option("--notes", is_flag=True, help="Show what was seen and left alone, too.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_options.options(_options.CLEANING, _options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Report findings, one a line: path:line:column: rule: what would change.

    Exit status: 0 nothing to change, 1 findings (in the text, its script or its bytes), 2 something could not be read.
    """
    resolved = _options.resolve(given)
    check = _Check(_options.cleaner(resolved), given)
    if reads_stdin(paths, given):
        path = given["stdin_filename"]
        attempt(check.tally, path or "<stdin>", lambda: check.text(path, standard_input()))
        return check.close()
    typed = typed_paths(paths, given)
    output = str(resolved.value("output"))
    found = sources(typed, resolved, check.tally, output=None if output == "-" else Path(output))
    empty = True
    for source in found:
        empty = False
        attempt(check.tally, source.name, check.file, source)
    if empty and not check.tally.failed:
        complain_of_nothing(typed, resolved)
    return check.close()


class _Check:
    """Checks one text after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any]) -> None:
        self.tally = Tally()
        self._cleaner = cleaner
        self._given = given
        self._changes = 0
        self._rules: dict[str, tuple[int, int, int]] = {}

    def file(self, source: Source) -> None:
        """Check one file."""
        self.text(source.name, source.path.read_bytes(), named=source.named)

    def text(self, path: str | None, data: bytes, *, named: bool = True) -> None:
        """Check one text and print its findings; a binary one is passed over unless it was named."""
        try:
            result = self._cleaner(data, path=path)
        except BinaryError:
            if named or path is None:
                raise
            pass_over(path, aloud=self._given["verbose"] > 0)
            return
        name = path or "<stdin>"
        self.tally.count(name, result)
        self.tally.findings += result.data != data
        self._changes += len(result.edits)
        if self._given["statistics"]:
            self._count(result)
        elif not self._given["quiet"]:
            out_lines("".join(f"{line}\n" for line in self._lines(shown(name), result)))

    def close(self) -> int:
        """Print the totals and return the exit status."""
        if self._given["statistics"]:
            out_lines("".join(f"{line}\n" for line in self._table()))
        if not self._given["quiet"] and self.tally.total:
            done = f"{grouped(self.tally.findings)} would change, {self.tally.failed} failed"
            say(f"{counted(self.tally.total, 'file')}: {done} · {counted(self._changes, 'change')}")
        return self.tally.status()

    def _lines(self, name: str, result: Result) -> Iterator[str]:
        for edit in result.edits:
            line, column = result.line_and_column(edit.start)
            part = edit.parts[0]
            because = f"  ({part.evidence})" if part.evidence else ""
            yield f"{name}:{line}:{column}: {part.rule}: {_change(edit.old, edit.new)}{because}"
        if result.data != result.given and not result.edits:
            from speechclean.report.diff import bytes_finding

            yield f"{name}: bytes: {bytes_finding(result)}"
        if self._given["notes"]:
            for note in result.notes:
                line, column = result.line_and_column(note.start)
                reading = f" → {_short(note.reading)}?" if note.reading else ""
                yield f"{name}:{line}:{column}: note: {note.kind}: {_short(note.text)}{reading}"

    def _count(self, result: Result) -> None:
        for edit in result.edits:
            rule = edit.parts[0].rule
            changes, characters, texts = self._rules.get(rule, (0, 0, 0))
            self._rules[rule] = (changes + 1, characters + len(edit.old) - len(edit.new), texts)
        for rule in {edit.parts[0].rule for edit in result.edits}:
            changes, characters, texts = self._rules[rule]
            self._rules[rule] = (changes, characters, texts + 1)

    def _table(self) -> Iterator[str]:
        width = max([len(rule) for rule in self._rules] + [4])
        yield f"{'rule':<{width}}  {'changes':>9}  {'characters':>10}  {'files':>7}"
        for rule, numbers in sorted(self._rules.items(), key=lambda item: (-item[1][0], item[0])):
            changes, characters, texts = map(grouped, numbers)
            yield f"{rule:<{width}}  {changes:>9}  {characters:>10}  {texts:>7}"


def _change(old: str, new: str) -> str:
    return f"“{_short(old)}” → “{_short(new)}”" if new else f"“{_short(old)}”"


def _short(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "⏎")
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 + 1 :]}"
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)
