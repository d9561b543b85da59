"""Writes a file so that it is either the old one or the whole new one, never half of either."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from errno import EINVAL
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

SUFFIX = ".speechclean.tmp"
"""How the name ends of a file that is not whole yet: no other program's does."""
NOT_REGULAR = "it is no regular file, so it cannot be replaced"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def write(path: Path, data: bytes, *, like: os.stat_result | None = None, sync: bool = False) -> None:
    """Put `data` at `path`: a temporary file beside the target takes its place.

    `path` may be a symlink: what it points to is replaced. `like` gives the mode bits (default: those of the file
    that is replaced, or what the umask leaves of 666). `sync` waits until the bytes are on the disk. A device or a pipe
    is written to and stays what it is. Raises OSError that names `path`.
    """
    if _is_special(path):
        with path.open("wb") as file:
            file.write(data)
        return
    target = os.path.realpath(path)
    temporary = _beside(target)
    try:
        _fill(temporary, data, sync=sync)
        os.chmod(temporary, _mode(target, like))  # noqa: PTH101  # the same
        os.replace(temporary, target)  # noqa: PTH105  # the same
    except OSError as error:
        _forget(temporary)
        error.filename = str(path)
        error.filename2 = None
        raise
    except BaseException:
        _forget(temporary)
        raise


class Whole:
    """A file that is written piece by piece and stands under its name only once it is whole. Raises OSError."""

    def __init__(self, path: Path, *, like: os.stat_result | None = None) -> None:
        self._path = path
        self._like = like
        self._target = os.path.realpath(path)
        self._temporary = _beside(self._target)
        self.file = self._open()

    @property
    def temporary(self) -> str:
        """Where it is until it is whole."""
        return self._temporary

    def add(self, data: bytes) -> None:
        """Write a piece."""
        with self.writing():
            self.file.write(data)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let another write into the open file."""
        try:
            yield
        except OSError as error:
            raise self._named(error) from None

    def keep(self, *, seen: os.stat_result | None = None) -> None:
        """Put the file under its name, synced; with `seen`, only if what is there has not changed since."""
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            if seen:
                _require_unchanged(self._path, seen)
            os.chmod(self._temporary, _mode(self._target, self._like))  # noqa: PTH101  # as above
            os.replace(self._temporary, self._target)  # noqa: PTH105  # as above
        except OSError as error:
            raise self._named(error) from None
        if seen:
            _give_back(self._path, seen)

    def drop(self) -> None:
        """Forget what was written, unless it was kept."""
        with suppress(OSError):
            self.file.close()
        _forget(self._temporary)

    def _open(self) -> IO[bytes]:
        if _is_special(self._path):
            raise OSError(EINVAL, NOT_REGULAR, str(self._path))
        try:
            with suppress(FileNotFoundError):  # left behind by a process of the same number that was killed
                os.unlink(self._temporary)  # noqa: PTH108  # as above
            return os.fdopen(os.open(self._temporary, _NEW, 0o600), "wb")
        except OSError as error:
            raise self._named(error) from None

    def _named(self, error: OSError) -> OSError:
        self.drop() if hasattr(self, "file") else None
        error.filename = str(self._path)
        error.filename2 = None
        return error


def replace_unchanged(path: Path, data: bytes, seen: os.stat_result) -> None:
    """Replace a file in place, synced, unless it changed since `seen` was taken. Raises StorageError, OSError.

    The mode stays, and the owner where the system allows it; a hard link to the file keeps the old text.
    """
    _require_unchanged(path, seen)
    write(path, data, like=seen, sync=True)
    _give_back(path, seen)


def _require_unchanged(path: Path, seen: os.stat_result) -> None:
    now = path.stat()
    if not stat.S_ISREG(now.st_mode):
        raise StorageError(NOT_REGULAR)
    if (now.st_mtime_ns, now.st_size, now.st_ino) != (seen.st_mtime_ns, seen.st_size, seen.st_ino):
        raise StorageError("the file changed while it was being read; it is left as it is now, run again")


def _give_back(path: Path, seen: os.stat_result) -> None:
    """Give a file the owner that it had."""
    if hasattr(os, "chown") and (seen.st_uid, seen.st_gid) != (os.getuid(), os.getgid()):
        with suppress(OSError):
            os.chown(path, seen.st_uid, seen.st_gid)


def _is_special(path: Path) -> bool:
    """Whether a device, a pipe or the like stands there, which a file must not take the place of."""
    with suppress(OSError):
        mode = path.stat().st_mode
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False


def _beside(target: str) -> str:
    """Where a file is until it is whole; two long names that begin alike have two places."""
    folder, name = os.path.split(target)
    if len(name) > 40:
        from zlib import crc32

        name = f"{name[:31]}-{crc32(os.fsencode(name)):08x}"
    return os.path.join(folder, f".{name}.{os.getpid()}{SUFFIX}")  # noqa: PTH118  # hot: a path costs more


def writer_of(name: str) -> int | None:
    """The process that a temporary file of ours belongs to; None for a file of any other kind."""
    stem, dot, number = name.removesuffix(SUFFIX).rpartition(".")
    ours = name.endswith(SUFFIX) and stem.startswith(".") and dot and number.isascii() and number.isdigit()
    return int(number) if ours else None


def _fill(temporary: str, data: bytes, *, sync: bool) -> None:
    try:
        handle = os.open(temporary, _NEW, 0o600)
    except FileExistsError:  # left behind by a process of the same number that was killed
        _forget(temporary)
        handle = os.open(temporary, _NEW, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        if sync:
            file.flush()
            os.fsync(file.fileno())


def _forget(temporary: str) -> None:
    with suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108  # the file has a name only


def _mode(target: str, like: os.stat_result | None) -> int:
    if like is None:
        with suppress(OSError):
            like = os.stat(target)  # noqa: PTH116  # the same
    if like is not None and stat.S_ISREG(like.st_mode):
        return stat.S_IMODE(like.st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
