"""Reads the fields of records one after the other, whatever form and packing the file has; numbered as `fix` numbers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import reason
from speechclean.core.named import NamedTuple
from speechclean.storage.blocks import PACKED_SIZE, line_blocks
from speechclean.storage.compress import require_packing, unpacked
from speechclean.storage.forms import ARCHIVES, COLUMNS, TABLES
from speechclean.storage.lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from speechclean.storage.blocks import Block, Value
    from speechclean.storage.forms import Named
    from speechclean.storage.lines import LineForm


class Record(NamedTuple):
    """One record: its number, from 0, and the values of its fields; or why it cannot be read."""

    number: int
    values: Sequence[Value]
    error: str = ""


def records(
    path: Path, form: Named, fields: tuple[str, ...], *, passed_over: Callable[[int], None] | None = None
) -> Iterator[Record]:
    """The records of a file; `passed_over` hears how many records of an archive hold no text.

    Raises StorageError behind the last record that can be read where the file is damaged, OSError.
    """
    if form.form == COLUMNS:
        yield from _rows(path, fields)
        return
    require_packing(form.packing)
    with path.open("rb") as file:
        pieces = unpacked(file, form.packing)
        if form.form not in ARCHIVES:
            yield from line_records(pieces, form.form, fields)
            return
        from speechclean.storage.warc import Archive

        archive = Archive(pieces)
        yield from line_records(archive.lines(), "", fields)
        if archive.passed_over and passed_over:
            passed_over(archive.passed_over)


def line_records(pieces: Iterable[bytes], form: str, fields: tuple[str, ...]) -> Iterator[Record]:
    """The records in lines of text."""
    for lines, block in formed_blocks(pieces, form, fields):
        for number, line in enumerate(lines.split(block.data), block.first):
            if lines.skips(number, line):
                continue
            try:
                yield Record(number, lines.values(line.decode("utf-8")))
            except (ValueError, RecursionError) as error:
                yield Record(number, [], reason(error))


def formed_blocks(
    pieces: Iterable[bytes], form: str, fields: tuple[str, ...], *, packed: bool = False
) -> Iterator[tuple[LineForm, Block]]:
    """Blocks of whole lines, each with how they are read. Raises StorageError where a table cannot be read at all.

    Where each is `packed` by itself, they are larger.
    """
    size = (PACKED_SIZE,) if packed else ()
    delimiter = TABLES.get(form)
    if delimiter is None:
        lines = JsonLines(fields)
        for block in line_blocks(pieces, *size):
            yield lines, block
        return
    from speechclean.storage.csv import table
    from speechclean.storage.csv_rows import row_blocks

    rows = None
    for block in row_blocks(pieces, delimiter, *size):
        rows = rows or table(block.data, fields, delimiter)
        yield rows, block


def _rows(path: Path, fields: tuple[str, ...]) -> Iterator[Record]:
    from speechclean.storage.parquet import Reader

    reader = Reader(path, fields)
    first = 0
    try:
        for batch, _ in reader.batches():
            for number, values in enumerate(zip(*reader.values(batch), strict=True), first):
                yield Record(number, list(values))
            first += batch.num_rows
    finally:
        reader.close()
