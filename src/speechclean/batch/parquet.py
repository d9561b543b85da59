"""Rewrites parquet files row by row in bounded memory: some columns cleaned, everything else as it was."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import parquet

from speechclean.batch.arrow import as_text, check, rebuilt
from speechclean.batch.cells import Cell, cells
from speechclean.batch.files import place, whole
from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechclean.batch.cells import Clean

ROWS = 1024
"""Rows that are cleaned at a time."""
GROUP = 64 << 20
"""Bytes from which on a row group is written."""
SPLIT = 256 << 20
"""Bytes of a file that one task does, about."""
CODECS = {"uncompressed": "none", "lz4_raw": "lz4"}


class Part(NamedTuple):
    """Row groups of a file, and the number of the first row in them, from 0."""

    groups: tuple[int, ...]
    first: int


def parts(name: str, most: int) -> list[Part]:
    """A file's row groups, divided so that none is much above so many bytes. Raises StorageError, OSError."""
    with _opened(name) as source:
        found: list[Part] = []
        row, size, since = 0, 0, 0
        groups: list[int] = []
        for number in range(source.metadata.num_row_groups):
            group = source.metadata.row_group(number)
            if groups and size + group.total_byte_size > most:
                found.append(Part(tuple(groups), since))
                size, since, groups = 0, row, []
            groups.append(number)
            size += group.total_byte_size
            row += group.num_rows
        return [*found, Part(tuple(groups), since)]


class Copy(NamedTuple):
    """What is read, of which row groups (None: all), the columns to clean, and where it goes."""

    name: str
    groups: tuple[int, ...] | None
    fields: Sequence[str]
    target: str


def rewrite(copy: Copy, clean: Clean, seen: Callable[[int, list[Cell]], None]) -> None:
    """Write a file with its columns clean; `seen` is told of each row, from 0, with a cell for each column.

    Raises ConfigError for a column that is missing or holds no text, StorageError, OSError.
    """
    with _opened(copy.name) as source, whole(copy.target) as file:
        schema = source.schema_arrow
        for name in copy.fields:
            check(schema, name)
            at = schema.get_field_index(name)
            schema = schema.set(at, schema.field(at).with_type(as_text(schema.field(at).type)))
        groups = range(source.metadata.num_row_groups) if copy.groups is None else copy.groups
        with parquet.ParquetWriter(file, schema, compression=_codec(source)) as writer:
            for table in _grouped(_cleaned(source, copy.fields, groups, _Cleaning(clean, seen))):
                writer.write_table(table.cast(schema), row_group_size=max(1, table.num_rows))


@contextmanager
def _opened(name: str) -> Iterator[parquet.ParquetFile]:
    """A file, open; what Arrow says of a damaged one is a StorageError."""
    system, path = place(name)
    try:
        with parquet.ParquetFile(system.open_input_file(path)) as source:
            yield source
    except pa.ArrowException as error:
        raise StorageError(f"it cannot be read as parquet: {error}") from None


class _Cleaning(NamedTuple):
    clean: Clean
    seen: Callable[[int, list[Cell]], None]


def _cleaned(
    source: parquet.ParquetFile, fields: Sequence[str], groups: Sequence[int], how: _Cleaning
) -> Iterator[pa.RecordBatch]:
    first = 0
    for batch in source.iter_batches(batch_size=ROWS, row_groups=list(groups)):
        done = batch
        columns: list[list[Cell]] = []
        for name in fields:
            at = batch.schema.get_field_index(name)
            found = list(cells(batch.column(at).to_pylist(), how.clean))
            array = rebuilt(batch.column(at), found)
            done = done.set_column(at, done.schema.field(at).with_type(array.type), array)
            columns.append(found)
        for row, told in enumerate(zip(*columns, strict=True), first):
            how.seen(row, list(told))
        first += batch.num_rows
        yield done


def _grouped(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Tables of some tens of megabytes each."""
    waiting: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        waiting.append(batch)
        size += batch.nbytes
        if size >= GROUP:
            yield pa.Table.from_batches(waiting)
            waiting, size = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting)


def _codec(source: parquet.ParquetFile) -> str:
    """The compression of the file, as the writer calls it."""
    if not source.metadata.num_row_groups or not source.metadata.num_columns:
        return "snappy"
    name: str = source.metadata.row_group(0).column(0).compression.lower()
    return CODECS.get(name, name)
