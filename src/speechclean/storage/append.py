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


BEGIN = b'{"version":1,"tool":"speechclean '
"""How a record begins; one that a killed run left half written is a part of that."""


class BusyError(StorageError):
    """Another process writes to the file."""


class Writer:
    """Adds records to a journal, whole lines or none. One process at a time may write. Raises StorageError.

    A file of something else is no journal: nothing is added to it. With `continues` it goes on where a run was broken
    off: at this length of the journal, behind records of that run or none. What the journal holds from there on is not
    written again.
    """

    def __init__(self, path: Path, *, continues: tuple[int, bool] | None = None) -> None:
        self._path = path
        self._begun = False
        self._tail: IO[bytes] | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _require_journal(path)
            self.file: IO[bytes] = path.open("ab", buffering=0)
            lock(self.file, "another run is writing to this journal; wait for it, or name another --journal")
            if continues:
                start, self._begun = continues
                self._tail = path.open("rb")
                self._tail.seek(start)
            else:
                self._mend()
        except OSError as error:
            raise StorageError(f"journal {path}: {error.strerror or error}") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(OSError):
            self._leave_tail()
        self.file.close()

    @property
    def length(self) -> int:
        """How long the journal is, as far as this run has come."""
        return self._tail.tell() if self._tail else os.fstat(self.file.fileno()).st_size

    def add(self, record: JournalRecord, *, sync: bool = False) -> None:
        """Add one record; with `sync`, wait until it is on the disk."""
        self.add_line(line(record), sync=sync)

    def add_line(self, line: bytes, *, sync: bool = False) -> None:
        """Add one record as `line` gives it; with `sync`, wait until it is on the disk."""
        try:
            rest = self._not_there_yet(self._headed(line))
        except OSError as error:
            raise self._error(error) from None
        self._begun = True
        if not rest:
            return
        size = os.fstat(self.file.fileno()).st_size
        left = memoryview(rest)
        try:
            while left:
                left = left[self.file.write(left) :]
            if sync:
                os.fsync(self.file.fileno())
        except BaseException as error:
            with suppress(OSError):
                os.ftruncate(self.file.fileno(), size)
            if isinstance(error, OSError):
                raise self._error(error) from None
            raise

    def sync(self) -> None:
        """Wait until all that was added is on the disk."""
        try:
            os.fsync(self.file.fileno())
        except OSError as error:
            raise self._error(error) from None

    def _error(self, error: OSError) -> StorageError:
        why = f"{error.strerror or error}; nothing was written without a record"
        return StorageError(f"journal {self._path}: {why}")

    def _headed(self, line: bytes) -> bytes:
        return line if self._begun else line[:-2] + b',"begins":true}\n'

    def _not_there_yet(self, line: bytes) -> bytes:
        """What of a line has to be written: nothing where the run that was broken off wrote it already."""
        if self._tail is None:
            return line
        there = self._tail.read(len(line))
        if there == line:
            return b""
        if line.startswith(there):
            self._tail.close()
            self._tail = None
            return line[len(there) :]
        self._leave_tail()  # something else was written since, or other files are done now
        return line if line.endswith(b',"begins":true}\n') else line[:-2] + b',"begins":true}\n'

    def _leave_tail(self) -> None:
        if self._tail is not None:
            self._tail.close()
            self._tail = None
            self._mend()

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


def _require_journal(path: Path) -> None:
    """Raise StorageError for a file that begins with something else than a record, or a part of one."""
    if not path.is_file():
        return
    with path.open("rb") as file:
        begin = file.read(len(BEGIN))
        if begin == BEGIN or BEGIN.startswith(begin):
            return
        try:
            record = json.loads(begin + file.readline())
        except ValueError:
            record = None
    if not (isinstance(record, dict) and "version" in record and record.keys() & {"path", "directory"}):
        raise StorageError(
            f"journal {path}: what it holds is no journal, and nothing is added to it; name another file"
        )


def lock(file: IO[bytes], why: str) -> None:
    """One writer at a time, where the system can tell. Raises BusyError."""
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BusyError(why) from None
