"""A stream of records in columns: a Parquet file."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from speechclean.cli._record_lines import Lines
from speechclean.cli._record_marks import COLUMNS
from speechclean.core.errors import StorageError
from speechclean.storage.blocks import Block, Values
from speechclean.storage.parquet import Changes, Reader, Writer, divided

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._record import Run
    from speechclean.cli._record_block import BlockDone
    from speechclean.cli._record_lines import Place
    from speechclean.storage.atomic import Whole


class Columns(Lines):
    """Holds the batches whose values are being cleaned, and puts the clean values back."""

    _streams = False

    def __init__(self, run: Run, name: str, place: Place) -> None:
        super().__init__(run, name, place)
        self._reader: Reader | None = None
        self._writer: Writer | None = None
        self._side_writer: Writer | None = None
        self._rows = 0
        self._out: deque[tuple[Any, bool]] = deque()

    def drop(self) -> None:
        """Forget what is not whole, the ends of its files too."""
        for writer in (self._writer, self._side_writer):
            if writer:
                writer.drop()
        super().drop()

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

    @property
    def _becomes(self) -> str:
        raw = self._reader is not None and self._reader.holds_bytes
        return "copied unchanged, what was bytes as null" if raw else "copied unchanged"

    def _write(self, done: BlockDone) -> None:
        assert self._reader  # noqa: S101  # it gave the rows
        self._stays |= self._in_place and bool(done.refused) and self._reader.holds_bytes
        if self._run.given["diff"]:
            self._out.popleft()
        super()._write(done)

    def _put(self, done: BlockDone) -> None:
        batch, ends = self._out.popleft()
        if self._again or not self._place or not self._place.path or not self._reader:
            return
        names = COLUMNS if self._run.given["add_columns"] else ()
        columns = {name: [row[name] for row in done.marks] for name in names}
        rows = [number - self._rows for number in done.left_out]
        self._rows += batch.num_rows
        batch, side = divided(self._reader.changed(batch, Changes(done.changes, columns)), rows)
        self._writer = self._add(self._target(self._place.path), self._writer, batch, ends=ends)
        if side.num_rows:
            self._side_writer = self._add(self._side.target(self._seen), self._side_writer, side, ends=False)

    def _add(self, file: Whole, writer: Writer | None, batch: Any, *, ends: bool) -> Writer:
        assert self._reader  # noqa: S101  # it gave the batch
        with file.writing():
            writer = writer or Writer(file.file, batch.schema, self._reader.compression())
            writer.add(batch, ends=ends)
        return writer

    def _finish(self) -> None:
        if not self._place or not self._place.path or not self._reader:
            return
        file = self._target(self._place.path)
        with file.writing():
            (self._writer or Writer(file.file, self._reader.schema, self._reader.compression())).close()
        if self._side.file and self._side_writer:
            with self._side.file.writing():
                self._side_writer.close()
