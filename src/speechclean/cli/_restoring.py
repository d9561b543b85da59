"""Gives texts back one after the other: wholly, in part, or as a list of what could come back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from speechclean.cli._inputs import Reads, complain_of_nothing, files, standard_input, typed_paths
from speechclean.cli._messages import out
from speechclean.cli._places import directory, places
from speechclean.cli._restoring_records import Aim, Records
from speechclean.cli._run import RESTORED, Tally, attempt, stop_cleanly
from speechclean.storage.atomic import replace_unchanged, write
from speechclean.storage.forms import COLUMNS, RECORDS, named
from speechclean.storage.journal import NAMELESS, Place, Reader
from speechclean.storage.walk import Missing, Source

if TYPE_CHECKING:
    from speechclean.cli._put_back import PutBack
    from speechclean.config import Resolved

T = TypeVar("T", bytes, str)


class Restoring:
    """Restores one text after the other, wholly or in part, or lists what could be put back."""

    def __init__(self, reader: Reader, given: dict[str, Any], partial: PutBack | None) -> None:
        self._reader = reader
        self._given = given
        self._partial = partial
        self.tally = Tally("record" if given["field"] else "file", RESTORED)
        self._records = Records(reader, given, partial, self.tally)
        self._name: str = given["stdin_filename"] or NAMELESS
        self._kinds: set[str] = set()

    def stream(self) -> None:
        """Restore standard input."""
        if not self._given["field"]:
            attempt(self.tally, self._name, self._text)
            return
        form = named(self._given["stdin_filename"] or "", records=True)
        attempt(self.tally, self._name, self._records.stream, self._name, form)

    def files(self, typed: tuple[str, ...], resolved: Resolved) -> None:
        """Restore the files that the paths lead to."""
        paths = typed_paths(typed, self._given)
        streams = self._given["output"] == "-"
        writes = not (streams or self._given["in_place"] or self._given["lists"])
        target = Path(self._given["output"]) if writes else None
        found = []
        reads = Reads(target, fields=bool(self._given["field"]))
        for file in files(paths, resolved, reads):
            if isinstance(file, Missing):
                self.tally.fail(file.path, file.why)
            else:
                found.append(file)
        if not found and not self.tally.failed:
            complain_of_nothing(paths, resolved, reads)
        if streams and len(found) > 1:
            raise click.UsageError(f"-o - takes one file, not {len(found)}: their bytes would run together")
        stop_cleanly(files=bool(target or self._given["in_place"]))
        aims = places(found, target)
        if target and found:
            directory(target)
        for source, place in zip(found, aims, strict=True):
            form = named(source.path.name, records=bool(self._given["field"]))
            if form.form in (*RECORDS, COLUMNS):
                goes = None if streams else place or source.path
                self._kinds.add("record")
                attempt(self.tally, source.name, self._records.file, Aim(source, form, goes))
            else:
                self._kinds.add("file")
                attempt(self.tally, source.name, self._file, source, place)
        if "record" in self._kinds:
            self.tally.noun = "record" if len(self._kinds) == 1 else "text"

    def close(self, *, stdin: bool) -> None:
        """What is said at the end."""
        if self._given["lists"]:
            from speechclean.cli._put_back import tell_failures

            tell_failures(self.tally, self._given["form"])
        elif not self._given["quiet"] and (self._given["verbose"] or not stdin) and self.tally.total:
            self.tally.say_summary()

    def _file(self, source: Source, place: Path | None) -> None:
        seen = source.path.stat()
        data = source.path.read_bytes()
        if self._given["lists"]:
            self._list(data, Place(source.name))
            return
        streams = self._given["output"] == "-" and not self._given["in_place"]
        original = self._original(data, Place(source.name), None if streams else str(place or source.path))
        if place:
            place.parent.mkdir(parents=True, exist_ok=True)
            write(place, original, like=seen)
        elif streams:
            out(original)
        elif original != data:
            replace_unchanged(source.path, original, seen)
        self._count(changed=original != data)

    def _text(self) -> None:
        data = standard_input()
        if self._given["lists"]:
            self._list(data, Place(self._name))
            return
        original = self._original(data, Place(self._name))
        out(original)
        self._count(changed=original != data)

    def _original(self, data: bytes, place: Place, aim: str | None = None) -> bytes:
        if self._partial:
            return self._partial.text(data, place, aim)
        for before, _ in self._reader.way_back(data, place):
            data = before
        return data

    def _list(self, cleaned: T, place: Place) -> None:
        from speechclean.cli._put_back import tell

        assert self._partial is not None  # noqa: S101  # --list brings it
        tell(place, self._partial.found(cleaned, place), self._given["form"])
        self.tally.counts["unchanged"] += 1

    def _count(self, *, changed: bool) -> None:
        self.tally.counts["restored" if changed else "unchanged"] += 1
