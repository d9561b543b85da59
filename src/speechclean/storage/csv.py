"""CSV and TSV: one cell of a row is changed without touching the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.csv_rows import patterns, split_rows, whole_rows
from speechclean.storage.forms import no_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
        """The row with another value: in quotes if the old one was, or if it has to be, as where the row were blank."""
        return self.with_literal(self._written(value))

    def lost(self, value: str) -> str | None:
        """The literal, when the row with another value and then with the old one again would not be this row."""
        if value == self.value:
            return None
        literal = self._written(value)
        changed = Cell(self.with_literal(literal), value, self.start, self.start + len(literal), self.delimiter)
        return None if changed.replaced(self.value) == self.line else self.literal

    def with_literal(self, literal: str) -> str:
        """The row with the cell written in these very characters."""
        return self.line[: self.start] + literal + self.line[self.end :]

    def _written(self, value: str) -> str:
        literal = written(value, self.delimiter, quoted=self.literal.startswith('"'))
        alone = _is_blank(self.with_literal(literal).encode("utf-8", "surrogatepass"), self.delimiter)
        return f'"{literal}"' if alone else literal


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a header."""

    fields: tuple[str, ...]
    delimiter: str
    names: tuple[str, ...]

    def split(self, data: bytes) -> list[bytes]:
        """The rows of a block."""
        return split_rows(data, self.delimiter)

    def skips(self, number: int, line: bytes) -> bool:
        """Whether the row is the header, or blank."""
        return number == 0 or _is_blank(line, self.delimiter)

    def is_record(self, line: bytes) -> bool:
        """Whether the row has a cell for each column."""
        try:
            return bool(self._cells(line.decode("utf-8")))
        except ValueError:
            return False

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
        there = [name for name in columns if name in self.names]
        for name in there:  # first, while the row has as many cells as the header
            line = self.field(line, name).replaced(_told(columns[name]))
        for name in (name for name in columns if name not in there):
            line = self.with_cell(line, _told(columns[name]))
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
    end = whole_rows(data, delimiter, last=True, most=1)[1]
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


def written(value: str, delimiter: str, *, quoted: bool) -> str:
    """A value as a cell."""
    if quoted or value.startswith('"') or any(sign in value for sign in (delimiter, "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value


def _is_blank(line: bytes, delimiter: str) -> bool:
    """Whether a line is no row, but a blank one; a row of one empty cell has it in quotes."""
    return not line.strip() and delimiter.encode() not in line


def _cells(line: str, delimiter: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand. Raises ValueError for a row that breaks the form."""
    cell = patterns(delimiter).cell
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
