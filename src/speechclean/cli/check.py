"""`speechclean check`: report what `fix` would change, and write nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._inputs import complain_of_nothing, reads_stdin, sources, standard_input, typed_paths
from speechclean.cli._messages import out, say, shown
from speechclean.cli._run import Tally, attempt, grouped
from speechclean.core.errors import SpeechcleanError

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.core.result import Result

LONGEST = 60
"""Characters of a change that are shown; its middle is left out beyond that."""


@click.command(short_help="Report what fix would change; write nothing.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--stdin-filename", metavar="PATH", help="What to call standard input.")
@click.option("--notes", is_flag=True, help="Show what was seen and left alone, too.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@_options.options(_options.CLEANING, _options.FILES, _options.CONFIGURATION, _options.VOLUME)
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], **given: Any) -> int:  # noqa: ARG001  # click's signature
    """Report findings, one a line: path:line:column: rule: what would change.

    Exit status: 0 nothing to change, 1 findings (in the text, its script or its bytes), 2 something could not be read.
    """
    resolved = _options.resolve(given)
    check = _Check(_options.cleaner(resolved), given)
    if reads_stdin(paths, given["files_from"]):
        name = given["stdin_filename"] or "<stdin>"
        attempt(check.tally, name, lambda: check.text(name, standard_input(), named=True))
    else:
        typed = typed_paths(paths, given["files_from"], null=given["null"])
        empty = True
        for source in sources(typed, resolved, check.tally):
            empty = False
            name = str(source.path)
            attempt(
                check.tally,
                name,
                lambda name=name, source=source: check.text(name, source.path.read_bytes(), named=source.named),
            )
        if empty and not check.tally.failed:
            complain_of_nothing(typed, resolved)
    return check.close()


class _Check:
    def __init__(self, cleaner: Cleaner, given: dict[str, Any]) -> None:
        self.tally = Tally()
        self._cleaner = cleaner
        self._given = given
        self._changes = 0
        self._by_rule: dict[str, list[int]] = {}

    def text(self, name: str, data: bytes, *, named: bool) -> None:
        """Check one text and print its findings."""
        try:
            result = self._cleaner(data, path=name if name != "<stdin>" else None)
        except SpeechcleanError as error:
            if not named and "binary" in str(error):
                return
            raise
        self.tally.count(name, result)
        self.tally.findings += result.data != data
        if self._given["statistics"]:
            self._count(result)
        elif not self._given["quiet"]:
            out("".join(f"{line}\n" for line in self._lines(name, data, result)).encode("utf-8", "backslashreplace"))

    def close(self) -> int:
        """Print the totals and return the exit status."""
        if self._given["statistics"]:
            self._print_statistics()
        elif not self._given["quiet"] and self.tally.total:
            nouns = "file" if self.tally.total == 1 else "files"
            say(
                f"{grouped(self.tally.total)} {nouns}: {grouped(self.tally.findings)} would change, {grouped(self._changes)} changes"
            )
        return self.tally.status()

    def _lines(self, name: str, data: bytes, result: Result) -> list[str]:
        lines = []
        name = shown(name)
        for edit in result.edits:
            line, column = result.line_and_column(edit.start)
            part = edit.parts[0]
            because = f"  ({part.evidence})" if part.evidence else ""
            lines.append(f"{name}:{line}:{column}: {part.rule}: {_change(edit.old, edit.new)}{because}")
        self._changes += len(result.edits)
        if result.data != data and not result.edits:
            lines.append(f"{name}: bytes: {_bytes_finding(data, result)}")
        if self._given["notes"]:
            for note in result.notes:
                line, column = result.line_and_column(note.start)
                reading = f" → {_short(note.reading)}?" if note.reading else ""
                lines.append(f"{name}:{line}:{column}: note: {note.kind}: {_short(note.text)}{reading}")
        return lines

    def _count(self, result: Result) -> None:
        for edit in result.edits:
            counts = self._by_rule.setdefault(edit.parts[0].rule, [0, 0, 0])
            counts[0] += 1
            counts[1] += len(edit.old) - len(edit.new)
        for rule in {edit.parts[0].rule for edit in result.edits}:
            self._by_rule[rule][2] += 1

    def _print_statistics(self) -> None:
        rows = sorted(self._by_rule.items(), key=lambda item: (-item[1][0], item[0]))
        width = max([len(rule) for rule, _ in rows] + [4])
        lines = [f"{'rule':<{width}}  {'changes':>9}  {'characters':>10}  {'files':>7}"]
        lines += [f"{rule:<{width}}  {edits:>9}  {size:>10}  {files:>7}" for rule, (edits, size, files) in rows]
        out("".join(f"{line}\n" for line in lines).encode())


def _change(old: str, new: str) -> str:
    return f"“{_short(old)}” → “{_short(new)}”" if new else f"“{_short(old)}”"


def _short(text: str) -> str:
    text = text.replace("\n", "⏎").replace("\r", "")
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}…{text[-LONGEST // 2 + 1 :]}"
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def _bytes_finding(data: bytes, result: Result) -> str:
    """What `fix` would change about the bytes of a text that stays as it is."""
    if result.receipt.bom:
        return f"{result.encoding} with BOM → utf-8 without"
    if result.encoding not in ("utf-8", "ascii"):
        return f"{result.encoding} → utf-8"
    if result.newlines.others:
        return "mixed newlines → \\n"
    return "no newline at the end" if not data.endswith(b"\n") else "not as UTF-8 is written"
