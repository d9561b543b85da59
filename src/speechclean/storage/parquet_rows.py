"""Whole rows of Parquet files: read as Python values, and written from records whose types are found out first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.core.errors import StorageError
from speechclean.storage.parquet import Reader, Writer
from speechclean.storage.rows import cell, require_different

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

    import pyarrow as pa

    from speechclean.storage.rows import Chunk, Row

EXACT = 1 << 53
"""Whole numbers up to here stay what they are among fractions of 64 bits."""


def read(path: Path) -> Iterator[Chunk]:
    """The rows of a file, a batch at a time. Raises StorageError."""
    import pyarrow as pa

    reader = Reader(path, ())
    require_different(reader.schema.names)
    try:
        for batch, _ in reader.batches():
            yield batch.to_pylist()
    except (pa.ArrowException, ValueError, OverflowError) as error:
        raise StorageError(f"its values cannot be written in another form: {str(error).splitlines()[0]}") from None
    finally:
        reader.close()


def columns(path: Path) -> tuple[str, ...]:
    """The names of the columns of a file. Raises StorageError."""
    reader = Reader(path, ())
    reader.close()
    return require_different(reader.schema.names)


def write(names: tuple[str, ...], chunks: Callable[[], Iterator[Chunk]], file: IO[bytes]) -> int:
    """Write records as rows; how many are left out since they are none. `chunks` is gone through twice."""
    import pyarrow as pa

    types: dict[str, pa.DataType | None] = dict.fromkeys(names, pa.null())
    large: set[str] = set()
    lost = 0
    for chunk in chunks():
        rows = [row for row in chunk if row is not None]
        lost += len(chunk) - len(rows)
        for name in dict.fromkeys(name for row in rows for name in row):
            values = [row.get(name) for row in rows]
            types[name] = _both(types.get(name, pa.null()), _type(values))
            large.update([name] * any(type(value) is int and abs(value) > EXACT for value in values))
    types.update((name, None) for name in large if types[name] == pa.float64())
    schema = pa.schema([(name, _storable(kind) or pa.string()) for name, kind in types.items()])
    as_text = {name for name, kind in types.items() if _storable(kind) is None}
    writer = Writer(file, schema, {})
    try:
        for chunk in chunks():
            batch = [row for row in chunk if row is not None]
            arrays = [_column(batch, field, as_text=field.name in as_text) for field in schema]
            if batch and arrays:
                writer.add(pa.RecordBatch.from_arrays(arrays, schema=schema), ends=False)
        writer.close()
    finally:
        writer.drop()
    return lost


def _column(rows: list[Row], field: pa.Field, *, as_text: bool) -> pa.Array:
    import pyarrow as pa

    values = [row.get(field.name) for row in rows]
    if as_text:
        values = [None if value is None else cell(value) for value in values]
    try:
        return pa.array(values, type=field.type)
    except (pa.ArrowException, OverflowError) as error:  # the parts of lists and objects do not go together
        raise StorageError(f"its values cannot be written in another form: {str(error).splitlines()[0]}") from None


def _type(values: list[object]) -> pa.DataType | None:
    """The type that holds these values; None where text alone can."""
    import pyarrow as pa

    try:
        return pa.array(values).type
    except (pa.ArrowException, OverflowError, ValueError, TypeError):
        return None


def _both(one: pa.DataType | None, other: pa.DataType | None) -> pa.DataType | None:
    """The type that holds the values of both."""
    import pyarrow as pa

    if one is None or other is None:
        return None
    try:
        schemas = [pa.schema([("", kind)]) for kind in (one, other)]
        return pa.unify_schemas(schemas, promote_options="permissive").field(0).type
    except (pa.ArrowException, ValueError):
        return None


def _storable(kind: Any) -> Any:
    """The type as a Parquet file can hold it: None for nothing but nulls, and for objects without fields."""
    from pyarrow import types

    if kind is None or types.is_null(kind):
        return None
    inner = [field.type for field in kind] if types.is_struct(kind) else []
    if types.is_struct(kind) and not inner:
        return None
    if types.is_list(kind) or types.is_large_list(kind):
        inner = [kind.value_type]
    return kind if all(types.is_null(of) or _storable(of) is not None for of in inner) else None
