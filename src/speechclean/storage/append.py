"""Writes a journal: one process at a time adds records to it, whole lines or none."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO, Self

    from speechclean.core.journal import JournalRecord


class Writer:
    """Adds records to a journal, whole lines or none. One process at a time may write. Raises StorageError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.file: IO[bytes] = path.open("ab", buffering=0)
            _lock(self.file)
            self._mend()
        except OSError as error:
            raise StorageError(f"journal {path}: {error.strerror or error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def add(self, record: JournalRecord, *, sync: bool = False) -> None:
        """Add one record; with `sync`, wait until it is on the disk."""
        self.add_line(line(record), sync=sync)

    def add_line(self, line: bytes, *, sync: bool = False) -> None:
        """Add one record as `line` gives it; with `sync`, wait until it is on the disk."""
        if not self._begun:
            line = line[:-2] + b',"begins":true}\n'
        rest = memoryview(line)
        size = os.fstat(self.file.fileno()).st_size
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
            if sync:
                os.fsync(self.file.fileno())
        except BaseException as error:
            with suppress(OSError):
                os.ftruncate(self.file.fileno(), size)
            if isinstance(error, OSError):
                raise StorageError(
                    f"journal {self._path}: {error.strerror or error}; nothing was written without a record"
                ) from None
            raise
        self._begun = True

    def _mend(self) -> None:
        """End a line that a killed run left half written, so that the next record stands on its own."""
        with self._path.open("rb") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    self.file.write(b"\n")


def line(record: JournalRecord) -> bytes:
    """A record as a journal holds it."""
    return json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _lock(file: IO[bytes]) -> None:
    """One writer at a time, where the system can tell."""
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StorageError("another run is writing to this journal; wait for it, or name another --journal") from None
