"""Writes a file so that it is either the old one or the whole new one, never half of either."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from speechclean.core.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, data: bytes, *, like: os.stat_result | None = None, sync: bool = False) -> None:
    """Put `data` at `path`: a temporary file beside the target takes its place.

    `path` may be a symlink: what it points to is replaced. `like` gives the mode bits (default: those of the file
    that is replaced, or what the umask leaves of 666). `sync` waits until the bytes are on the disk. Raises OSError.
    """
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(temporary, _mode(target, like))  # noqa: PTH101  # the file has a name only
        os.replace(temporary, target)  # noqa: PTH105  # the same
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108  # the same
        raise


def replace_unchanged(path: Path, data: bytes, seen: os.stat_result) -> None:
    """Replace a file in place, synced, unless it changed since `seen` was taken. Raises StorageError, OSError."""
    now = path.stat()
    if (now.st_mtime_ns, now.st_size, now.st_ino) != (seen.st_mtime_ns, seen.st_size, seen.st_ino):
        raise StorageError("the file changed while it was being cleaned; it is left as it is now, run again")
    write(path, data, like=seen, sync=True)


def _mode(target: Path, like: os.stat_result | None) -> int:
    if like is None:
        with suppress(OSError):
            like = target.stat()
    if like is not None:
        return stat.S_IMODE(like.st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
