"""Gives the fields of records back, by their numbers: in files of any form, and on standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import field_names, standard_pieces
from speechclean.cli._messages import out
from speechclean.cli._reading import Complaints
from speechclean.cli._run import Refused, tried
from speechclean.core.errors import StorageError, reason
from speechclean.core.named import NamedTuple
from speechclean.storage.atomic import Whole
from speechclean.storage.compress import packed, require_packing, unpacked
from speechclean.storage.forms import COLUMNS
from speechclean.storage.journal import Place
from speechclean.storage.records import formed_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from speechclean.cli._put_back import PutBack
    from speechclean.cli._run import Tally
    from speechclean.storage.forms import Named
    from speechclean.storage.journal import Reader
    from speechclean.storage.lines import LineForm
    from speechclean.storage.walk import Source


class Aim(NamedTuple):
    """A file of records, how they stand there, and where the originals go; None: to standard output."""

    source: Source
    form: Named
    path: Path | None


class Records:
    """Restores records, wholly or in part, or lists what could be put back."""

    def __init__(self, reader: Reader, given: dict[str, Any], partial: PutBack | None, tally: Tally) -> None:
        self.reader = reader
        self.tally = tally
        self.whole = partial is None
        self._lists: bool = given["lists"]
        self._form: str | None = given["form"]
        self._in_place: bool = given["in_place"]
        self._fields = field_names(given["field"])
        self._partial = partial
        self._writes: str | None = None

    def stream(self, name: str, form: Named) -> None:
        """Restore standard input. Raises StorageError, OSError."""
        self._each(standard_pieces(), name, form, out)

    def file(self, aim: Aim) -> None:
        """Restore one file. Raises StorageError, OSError."""
        require_packing(aim.form.packing)
        self._writes = str(aim.path) if aim.path else None
        work = self._columns if aim.form.form == COLUMNS else self._lines
        if aim.path is None or self._lists:
            work(aim, None)
            return
        seen = aim.source.path.stat()
        aim.path.parent.mkdir(parents=True, exist_ok=True)
        before, failed = dict(self.tally.counts), self.tally.failed
        file = Whole(aim.path, like=seen)
        try:
            work(aim, file)
            restored, done = (now - was for now, was in zip(_sums(self.tally.counts), _sums(before), strict=True))
            if restored or (not self._in_place and (done or self.tally.failed == failed)):
                file.keep(seen=seen if self._in_place else None)
        finally:
            file.drop()

    def _lines(self, aim: Aim, file: Whole | None) -> None:
        def write(data: bytes) -> None:
            data = packed(data, aim.form.packing)
            out(data) if file is None else file.add(data)

        with aim.source.path.open("rb") as given:
            self._each(unpacked(given, aim.form.packing), aim.source.name, aim.form, write)

    def _each(self, pieces: Iterator[bytes], name: str, form: Named, write: Callable[[bytes], None]) -> None:
        """Restore each line, and write them a block at a time."""
        complaints = Complaints(self.tally, name)
        try:
            for lines, block in formed_blocks(pieces, form.form, self._fields):
                found = lines.split(block.data)
                for place, line in enumerate(found):
                    number = block.first + place
                    if lines.skips(number, line):
                        continue
                    answer = tried("", self._line, lines, line, Place(name, number))
                    if isinstance(answer, Refused):
                        complaints.add(number, answer.why)
                    else:
                        found[place] = answer
                if not self._lists:
                    write(b"".join(found))
        finally:
            complaints.end()

    def _line(self, lines: LineForm, line: bytes, place: Place) -> bytes:
        try:
            text = before = line.decode("utf-8")
            lines.values(text)
        except (ValueError, RecursionError) as error:
            raise StorageError(f"copied unchanged: {reason(error)}") from None
        for name in reversed(self._fields):
            text = self._field(lines, text, place._replace(field=name))
        self.count(changed=text != before)
        return text.encode("utf-8")

    def _field(self, lines: LineForm, text: str, place: Place) -> str:
        """The line with one field as it was."""
        name = place.field or ""
        field = lines.field(text, name)
        if field.value is None:
            return text
        if self._partial:
            value = self._partly(self._partial, field.value, place)
            return text if value == field.value else field.replaced(value)
        for before, literal in self.reader.way_back(field.value, place):
            text = field.replaced(before) if literal is None else field.with_literal(literal)
            field = lines.field(text, name)
        return text

    def value(self, value: str, place: Place, *, raw: bool) -> str | bytes:
        """One value as it was, or with what was asked for put back; with `raw` as bytes. Raises JournalError."""
        if self._partial:
            return self._partly(self._partial, value, place)
        return self.reader.original(value, place, raw=raw)

    def _partly(self, partial: PutBack, value: str, place: Place) -> str:
        if not self._lists:
            return partial.text(value, place, self._writes)
        from speechclean.cli._put_back import tell

        tell(place, partial.found(value, place), self._form)
        return value

    def _columns(self, aim: Aim, file: Whole | None) -> None:
        from speechclean.cli._restoring_columns import Columns

        if file is None and not self._lists:
            raise StorageError("a .parquet file is not written to standard output; choose another -o")
        Columns(aim.source, self._fields, self).write(file)

    def count(self, *, changed: bool) -> None:
        """Count a record."""
        self.tally.counts["restored" if changed else "unchanged"] += 1


def _sums(counts: dict[str, int]) -> tuple[int, int]:
    """How many were restored, and how many could be looked up at all."""
    return counts["restored"], sum(counts.values())
