"""Tables for a terminal, drawn with rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from speechclean.core.named import NamedTuple
from speechclean.report.ink import console
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.core.result import Result

MOST = 40
"""Rows of a table of files; a screen or two."""
STYLES = {"cleaned": "green", "unchanged": "dim", "held": "yellow", "failed": "red"}


class Row(NamedTuple):
    """What a table says of one file."""

    name: str
    encoding: str
    changes: int
    removed: int
    notes: int
    status: str

    @classmethod
    def of(cls, name: str, result: Result) -> Row:
        """The row of a result."""
        return cls(name, result.encoding, len(result.edits), result.removed, len(result.notes), result.status)


def print_table(rows: Sequence[Row], more: int) -> None:
    """A table of files on standard error: what was read, changed, taken and noted; `more` files are left out."""
    table = _table()
    table.add_column(worded("file"), overflow="fold", ratio=1)
    table.add_column(worded("encoding"), no_wrap=True)
    for heading in ("changes", "removed", "notes"):
        table.add_column(worded(heading), justify="right", no_wrap=True)
    table.add_column(worded("status"), no_wrap=True)
    for row in rows:
        counts = (str(row.changes), str(row.removed), str(row.notes))
        table.add_row(Text(row.name), row.encoding, *counts, Text(worded(row.status), style=STYLES[row.status]))
    screen = console(stderr=True)
    screen.print(table)
    if more:
        screen.print(worded(f"… and {more} more files"), style="dim", highlight=False)


def print_rows(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A plain table on standard output; the last column takes what room there is."""
    table = _table()
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def _table() -> Table:
    return Table(box=None, pad_edge=False, header_style="bold")
