"""Reads and writes whole records in any form, a few at a time: what turns files of one form into those of another."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta
from json import dumps, loads
from math import isfinite
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.blocks import line_blocks
from speechclean.storage.compress import packed, unpacked
from speechclean.storage.forms import COLUMNS, LINES, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from speechclean.storage.blocks import Block
    from speechclean.storage.forms import Named

Row = dict[str, object]
Chunk = list[Row | None]
"""Some records in order; None is a line that is none."""


def convert(source: Path, form: Named, file: IO[bytes], goes: Named) -> int:
    """Write the records of a whole file in another form; how many lines are left out since they are no records.

    Raises StorageError for what the form cannot hold at all, OSError.
    """
    if keeps_lines(form, goes):
        _repack(source, form, file, goes)
        return 0

    def chunks() -> Iterator[Chunk]:
        return _chunks(source, form)

    if goes.form == COLUMNS:
        from speechclean.storage.parquet_rows import write

        return write(_declared(source, form), chunks, file)
    lost = 0
    line: Callable[[Row], bytes] = _json
    first = b""
    if goes.form in TABLES:
        table = _Written(_names(_declared(source, form), chunks()), TABLES[goes.form])
        line, first = table.line, table.header()
    for chunk in chunks():
        rows = [row for row in chunk if row is not None]
        lost += len(chunk) - len(rows)
        file.write(packed(first + b"".join(map(line, rows)), goes.packing))
        first = b""
    if first or not file.tell():
        file.write(packed(first, goes.packing))
    return lost


def keeps_lines(form: Named, goes: Named) -> bool:
    """Whether what goes from one form into another stays line for line, as it is."""
    return (form.form in LINES and goes.form in LINES) or form.form == goes.form != COLUMNS


def cell(value: object) -> str:
    """A value as a table says it: nothing for null, JSON for what is nested."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    text = dumps(value, ensure_ascii=False, default=_plain)
    return text[1:-1] if text.startswith('"') else text


def _repack(source: Path, form: Named, file: IO[bytes], goes: Named) -> None:
    """Pack the same bytes otherwise."""
    with source.open("rb") as given:
        for block in line_blocks(unpacked(given, form.packing)):
            file.write(packed(block.data, goes.packing))
    if not file.tell():
        file.write(packed(b"", goes.packing))


def _declared(source: Path, form: Named) -> tuple[str, ...]:
    """The fields that a file names before its first record."""
    if form.form == COLUMNS:
        from speechclean.storage.parquet_rows import columns

        return columns(source)
    if form.form in TABLES:
        from speechclean.storage.csv import table
        from speechclean.storage.csv_rows import row_blocks

        with source.open("rb") as file:
            for block in row_blocks(unpacked(file, form.packing), TABLES[form.form]):
                return require_different(table(block.data, (), TABLES[form.form]).names)
    return ()


def _chunks(source: Path, form: Named) -> Iterator[Chunk]:
    if form.form == COLUMNS:
        from speechclean.storage.parquet_rows import read

        yield from read(source)
        return
    with source.open("rb") as file:
        pieces = unpacked(file, form.packing)
        yield from _table(pieces, TABLES[form.form]) if form.form in TABLES else map(_objects, line_blocks(pieces))


def _objects(block: Block) -> Chunk:
    return [record_of(line) for line in io.BytesIO(block.data) if line.strip()]


def record_of(line: bytes) -> Row | None:
    """The object that a line of JSON holds; None where it holds none, or one that other forms cannot hold."""
    try:
        row = loads(line.decode("utf-8-sig"))
        if b"\\u" in line:
            dumps(row, ensure_ascii=False).encode()  # half of a surrogate pair, which only JSON can hold
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _table(pieces: Iterator[bytes], delimiter: str) -> Iterator[Chunk]:
    from speechclean.storage.csv import table
    from speechclean.storage.csv_rows import row_blocks

    form = None
    for block in row_blocks(pieces, delimiter):
        if form is None:
            form = table(block.data, (), delimiter)
            form = replace(form, fields=require_different(form.names))
        rows: Chunk = []
        for number, line in enumerate(form.split(block.data), block.first):
            if form.skips(number, line):
                continue
            try:
                rows.append(dict(zip(form.names, form.values(line.decode()), strict=True)))
            except ValueError:
                rows.append(None)
        yield rows


def require_different(names: Iterable[str]) -> tuple[str, ...]:
    """The names. Raises StorageError when two columns are called the same."""
    found: dict[str, None] = {}
    for name in names:
        if name in found:
            raise StorageError(f"two of its columns are called {name!r}; only its own form can hold them")
        found[name] = None
    return tuple(found)


def _names(declared: tuple[str, ...], chunks: Iterator[Chunk]) -> list[str]:
    """The fields of all records, each where it first stands."""
    found: dict[str, None] = dict.fromkeys(declared)
    for chunk in chunks:
        for row in chunk:
            found.update(dict.fromkeys(row or ()))
    return list(found)


class _Written(NamedTuple):
    """Writes records as rows of a table with these columns."""

    names: list[str]
    delimiter: str

    def header(self) -> bytes:
        """The first row, which names the columns."""
        return self.line(dict(zip(self.names, self.names, strict=True))) if self.names else b""

    def line(self, row: Mapping[str, object]) -> bytes:
        """One row; a lone empty cell is in quotes, for an empty line is no row."""
        from speechclean.storage.csv import written

        values = [cell(row.get(name)) for name in self.names]
        line = self.delimiter.join(written(value, self.delimiter, quoted='"' in value) for value in values)
        return ((line or '""') + "\n").encode()


def _json(row: Row) -> bytes:
    try:
        return f"{dumps(row, ensure_ascii=False, default=_plain, allow_nan=False)}\n".encode()
    except ValueError:
        return f"{dumps(_finite(row), ensure_ascii=False, default=_plain)}\n".encode()


def _finite(value: object) -> object:
    """The value with null for what is no number, or infinite."""
    if isinstance(value, dict):
        return {name: _finite(of) for name, of in value.items()}
    if isinstance(value, list):
        return [_finite(of) for of in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _plain(value: object) -> str:
    """What JSON has no type for: dates and times as ISO 8601 has them, bytes as base64."""
    if isinstance(value, bytes):
        from base64 import b64encode

        return b64encode(value).decode()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value.total_seconds()) if isinstance(value, timedelta) else str(value)
