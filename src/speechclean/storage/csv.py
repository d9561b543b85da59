"""CSV and TSV: rows are cut at the newlines outside quotes, and one cell is changed without touching the others.

A row that breaks the form (a quote that never closes, characters behind a closing one) is one physical line; the rows after
it are read as if it were not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.blocks import SIZE, Block
from speechclean.storage.forms import no_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LONGEST = 1 << 24
"""Bytes that a quoted cell may hold; a quote that is not closed by then is taken for a broken one."""


class Cell(NamedTuple):
    """One cell of a row: its value, and where it stands."""

    line: str
    value: str
    start: int
    end: int
    delimiter: str

    @property
    def literal(self) -> str:
        """The cell as the row writes it."""
        return self.line[self.start : self.end]

    def replaced(self, value: str) -> str:
        """The row with another value: in quotes if the old one was, or if it has to be."""
        return self.with_literal(written(value, self.delimiter, quoted=self.literal.startswith('"')))

    def lost(self, value: str) -> str | None:
        """The literal, when the row with another value and then with the old one again would not be this row."""
        if value == self.value:
            return None
        literal = written(value, self.delimiter, quoted=self.literal.startswith('"'))
        changed = Cell(self.with_literal(literal), value, self.start, self.start + len(literal), self.delimiter)
        return None if changed.replaced(self.value) == self.line else self.literal

    def with_literal(self, literal: str) -> str:
        """The row with the cell written in these very characters."""
        return self.line[: self.start] + literal + self.line[self.end :]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a header."""

    fields: tuple[str, ...]
    delimiter: str
    names: tuple[str, ...]

    def split(self, data: bytes) -> list[bytes]:
        """The rows of a block."""
        return _split(data, self.delimiter)

    def skips(self, number: int, line: bytes) -> bool:
        """Whether the row is the header, or blank."""
        return number == 0 or not line.strip()

    def values(self, line: str) -> list[str | None]:
        """The values of the fields."""
        cells = self._cells(line)
        return [_value(line[slice(*cells[self.names.index(name)])]) for name in self.fields]

    def field(self, line: str, name: str) -> Cell:
        """One field."""
        start, end = self._cells(line)[self.names.index(name)]
        return Cell(line, _value(line[start:end]), start, end, self.delimiter)

    def with_columns(self, line: str, columns: Mapping[str, object]) -> str:
        """The row with more cells at its end, or others in the place of those that are there."""
        for name, value in columns.items():
            told = _told(value)
            if name in self.names:
                line = self.field(line, name).replaced(told)
            else:
                line = self.with_cell(line, told)
        return line

    def headed(self, line: bytes, names: Sequence[str]) -> bytes:
        """The header with more names, where they are not there already."""
        text = line.decode("utf-8")
        for name in names:
            text = text if name in self.names else self.with_cell(text, name)
        return text.encode("utf-8")

    def with_cell(self, line: str, value: str) -> str:
        """The row with one more cell."""
        bare = line.rstrip("\r\n")
        return bare + self.delimiter + written(value, self.delimiter, quoted=False) + line[len(bare) :]

    def _cells(self, line: str) -> list[tuple[int, int]]:
        cells = _cells(line, self.delimiter)
        there, wanted = len(cells), len(self.names)
        if there != wanted:
            told = "it has 1 cell" if there == 1 else f"it has {there} cells"
            raise ValueError(f"{told} where the header has {wanted}")
        return cells


def table(data: bytes, fields: tuple[str, ...], delimiter: str) -> Table:
    """The table that begins with its header. Raises StorageError when it is no UTF-8, or a field is missing."""
    end = _whole_rows(data, delimiter, last=True, most=1)[1]
    try:
        line = data[:end].decode("utf-8-sig")
        names = tuple(_value(line[start:end]) for start, end in _cells(line, delimiter))
    except UnicodeDecodeError:
        raise StorageError("it is not UTF-8; try: iconv -f gb18030 -t utf-8") from None
    except ValueError as error:
        raise StorageError(f"its header cannot be read: {error}") from None
    wrong = next((name for name in fields if names.count(name) != 1), None)
    if wrong is not None:
        raise no_column(wrong, names)
    return Table(fields, delimiter, names)


def row_blocks(pieces: Iterable[bytes], delimiter: str, size: int = SIZE) -> Iterator[Block]:
    """Blocks of rows; whatever `pieces` raises is raised after the block that holds what came before it."""
    first = 0
    held = b""
    enough = size
    source = iter(pieces)
    error: Exception | None = None
    while True:
        waiting = [held]
        length = len(held)
        try:
            while length < enough and (piece := next(source, b"")):
                waiting.append(piece)
                length += len(piece)
        except Exception as raised:  # noqa: BLE001  # it is raised again
            error = raised
        held = b"".join(waiting)
        last = length < enough
        rows, end = _whole_rows(held, delimiter, last=last)
        if end:
            yield Block(first, held[:end])
            first += rows
            held = held[end:]
        enough = max(size, 2 * len(held))
        if last:
            break
    if error:
        raise error


def written(value: str, delimiter: str, *, quoted: bool) -> str:
    """A value as a cell."""
    if quoted or value.startswith('"') or any(sign in value for sign in (delimiter, "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value


class _Patterns(NamedTuple):
    rows: re.Pattern[bytes]
    open: re.Pattern[bytes]
    cell: re.Pattern[str]


@lru_cache
def _patterns(delimiter: str) -> _Patterns:
    sign = re.escape(delimiter)
    cell = rf'(?:"[^"]*+(?:""[^"]*+)*+"|[^"{sign}\r\n][^{sign}\r\n]*+|)'
    row = rf"{cell}(?:{sign}{cell})*+\r?\n"
    start = rf'(?:{cell}{sign})*+(?:{cell}|"[^"]*+(?:""[^"]*+)*+"?)\r?\Z'
    return _Patterns(re.compile(row.encode()), re.compile(start.encode()), re.compile(cell))


def _whole_rows(data: bytes, delimiter: str, *, last: bool, most: int | None = None) -> tuple[int, int]:
    """How many rows there are, and where the last whole one ends; `last`: nothing comes behind."""
    patterns = _patterns(delimiter)
    rows = end = 0
    while end < len(data) and rows != most:
        match = patterns.rows.match(data, end)
        if match:
            end = match.end()
        else:
            line = data.find(b"\n", end) + 1 or len(data)
            is_open = patterns.open.match(data, end) or line == len(data)
            if is_open and not last and len(data) - end < LONGEST:
                break
            end = line
        rows += 1
    return rows, end


def _split(data: bytes, delimiter: str) -> list[bytes]:
    """The rows of a block that ends where a row does."""
    rows = _patterns(delimiter).rows
    found = []
    start = 0
    while start < len(data):
        match = rows.match(data, start)
        end = match.end() if match else data.find(b"\n", start) + 1 or len(data)
        found.append(data[start:end])
        start = end
    return found


def _cells(line: str, delimiter: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand. Raises ValueError for a row that breaks the form."""
    cell = _patterns(delimiter).cell
    stop = len(line.rstrip("\r\n"))
    found = []
    position = 0
    while True:
        match = cell.match(line, position)
        end = match.end() if match else position
        found.append((position, end))
        if end >= stop:
            return found
        if line[end] != delimiter:
            raise ValueError(f"its quotes are broken at column {end + 1}")
        position = end + 1


def _told(value: object) -> str:
    """A value as a cell says it."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _value(literal: str) -> str:
    return literal[1:-1].replace('""', '"') if literal.startswith('"') else literal
