"""`speechclean restore`: the originals, byte for byte, from cleaned texts and a journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _options
from speechclean.cli._fix_records import field_of
from speechclean.cli._inputs import (
    complain_of_nothing,
    files,
    reads_stdin,
    standard_input,
    standard_lines,
    typed_paths,
)
from speechclean.cli._messages import complain, out, shown
from speechclean.cli._places import directory, places
from speechclean.cli._record import journal_place
from speechclean.cli._run import RESTORED, Tally, attempt, counted, stop_cleanly, told
from speechclean.storage.atomic import replace_unchanged, write
from speechclean.storage.journal import NAMELESS, Place, Reader
from speechclean.storage.jsonl import find_field
from speechclean.storage.walk import Missing, Source

if TYPE_CHECKING:
    from speechclean.config import Resolved

MOST = 5
"""Damaged lines of a journal that are told one by one."""


@click.command(short_help="Give the originals back, byte for byte.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("-o", "--output", metavar="DIR", help="Where originals go; `-`: stdout.  [default: restored]")
@click.option("--in-place", is_flag=True, help="Put the originals in the place of the cleaned files.")
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    help="The journal of the runs that cleaned them.  [default: .speechclean/journal.jsonl]",
)
@click.option("--field", metavar="NAME", help="Standard input holds records (JSON lines); restore this field.")
@click.option("--stdin-filename", metavar="PATH", help="What standard input was called when it was cleaned.")
@_options.options(_options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Give back the originals of cleaned texts, from the journal that `fix` wrote.

    A text that was cleaned several times goes back through all the runs that the journal knows. Without PATH, or with
    `-`, standard input is restored to standard output. Exit status: 0 done, 2 something could not be restored.
    """
    if given["in_place"] and given["output"]:
        raise click.UsageError("--in-place and --output exclude each other")
    stdin = reads_stdin(paths, given)
    if stdin and (given["in_place"] or given["output"] not in (None, "-")):
        raise click.UsageError("standard input goes to standard output; --in-place and --output need files")
    given["output"] = given["output"] or "restored"
    resolved = _options.resolve({**given, "output": None})
    if given["field"] and not stdin:
        raise click.UsageError("--field reads records from standard input: speechclean restore --field NAME < in.jsonl")
    path = journal_place(given, resolved)
    try:
        reader = Reader(path)
    except OSError as error:
        raise click.UsageError(f"journal {shown(str(path))}: {told(error, str(path))}") from None
    with reader:
        restore = _Restore(reader, given, Tally("record" if given["field"] else "file", RESTORED))
        if stdin:
            restore.stream()
        else:
            restore.files(paths, resolved)
        if not given["quiet"] and (given["verbose"] or not stdin) and restore.tally.total:
            restore.tally.say_summary()
        return max(restore.tally.status(), _damage(path, reader))


def _damage(path: Path, reader: Reader) -> int:
    """Tell of damaged lines, and the exit status they make."""
    for number, why in reader.damaged[:MOST]:
        complain(f"journal {shown(str(path))}: line {number} is damaged and was passed over: {why}")
    if len(reader.damaged) > MOST:
        complain(f"journal {shown(str(path))}: {counted(len(reader.damaged) - MOST, 'more damaged line')}")
    return 2 if reader.damaged else 0


class _Restore:
    """Restores one text after the other."""

    def __init__(self, reader: Reader, given: dict[str, Any], tally: Tally) -> None:
        self._reader = reader
        self._given = given
        self.tally = tally
        self._name: str = given["stdin_filename"] or NAMELESS

    def stream(self) -> None:
        """Restore standard input."""
        if not self._given["field"]:
            attempt(self.tally, self._name, self._text)
            return
        for number, line in enumerate(standard_lines()):
            done = [line]
            if line.strip():
                attempt(self.tally, f"{self._name}:{number + 1}", self._record, number, done)
            out(done[0])

    def files(self, typed: tuple[str, ...], resolved: Resolved) -> None:
        """Restore the files that the paths lead to."""
        paths = typed_paths(typed, self._given)
        streams = self._given["output"] == "-"
        target = None if streams or self._given["in_place"] else Path(self._given["output"])
        found = []
        for file in files(paths, resolved, output=target):
            if isinstance(file, Missing):
                self.tally.fail(file.path, file.why)
            else:
                found.append(file)
        if not found and not self.tally.failed:
            complain_of_nothing(paths, resolved)
        if streams and len(found) > 1:
            raise click.UsageError(f"-o - takes one file, not {len(found)}: their bytes would run together")
        stop_cleanly()
        aims = places(found, target)
        if target and found:
            directory(target)
        for source, place in zip(found, aims, strict=True):
            attempt(self.tally, source.name, self._file, source, place)

    def _file(self, source: Source, place: Path | None) -> None:
        seen = source.path.stat()
        data = source.path.read_bytes()
        original = self._original(data, source.name)
        if place:
            place.parent.mkdir(parents=True, exist_ok=True)
            write(place, original, like=seen)
        elif not self._given["in_place"]:
            out(original)
        elif original != data:
            replace_unchanged(source.path, original, seen)
        self._count(changed=original != data)

    def _text(self) -> None:
        data = standard_input()
        original = self._original(data, self._name)
        out(original)
        self._count(changed=original != data)

    def _original(self, data: bytes, name: str) -> bytes:
        for before, _ in self._reader.way_back(data, Place(name)):
            data = before
        return data

    def _record(self, number: int, done: list[bytes]) -> None:
        first = field = field_of(done[0], self._given["field"])
        if field.value is not None:
            for before, literal in self._reader.way_back(field.value, Place(self._name, number)):
                line = field.replaced(before) if literal is None else field.with_literal(literal)
                field = find_field(line, self._given["field"])
        done[0] = field.line.encode("utf-8")
        self._count(changed=field is not first)

    def _count(self, *, changed: bool) -> None:
        self.tally.counts["restored" if changed else "unchanged"] += 1
