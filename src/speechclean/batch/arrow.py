"""Cleans one column of an Arrow batch or table: pure and picklable, whatever engine hands the batches out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa

from speechclean.api import cleaner
from speechclean.batch.cells import Cell, cells
from speechclean.core.errors import ConfigError, SpeechcleanError
from speechclean.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)
Column = TypeVar("Column", pa.Array, pa.ChunkedArray)

COLUMNS: dict[str, tuple[pa.DataType, Callable[[Cell], object]]] = {
    "status": (pa.string(), lambda cell: cell.status),
    "script": (pa.string(), lambda cell: cell.script),
    "removed_share": (pa.float64(), lambda cell: cell.removed_share),
    "notes": (pa.list_(pa.string()), lambda cell: cell.notes),
    "truncated": (pa.bool_(), lambda cell: cell.truncated),
}
"""The columns that can be added, with their types."""
_DEFAULT = Settings()


def clean_batch(batch: Batch, field: str = "text", settings: Settings = _DEFAULT, columns: Sequence[str] = ()) -> Batch:
    """The batch with one column clean; rows, order, other columns and metadata stay.

    Bytes are decoded, and the column becomes text. `columns` are names of COLUMNS, added at the end. A value that
    cannot be cleaned stays as it is (bytes: null) where `status` tells of it. Raises SpeechcleanError where it does not,
    ConfigError for a column that is missing, holds no text, or is there already.
    """
    place = batch.schema.get_field_index(field)
    check(batch.schema, field, columns)
    found = _cells(batch.column(place), settings)
    if "status" not in columns:
        _refuse(found, field)
    array = rebuilt(batch.column(place), found)
    if isinstance(array, pa.ChunkedArray) and isinstance(batch, pa.RecordBatch):
        raise ConfigError(f"the column {field!r} grew beyond 2 GB; cast it to large_string, or give smaller batches")
    done = batch.set_column(place, batch.schema.field(place).with_type(array.type), array)
    for name in columns:
        kind, told = COLUMNS[name]
        done = done.append_column(name, pa.array([told(cell) for cell in found], kind))
    return done


def clean_array(column: Column, settings: Settings = _DEFAULT) -> Column:
    """A column of its own, clean: for engines that call functions on columns. Raises SpeechcleanError, ConfigError."""
    if not _is_text(column.type):
        raise ConfigError(f"an array of {column.type} holds no text")
    found = _cells(column, settings)
    _refuse(found, "")
    array = rebuilt(column, found)
    return pa.chunked_array([array]) if isinstance(column, pa.ChunkedArray) and isinstance(array, pa.Array) else array


def rebuilt(column: Column, found: Sequence[Cell]) -> Column:
    """The column with the cells' texts; the very same where nothing changed."""
    kind = column.type
    if not any(cell.changed for cell in found) and as_text(kind) == kind:
        return column
    texts = [cell.text for cell in found]
    if pa.types.is_dictionary(kind):
        return pa.array(texts, as_text(kind.value_type)).dictionary_encode().cast(kind)
    return pa.array(texts, as_text(kind))


def _cells(column: pa.Array | pa.ChunkedArray, settings: Settings) -> list[Cell]:
    return list(cells(column.to_pylist(), cleaner(settings)))


def _refuse(found: Sequence[Cell], field: str) -> None:
    for row, cell in enumerate(found):
        if cell.error:
            where = f"row {row} of {field!r}" if field else f"row {row}"
            raise SpeechcleanError(f"{where}: {cell.error} (a column 'status' lets such rows pass and marks them)")


def check(schema: pa.Schema, field: str, columns: Sequence[str] = ()) -> None:
    """Raise ConfigError unless there is such a column of text, and none that is to be added."""
    place = schema.get_field_index(field)
    if place < 0:
        there = ", ".join(schema.names) or "none"
        if field in schema.names:
            raise ConfigError(f"more than one column is called {field!r}; there are {there}")
        raise ConfigError(f"no column is called {field!r}; there are {there}")
    if not _is_text(schema.field(place).type):
        raise ConfigError(f"the column {field!r} holds {schema.field(place).type}, not text")
    for name in columns:
        if name not in COLUMNS:
            raise ConfigError(f"there is no column {name!r} to add; it is one of {', '.join(COLUMNS)}")
        if name in schema.names or columns.count(name) > 1:
            raise ConfigError(f"a column {name!r} is there already; rename it, or leave it out of the added ones")


def _is_text(kind: pa.DataType) -> bool:
    """Whether a column holds text, bytes, or nothing but nulls."""
    if pa.types.is_dictionary(kind):
        return _is_text(kind.value_type) and not _is_bytes(kind.value_type)
    return _is_bytes(kind) or kind in (pa.string(), pa.large_string(), pa.null()) or str(kind) == "string_view"


def _is_bytes(kind: pa.DataType) -> bool:
    return kind in (pa.binary(), pa.large_binary()) or str(kind) == "binary_view"


def as_text(kind: pa.DataType) -> pa.DataType:
    """The type of a column's texts: its own; for bytes the one of the same width."""
    if not _is_bytes(kind):
        return kind
    return pa.large_string() if kind == pa.large_binary() else pa.string()
