"""Makes columns of others: with new values, of another type, within structs. Needs pyarrow, which its callers have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyarrow as pa

    from speechclean.storage.blocks import Value

Array = Any


def within(column: Array, path: list[int], make: Callable[[Array], Array]) -> Array:
    """The column with what is made of the one in it, or of itself."""
    import pyarrow as pa

    if not path:
        return make(column)
    fields = list(column.type)
    children = [column.field(place) for place in range(len(fields))]
    made = within(children[path[0]], path[1:], make)
    if made is children[path[0]]:
        return column
    children[path[0]] = made
    fields = [field.with_type(child.type) for field, child in zip(fields, children, strict=True)]
    return pa.StructArray.from_arrays(children, fields=fields, mask=column.is_null())


def cleaned(new: dict[int, str], column: Array) -> Array:
    """The column with new values in some rows; a column of bytes becomes text, with what could not be read as null."""
    kind = values_of(column.type)
    if is_bytes(kind):
        text = dict(_pairs())[kind]
        return _array([new.get(row) for row in range(len(column))], _holding(text, column.type))
    return replaced(column, new) if new else column


def replaced(column: Array, new: Mapping[int, Value]) -> Array:
    """The column with new values, of its type, in some rows."""
    values = column.to_pylist()
    for row, value in new.items():
        values[row] = value
    return _array(values, column.type)


def as_bytes(column: Array, new: Mapping[int, Value]) -> Array:
    """A column of text as the bytes that it came as: these in some rows, its own in UTF-8 in the others."""
    kind = {text: raw for raw, text in _pairs()}[values_of(column.type)]
    own = (value.encode() if isinstance(value, str) else value for value in column.to_pylist())
    return _array([new.get(row, value) for row, value in enumerate(own)], _holding(kind, column.type))


def values_of(kind: Any) -> Any:
    """The type of the values, which may be those of a dictionary."""
    import pyarrow as pa

    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _holding(values: Any, kind: Any) -> Any:
    """The type for other values, in a dictionary where they were in one."""
    import pyarrow as pa

    return pa.dictionary(kind.index_type, values, kind.ordered) if pa.types.is_dictionary(kind) else values


def _array(values: list[Value], kind: Any) -> Array:
    import pyarrow as pa

    column = pa.array(values, type=values_of(kind))
    return column.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else column


def is_bytes(kind: Any) -> bool:
    """Whether a type is one of bytes."""
    return any(kind == raw for raw, _ in _pairs())


def _pairs() -> list[tuple[Any, Any]]:
    """Each type of bytes with that of text which they become, as far as this pyarrow has them."""
    import pyarrow as pa

    names = (("binary", "string"), ("large_binary", "large_string"), ("binary_view", "string_view"))
    return [(getattr(pa, raw)(), getattr(pa, text)()) for raw, text in names if hasattr(pa, raw)]


def type_of(name: str) -> pa.DataType:
    """The type of a column that is added."""
    import pyarrow as pa

    types = {"removed_share": pa.float64(), "truncated": pa.bool_(), "notes": pa.list_(pa.string())}
    return types.get(name, pa.string())
