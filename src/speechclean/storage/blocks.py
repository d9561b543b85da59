"""Cuts a stream of bytes into blocks of whole lines, each worth a worker's while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = str | bytes | None
Span = tuple[int, int, bytes]
"""The start and the end of some bytes, and what is written in their place."""
SIZE = 1 << 18
"""Bytes of a block, unless one line is longer: so many go into a pipe at once."""
PACKED_SIZE = 1 << 19
"""The same where each block is packed by itself: more take less room."""


class Block(NamedTuple):
    """Whole records, and the number of the first of them, from 0."""

    first: int
    data: bytes


class Values(NamedTuple):
    """The values of the fields in a batch of rows, and the number of its first row, from 0."""

    first: int
    columns: tuple[list[Value], ...]


class Late:
    """Pieces of a stream that end where reading them fails; the error is raised when what came before it is done."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._error: Exception | None = None

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._pieces
        except Exception as error:  # noqa: BLE001  # it is raised again
            self._error = error

    def raise_error(self) -> None:
        """Raise what reading raised, if it did."""
        if self._error:
            raise self._error


def line_blocks(pieces: Iterable[bytes], size: int = SIZE) -> Iterator[Block]:
    """Blocks of lines; whatever `pieces` raises is raised after the block that holds what came before it."""
    late = Late(pieces)
    first = 0
    waiting: list[bytes] = []
    held = 0
    for piece in late:
        waiting.append(piece)
        held += len(piece)
        if held < size or (end := piece.rfind(b"\n") + 1) == 0:
            continue
        waiting[-1] = piece[:end]
        block = Block(first, b"".join(waiting))
        yield block
        first += block.data.count(b"\n")
        waiting, held = [piece[end:]], len(piece) - end
    if held:
        yield Block(first, b"".join(waiting))
    late.raise_error()


def replaced(data: bytes, spans: Iterable[Span]) -> bytes:
    """The bytes with others in the place of some; the spans come in order."""
    pieces: list[bytes] = []
    done = 0
    for start, end, new in spans:
        pieces += data[done:start], new
        done = end
    return b"".join((*pieces, data[done:])) if done else data
