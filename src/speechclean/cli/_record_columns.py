"""A stream of records in columns: a Parquet file."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from speechclean.cli._record_lines import Lines
from speechclean.core.errors import StorageError
from speechclean.storage.blocks import Block, Values
from speechclean.storage.parquet import Changes, Reader, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._record import Run
    from speechclean.cli._record_lines import Place
    from speechclean.cli._record_work import BlockDone


class Columns(Lines):
    """Holds the batches whose values are being cleaned, and puts the clean values back."""

    def __init__(self, run: Run, name: str, place: Place) -> None:
        super().__init__(run, name, place)
        self._reader: Reader | None = None
        self._writer: Writer | None = None
        self._out: deque[tuple[Any, bool]] = deque()

    def _read(self, path: Path) -> Iterator[Block | Values]:
        if self._place and self._place.path is None and not self._run.given["diff"]:
            raise StorageError("a .parquet file is not written to standard output; choose another -o")
        self._reader = Reader(path, self._run.fields)
        first = 0
        for batch, ends in self._reader.batches():
            if batch.num_rows:
                self._out.append((batch, ends))
                yield Values(first, self._reader.values(batch))
                first += batch.num_rows

    def _put(self, done: BlockDone) -> None:
        batch, ends = self._out.popleft()
        if self._again or not self._place or not self._place.path or not self._reader:
            return
        changes = done.changes or ({},) * len(self._run.fields)
        batch = self._reader.changed(batch, Changes(changes, {}))
        file = self._target(self._place.path)
        with file.writing():
            if self._writer is None:
                self._writer = Writer(file.file, batch.schema, self._reader.compression())
            self._writer.add(batch, ends=ends)

    def _finish(self) -> None:
        if not self._place or not self._place.path or not self._reader:
            return
        file = self._target(self._place.path)
        with file.writing():
            if self._writer is None:
                self._writer = Writer(file.file, self._reader.schema, self._reader.compression())
            self._writer.close()
