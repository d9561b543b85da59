"""Gives the values of a Parquet file back; a column that came as bytes becomes bytes again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from speechclean.cli._reading import Complaints
from speechclean.cli._run import Refused, tried
from speechclean.core.errors import JournalError
from speechclean.storage.journal import Place
from speechclean.storage.parquet import Reader, Writer
from speechclean.storage.parquet_columns import as_bytes, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechclean.cli._run import Tally
    from speechclean.storage import journal
    from speechclean.storage.atomic import Whole
    from speechclean.storage.blocks import Value
    from speechclean.storage.walk import Source

Values = tuple["Value", ...]


class Back(Protocol):
    """What gives values back."""

    tally: Tally
    reader: journal.Reader
    whole: bool
    """Whether all comes back, and not a part."""

    def value(self, value: str, place: Place, *, raw: bool) -> str | bytes:
        """One value as it was; with `raw` as bytes. Raises JournalError."""

    def count(self, *, changed: bool) -> None:
        """Count a record."""


class Columns:
    """One file, whose rows are given back batch by batch."""

    def __init__(self, source: Source, fields: tuple[str, ...], back: Back) -> None:
        self._source = source
        self._fields = fields
        self._back = back
        self._raw = [False] * len(fields)

    def write(self, file: Whole | None) -> None:
        """Give all rows back, into the file if there is one. Raises StorageError, OSError."""
        self._raw = self._came_as_bytes() if self._back.whole else self._raw
        reader = Reader(self._source.path, self._fields)
        writer = None
        complaints = Complaints(self._back.tally, self._source.name)
        try:
            for batch, ends, new in self._batches(reader, complaints):
                if file:
                    back = reader.remade(batch, [_maker(*of) for of in zip(new, self._raw, strict=True)])
                    with file.writing():
                        writer = writer or Writer(file.file, back.schema, reader.compression())
                        writer.add(back, ends=ends)
            if file:
                with file.writing():
                    (writer or Writer(file.file, reader.schema, reader.compression())).close()
        finally:
            complaints.end()
            reader.close()
            if writer:
                writer.drop()

    def _batches(self, reader: Reader, complaints: Complaints) -> Iterator[tuple[Any, bool, list[dict[int, Value]]]]:
        """Each batch with rows, whether a row group ends behind it, and the values to put into each field."""
        first = 0
        for batch, ends in reader.batches():
            new: list[dict[int, Value]] = [{} for _ in self._fields]
            for row, values in enumerate(zip(*reader.values(batch), strict=True)):
                answer = tried("", self._row, values, first + row)
                if isinstance(answer, Refused):
                    complaints.add(first + row, answer.why)
                    continue
                for found, was, now in zip(new, values, answer, strict=True):
                    if now != was:
                        found[row] = now
            first += batch.num_rows
            if batch.num_rows:
                yield batch, ends, new

    def _row(self, values: Values, number: int) -> list[Value]:
        back: list[Value] = []
        for field, value, raw in zip(self._fields, values, self._raw, strict=True):
            place = Place(self._source.name, number, field)
            back.append(self._back.value(value, place, raw=raw) if isinstance(value, str) else value)
        self._back.count(changed=tuple(back) != values)
        return back

    def _came_as_bytes(self) -> list[bool]:
        """Which fields came as bytes, as the journal tells of the first values that it knows."""
        found: list[bool | None] = [None] * len(self._fields)
        reader = Reader(self._source.path, self._fields)
        first = 0
        try:
            for batch, _ in reader.batches():
                for number, values in enumerate(zip(*reader.values(batch), strict=True), first):
                    self._ask(found, values, number)
                    if None not in found:
                        return [bool(of) for of in found]
                first += batch.num_rows
        finally:
            reader.close()
        return [bool(of) for of in found]

    def _ask(self, found: list[bool | None], values: Sequence[Value], number: int) -> None:
        for column, (field, value) in enumerate(zip(self._fields, values, strict=True)):
            if found[column] is None and isinstance(value, str):
                try:
                    found[column] = self._back.reader.came_as_bytes(value, Place(self._source.name, number, field))
                except JournalError:  # told of when it is to be given back
                    continue


def _maker(new: dict[int, Value], raw: bool) -> Callable[[Any], Any]:  # noqa: FBT001  # as they come in pairs
    """What makes a column of what it was."""
    if raw:
        return partial(as_bytes, new=new)
    return partial(replaced, new=new) if new else _same


def _same(column: Any) -> Any:
    return column
