"""Parquet files: batches of rows, of which text columns are taken out as Python values and put back changed.

Loads pyarrow when a file is opened. Row groups stay as they are, unless they are too large to be held.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.extras import missing
from speechclean.storage.forms import no_column
from speechclean.storage.parquet_columns import cleaned, is_bytes, type_of, values_of, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType
    from typing import IO

    import pyarrow as pa

    from speechclean.storage.blocks import Value

BYTES = 1 << 19
"""Bytes of rows that are read at a time, as far as averages tell,"""
ROWS = 1 << 13
"""and the most rows."""
GROUP = 1 << 25
"""Bytes of a row group that is written; larger ones are divided."""
Array = Any


class Changes(NamedTuple):
    """What is to be put into a batch: new values by field and row, and whole columns by name."""

    fields: tuple[dict[int, str], ...]
    columns: Mapping[str, list[object]]


class Reader:
    """A file of which some columns are text. Raises StorageError when it is no such file."""

    def __init__(self, path: Path, fields: tuple[str, ...]) -> None:
        pq = _parquet()
        import pyarrow as pa

        try:
            self._file = pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
        except (pa.ArrowException, ValueError) as error:
            raise StorageError(f"it is no Parquet file: {str(error).splitlines()[0]}") from None
        self.schema: pa.Schema = self._file.schema_arrow
        found = [_path(self.schema, name) for name in fields]
        self._paths = [path for path, _ in found]
        self._kinds = [kind for _, kind in found]

    @property
    def holds_bytes(self) -> bool:
        """Whether one of the columns is of bytes, which become text."""
        return any(map(is_bytes, self._kinds))

    def batches(self) -> Iterator[tuple[pa.RecordBatch, bool]]:
        """The rows in order, and whether a row group ends behind them. Raises StorageError where they are damaged."""
        import pyarrow as pa

        metadata = self._file.metadata
        for number in range(metadata.num_row_groups):
            group = metadata.row_group(number)
            average = max(1, group.total_byte_size // max(1, group.num_rows))
            rows = max(1, min(ROWS, BYTES // average))
            left = group.num_rows
            try:
                for batch in self._file.iter_batches(rows, row_groups=[number], use_threads=False):
                    left -= batch.num_rows
                    yield batch, left <= 0
            except (pa.ArrowException, OSError) as error:
                why = str(error).splitlines()[0]
                raise StorageError(f"row group {number} is damaged ({why}); what came before was read") from None

    def values(self, batch: pa.RecordBatch) -> tuple[list[Value], ...]:
        """The values of the fields in a batch."""
        return tuple(_reach(batch.column(path[0]), path[1:]).to_pylist() for path in self._paths)

    def changed(self, batch: pa.RecordBatch, changes: Changes) -> pa.RecordBatch:
        """The batch with new values; the types stay, but bytes become text."""
        import pyarrow as pa

        batch = self.remade(batch, [partial(cleaned, new) for new in changes.fields])
        columns, names = list(batch.columns), list(batch.schema)
        for name, values in changes.columns.items():
            column = pa.array(values, type=type_of(name))
            place = batch.schema.get_field_index(name)
            if place >= 0:
                columns[place], names[place] = column, pa.field(name, column.type)
            else:
                columns.append(column)
                names.append(pa.field(name, column.type))
        return pa.RecordBatch.from_arrays(columns, schema=pa.schema(names, metadata=batch.schema.metadata))

    def remade(self, batch: pa.RecordBatch, make: Sequence[Callable[[Array], Array]]) -> pa.RecordBatch:
        """The batch with what each of these makes of its field's column, which may be of another type."""
        import pyarrow as pa

        columns = list(batch.columns)
        for path, of in zip(self._paths, make, strict=True):
            columns[path[0]] = within(columns[path[0]], path[1:], of)
        names = [field.with_type(column.type) for field, column in zip(batch.schema, columns, strict=True)]
        return pa.RecordBatch.from_arrays(columns, schema=pa.schema(names, metadata=batch.schema.metadata))

    def compression(self) -> dict[str, str]:
        """How each column is compressed, by its path."""
        metadata = self._file.metadata
        if not metadata.num_row_groups:
            return {}
        group = metadata.row_group(0)
        columns = [group.column(number) for number in range(metadata.num_columns)]
        names = {"UNCOMPRESSED": "none", "LZ4_RAW": "lz4"}
        return {column.path_in_schema: names.get(column.compression, column.compression.lower()) for column in columns}

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class Writer:
    """Writes batches as row groups into an open file. Raises OSError."""

    def __init__(self, file: IO[bytes], schema: pa.Schema, compression: dict[str, str]) -> None:
        self._writer = _parquet().ParquetWriter(file, schema, compression=compression or "snappy")
        self._waiting: list[pa.RecordBatch] = []
        self._bytes = 0

    def add(self, batch: pa.RecordBatch, *, ends: bool) -> None:
        """Add a batch; `ends` says that a row group ends behind it."""
        self._waiting.append(batch)
        self._bytes += batch.nbytes
        if ends or self._bytes >= GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._flush()
        self._writer.close()

    def drop(self) -> None:
        """Write no more: what is written stays as it is, and is no file. Else pyarrow ends it when it is collected."""
        self._writer.is_open = False

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            table = pa.Table.from_batches(self._waiting)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
        self._waiting, self._bytes = [], 0


def divided(batch: pa.RecordBatch, left_out: list[int]) -> tuple[pa.RecordBatch, pa.RecordBatch]:
    """The rows that stay, and those with these numbers in the batch; put together of slices, which all types allow."""
    nothing = batch.slice(0, 0)
    if not left_out:
        return batch, nothing
    parts = {False: [nothing], True: [nothing]}
    for is_out, rows in groupby(range(batch.num_rows), set(left_out).__contains__):
        first, *more = rows
        parts[is_out].append(batch.slice(first, 1 + len(more)))
    return _joined(parts[False]), _joined(parts[True])


def require() -> None:
    """Raise StorageError unless such files can be read and written here."""
    _parquet()


def _parquet() -> ModuleType:
    try:
        import pyarrow.parquet
    except ImportError:
        raise missing("a .parquet file", "pyarrow", "parquet") from None
    found: ModuleType = pyarrow.parquet
    return found


def _joined(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    import pyarrow as pa

    joined = pa.Table.from_batches(batches).combine_chunks().to_batches()
    return joined[0] if joined else batches[0]


def _path(schema: pa.Schema, name: str) -> tuple[list[int], pa.DataType]:
    """Where a field is: the column, and the places in nested structs; and its type. Raises StorageError."""
    import pyarrow as pa

    where = [schema.get_field_index(name)]
    kind = schema.field(where[0]).type if where[0] >= 0 else None
    if kind is None and "." in name:
        first, *rest = name.split(".")
        where = [schema.get_field_index(first)]
        kind = schema.field(where[0]).type if where[0] >= 0 else None
        for part in rest:
            where.append(kind.get_field_index(part) if kind is not None and pa.types.is_struct(kind) else -1)
            kind = kind.field(where[-1]).type if kind is not None and where[-1] >= 0 else None
    if kind is None:
        raise no_column(name, schema.names)
    bare = values_of(kind)
    if not any(of(bare) for of in _texts()):
        raise StorageError(f"its column {name!r} holds {kind}, not text")
    return where, bare


def _texts() -> list[Any]:
    from pyarrow import types

    names = ("string", "large_string", "string_view", "null")  # the last where no row has a text, as engines write it
    return [is_bytes, *(getattr(types, f"is_{name}") for name in names if hasattr(types, f"is_{name}"))]


def _reach(column: Array, path: list[int]) -> Array:
    for place in path:
        column = column.field(place)
    return column
