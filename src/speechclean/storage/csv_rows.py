"""Cuts CSV and TSV into rows: at the newlines outside quotes.

A row that breaks the form (a quote that never closes, characters behind a closing one) is one physical line; the rows after
it are read as if it were not there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.storage.blocks import SIZE, Block, Late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 1 << 24
"""Bytes that a quoted cell may hold; a quote that is not closed by then is taken for a broken one."""


def row_blocks(pieces: Iterable[bytes], delimiter: str, size: int = SIZE) -> Iterator[Block]:
    """Blocks of rows; whatever `pieces` raises is raised after the block that holds what came before it."""
    late = Late(pieces)
    source = iter(late)
    first = 0
    held = b""
    enough = size
    last = False
    while not last:
        waiting = [held]
        length = len(held)
        while length < enough and (piece := next(source, b"")):
            waiting.append(piece)
            length += len(piece)
        held = b"".join(waiting)
        last = length < enough
        rows, end = whole_rows(held, delimiter, last=last)
        if end:
            yield Block(first, held[:end])
            first += rows
            held = held[end:]
        enough = max(size, 2 * len(held))
    late.raise_error()


def whole_rows(data: bytes, delimiter: str, *, last: bool, most: int | None = None) -> tuple[int, int]:
    """How many rows there are, and where the last whole one ends; `last`: nothing comes behind."""
    rows = end = 0
    for stop, is_open in _rows(data, delimiter):
        if rows == most or (is_open and not last and len(data) - end < LONGEST):
            break
        rows += 1
        end = stop
    return rows, end


def _rows(data: bytes, delimiter: str) -> Iterator[tuple[int, bool]]:
    """Where each row ends, and whether it would go on if more came behind.

    What a quote ran over that does not close is not run over again. It was open at the end of each of these lines; so
    any other that is open there comes to the same end, and their rows need be looked for in their own lines only.
    """
    row, reach, _ = patterns(delimiter)
    start = ran = 0
    goes_on = False
    while start < len(data):
        if start >= ran and (found := row.match(data, start)):
            start = found.end()
            yield start, False
            continue
        line = data.find(b"\n", start) + 1 or len(data)
        is_known = line <= ran
        stop = line if is_known else len(data)
        if start < ran and (found := row.match(data, start, stop)):
            start = found.end()
            yield start, False
            continue
        reached = _end(reach.match(data, start, stop))
        if not is_known:
            ran = reached
            goes_on = ran + (data[ran : ran + 1] == b"\r") == len(data)
        start = line
        yield line, line == len(data) or (goes_on and (not is_known or reached == line))


def _end(found: re.Match[bytes] | None) -> int:
    assert found  # noqa: S101  # nothing at all is a cell
    return found.end()


def split_rows(data: bytes, delimiter: str) -> list[bytes]:
    """The rows of a block that ends where a row does."""
    ends = [end for end, _ in _rows(data, delimiter)]
    return [data[start:end] for start, end in zip((0, *ends), ends, strict=False)]


class _Patterns(NamedTuple):
    row: re.Pattern[bytes]
    reach: re.Pattern[bytes]
    cell: re.Pattern[str]


@lru_cache
def patterns(delimiter: str) -> _Patterns:
    """What a whole row is, how far the cells of a broken one reach, and what a cell is."""
    sign = re.escape(delimiter)
    cell = rf'(?:"[^"]*+(?:""[^"]*+)*+"|[^"{sign}\r\n][^{sign}\r\n]*+|)'
    row = rf"{cell}(?:{sign}{cell})*+\r?\n"
    reach = rf'(?:{cell}{sign})*+(?:"[^"]*+(?:""[^"]*+)*+"?|{cell})'
    return _Patterns(re.compile(row.encode()), re.compile(reach.encode()), re.compile(cell))
