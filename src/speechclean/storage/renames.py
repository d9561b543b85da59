"""Renames files, never over another one, and keeps what it takes to undo that: a journal of lines in JSON."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.errors import JournalError
from speechclean.core.named import NamedTuple
from speechclean.storage.append import Writer

if TYPE_CHECKING:
    from typing import Self

PLACE = ".speechclean/renames.jsonl"
"""Where the journal is kept unless another is named."""
VERSION = 1
UNABLE = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)
"""What a file system says that knows no second name of a file."""


class Renamed(NamedTuple):
    """A file in `directory` that was called `old` and is called `new`."""

    directory: Path
    old: str
    new: str


def rename(change: Renamed) -> None:
    """Give a file its new name. Raises FileExistsError when that is taken, and OSError."""
    old, new = change.directory / change.old, change.directory / change.new
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in UNABLE:
            raise
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new)) from None
        old.rename(new)
        return
    try:
        old.unlink()
    except OSError:
        new.unlink()
        raise


class Journal:
    """Renames, each on record before it is done. Paths are kept relative to the journal's directory."""

    def __init__(self, path: Path) -> None:
        if path.exists():
            read(path)
        self._top = path.parent
        self._writer = Writer(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others write to the journal."""
        self._writer.__exit__()

    def rename(self, change: Renamed) -> None:
        """Rename a file. Raises OSError, FileExistsError when the name is taken, StorageError."""
        self._add(change)
        try:
            rename(change)
        except BaseException:
            self._add(change, undone=True)
            raise

    def undo(self, change: Renamed) -> None:
        """Give a file its old name back. Raises OSError, FileExistsError when the name is taken again, StorageError."""
        rename(Renamed(change.directory, change.new, change.old))
        self._add(change, undone=True)

    def _add(self, change: Renamed, *, undone: bool = False) -> None:
        from speechclean import __version__

        record = {
            "version": VERSION,
            "tool": f"speechclean {__version__}",
            "kind": "rename",
            "directory": os.path.relpath(change.directory, self._top),
            "from": change.old,
            "to": change.new,
            "undone": undone,
        }
        self._writer.add_line(json.dumps(record, separators=(",", ":")).encode() + b"\n", sync=True)


def read(path: Path) -> list[Renamed]:
    """The renames that hold, the first one first. Raises OSError, JournalError for a file of something else."""
    standing: list[Renamed] = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                change, undone = _change(json.loads(line), path.parent)
            except (ValueError, KeyError, TypeError, RecursionError):
                raise JournalError(
                    f"line {number} of {path} is no record of a renaming; name another journal"
                ) from None
            if undone:
                _take_out(standing, change)
            else:
                standing.append(change)
    return standing


def _take_out(standing: list[Renamed], change: Renamed) -> None:
    for place in reversed(range(len(standing))):
        if standing[place] == change:
            del standing[place]
            return


def _change(record: dict[str, object], top: Path) -> tuple[Renamed, bool]:
    directory, old, new = record["directory"], record["from"], record["to"]
    if record["version"] != VERSION or record["kind"] != "rename":
        raise ValueError("kind")
    if not (isinstance(directory, str) and isinstance(old, str) and isinstance(new, str)):
        raise TypeError("name")
    if os.sep in old + new or not old or not new:
        raise ValueError("directory")
    return Renamed(Path(os.path.normpath(top / directory)), old, new), bool(record["undone"])
