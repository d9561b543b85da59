"""Tables for a terminal, drawn with rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.core.result import Result

MOST_ROWS = 40
STYLES = {"cleaned": "green", "unchanged": "dim", "held": "yellow", "failed": "red"}


def print_table(rows: Sequence[tuple[str, Result]]) -> None:
    """A table of files on standard error: what was read, what was taken, what was noted."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("file", "encoding"):
        table.add_column(heading, overflow="fold")
    for heading in ("edits", "removed", "notes"):
        table.add_column(heading, justify="right")
    table.add_column("status")
    for name, result in rows[:MOST_ROWS]:
        counts = (str(len(result.edits)), str(result.removed), str(len(result.notes)))
        status = Text(result.status, style=STYLES[result.status])
        table.add_row(Text(name), result.encoding, *counts, status)
    console = Console(stderr=True)
    console.print(table)
    if len(rows) > MOST_ROWS:
        console.print(f"… and {len(rows) - MOST_ROWS} more files")


def print_rows(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A plain table on standard output."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
