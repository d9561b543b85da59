"""What earlier runs did: for each file what it held, what was made of it, and by which settings. JSON lines, only added to.

A line is the head of a run (an object), its end, or what came of one file (a list); a file's last line holds.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.storage.append import lock
from speechclean.storage.atomic import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

FORM = 2
STALE = 1000
"""Lines that may stand there without holding any more, besides as many as there are files."""


SEALED = 4096
"""Bytes at either end of what a journal held that tell whether it is that journal still."""


class Head(NamedTuple):
    """A run: what its results depend on besides the files, its journal, and how long that was.

    `which` counts the journals that stood at that path, one after the other; the seal is of the one that the run found.
    """

    key: str
    journal: str | None
    start: int
    which: int = 0
    seal: str = ""


class Noted(NamedTuple):
    """How long a journal was when it was last written to, what tells it from another, and which one at its path it is."""

    at: int
    seal: str
    which: int


class Entry(NamedTuple):
    """What came of one file: digests of its bytes before and after, and what is found at its place.

    `before` is empty where something in it could not be done: the file is never done. `side` is the digest of the file
    beside it with the records that were left out.
    """

    before: str
    after: str
    size: int
    mtime: int
    counts: dict[str, int]
    removed: int
    side: str = ""


class Known(NamedTuple):
    """What is known of a file, and whether this run would come to the same: with these settings, and this very journal."""

    entry: Entry
    current: bool


def name(output: Path | str | None) -> str:
    """The name of the manifest for an output directory; None: for files in place."""
    return f"{digest(os.fsencode(os.path.realpath(output)))[:16]}.jsonl" if output else "in-place.jsonl"


def _line(line: object) -> bytes:
    return json.dumps(line, separators=(",", ":")).encode() + b"\n"


def digest(data: bytes) -> str:
    """What tells contents apart: 128 bits of BLAKE2."""
    return blake2b(data, digest_size=16).hexdigest()


def digest_of_file(path: str | Path) -> str:
    """The same of a file of any size. Raises OSError."""
    found = blake2b(digest_size=16)
    with open(path, "rb") as file:  # noqa: PTH123  # it may be a name only
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def _seal(journal: str | None, at: int) -> str:
    """What tells the first bytes of a journal from those of another; empty where there are not so many."""
    if journal is None:
        return ""
    try:
        with open(journal, "rb") as file:  # noqa: PTH123  # it is a name only
            if os.fstat(file.fileno()).st_size < at:
                return ""
            begin = file.read(min(at, SEALED))
            file.seek(max(0, at - SEALED))
            return digest(begin + file.read(min(at, SEALED)))
    except FileNotFoundError:
        return "" if at else digest(b"")


class Digested:
    """A file that is digested while it is read, or bytes while they are written."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self._file = file
        self._found = blake2b(digest_size=16)
        self.size = 0

    def read(self, size: int, /) -> bytes:
        """The next bytes of the file. Raises OSError."""
        assert self._file  # noqa: S101  # bytes that are written are added
        data = self._file.read(size)
        self.add(data)
        return data

    def add(self, data: bytes) -> None:
        """Take in the next bytes."""
        self._found.update(data)
        self.size += len(data)

    def digest(self) -> str:
        """What tells all of them apart from others."""
        return self._found.hexdigest()


class Manifest:
    """One run's view of it. Raises BusyError when another run writes to it, OSError when it cannot be read or written."""

    def __init__(self, path: Path, key: str, journal: Path | None) -> None:
        self._path = path
        self._key = key
        self._journal = os.path.realpath(journal) if journal else None
        self._length = os.path.getsize(journal) if journal and os.path.exists(journal) else 0  # noqa: PTH110, PTH202
        self._entries: dict[str, tuple[Entry, Head]] = {}
        self._head: Head | None = None
        self._noted: dict[str | None, Noted] = {}
        self._lines = 0
        self.broken_off = False
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = path.open("a+b", buffering=0)
        lock(self.file, "another run is writing to this manifest")
        self._read()
        last = self._noted.get(self._journal)
        self._which = last.which if last else 0
        self._same = last is None or _seal(self._journal, last.at) == last.seal
        """Whether the journal is the one that earlier runs told of, with all that they wrote there."""

    @property
    def continues(self) -> tuple[int, bool] | None:
        """Where in the journal the run that was broken off stood, and whether it had written there; None: no such run."""
        head, noted = self._head, self._noted.get(self._journal)
        if head and noted and (head.key, head.journal) == (self._key, self._journal) and self._same:
            return noted.at, noted.at > head.start
        return None

    def known(self, name: str) -> Known | None:
        """What is known of a file."""
        found = self._entries.get(name)
        if found is None:
            return None
        entry, head = found
        journaled = self._same and (head.journal, head.which) == (self._journal, self._which)
        return Known(entry, head.key == self._key and (self._journal is None or journaled))

    def begin(self, *, anew: bool = False) -> None:
        """Begin a run, or go on with one that was broken off."""
        if anew or self.continues is None:
            which = self._which + (not self._same)
            seal = _seal(self._journal, self._length)
            self._head = Head(self._key, self._journal, self._length, which, seal)
            self._write([{"form": FORM, **self._head._asdict()}])

    def add(self, done: Iterable[tuple[str, Entry]], journal: int) -> None:
        """Files are done: their texts stand at their places, and the journal, so long by now, tells of them."""
        which = self._head.which if self._head else self._which
        noted = Noted(journal, _seal(self._journal, journal), which)
        self._write([*([name, *entry] for name, entry in done), noted._asdict()])

    def end(self) -> None:
        """The run came to its end; lines that no longer hold go once they are many."""
        self._write([{"end": True}])
        if self._lines > STALE + 2 * len(self._entries):
            self._entries.clear()
            self._read()
            with suppress(OSError):
                write(self._path, b"".join(map(_line, self._held())))
        self.file.close()

    def _held(self) -> Iterator[object]:
        """The lines that hold, run by run."""
        runs: dict[Head, list[object]] = {}
        for name, (entry, head) in self._entries.items():
            runs.setdefault(head, []).append([name, *entry])
        for head, entries in runs.items():
            yield {"form": FORM, **head._asdict()}
            yield from entries
            yield self._noted.get(head.journal, Noted(head.start, head.seal, head.which))._asdict()
            yield {"end": True}

    def _write(self, lines: list[object]) -> None:
        self._lines += len(lines)
        try:
            self.file.write(b"".join(map(_line, lines)))
        except OSError as error:
            raise StorageError(f"{self._path}: {error.strerror or error}") from None

    def _read(self) -> None:
        """Take in all whole lines, and cut off one that a killed run left half written."""
        self.file.seek(0)
        data = self.file.readall() or b""
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            self.file.truncate(whole)
        head = Head("", None, 0)
        self._entries.clear()
        lines = data[:whole].splitlines()
        self._lines = len(lines)
        for line in lines:
            with suppress(ValueError, TypeError, KeyError):
                head = self._take(json.loads(line), head)
        self.broken_off = self._head is not None

    def _take(self, line: dict[str, object] | list[object], head: Head) -> Head:
        if isinstance(line, list):
            name, *fields = line
            self._entries[str(name)] = (Entry(*fields), head)  # type: ignore[arg-type]  # as they were written
        elif "at" in line:
            self._noted[head.journal] = Noted(**line)  # type: ignore[arg-type]  # the same
        elif "end" in line:
            self._head = None
        else:
            self._head = head = Head(*(line[field] for field in Head._fields))  # type: ignore[arg-type]  # the same
            self._noted[head.journal] = Noted(head.start, head.seal, head.which)
        return head
