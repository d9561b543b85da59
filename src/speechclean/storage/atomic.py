"""Writes a file so that it is either the old one or the whole new one, never half of either."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def write(path: Path, data: bytes, *, like: os.stat_result | None = None, sync: bool = False) -> None:
    """Put `data` at `path`: a temporary file beside the target takes its place.

    `path` may be a symlink: what it points to is replaced. `like` gives the mode bits (default: those of the file
    that is replaced, or what the umask leaves of 666). `sync` waits until the bytes are on the disk. Raises OSError
    that names `path`.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.tmp")  # noqa: PTH118  # hot: a path costs more
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


def replace_unchanged(path: Path, data: bytes, seen: os.stat_result) -> None:
    """Replace a file in place, synced, unless it changed since `seen` was taken. Raises StorageError, OSError.

    The mode stays, and the owner where the system allows it; a hard link to the file keeps the old text.
    """
    now = path.stat()
    if not stat.S_ISREG(now.st_mode):
        raise StorageError("it is no regular file, so it cannot be replaced")
    if (now.st_mtime_ns, now.st_size, now.st_ino) != (seen.st_mtime_ns, seen.st_size, seen.st_ino):
        raise StorageError("the file changed while it was being read; it is left as it is now, run again")
    write(path, data, like=seen, sync=True)
    if hasattr(os, "chown") and (seen.st_uid, seen.st_gid) != (os.getuid(), os.getgid()):
        with suppress(OSError):
            os.chown(path, seen.st_uid, seen.st_gid)


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
