"""Files of records on any filesystem that pyarrow knows: found, opened, and written so that they are whole or not there."""

from __future__ import annotations

import posixpath
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from pyarrow import fs

from speechclean.core.errors import StorageError
from speechclean.core.glob import glob_expression
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

SUFFIX = ".speechclean.tmp"
"""What the names of files end in that are not whole yet."""


class Place(NamedTuple):
    """A path or URI, taken apart: its filesystem, and the path there."""

    system: fs.FileSystem
    path: str


class File(NamedTuple):
    """A file below an argument: how it is named, where it lies below the argument, and its bytes."""

    name: str
    relative: str
    size: int


def place(name: str) -> Place:
    """Where a path or URI leads. Raises StorageError."""
    try:
        if re.match("[a-z][a-z0-9+.-]+://", name):
            return Place(*fs.FileSystem.from_uri(name))
        import os

        return Place(fs.LocalFileSystem(), os.path.abspath(name))  # noqa: PTH100  # a path of the other system, maybe
    except (OSError, ValueError, NotImplementedError) as error:
        raise StorageError(f"{name}: {error}") from None


def found(argument: str, globs: Iterable[str], excludes: Iterable[str] = ()) -> Iterator[File]:
    """The files of an argument in order: itself, or those below it that match. Raises StorageError, OSError."""
    system, top = place(argument)
    told = system.get_file_info(top)
    if told.type == fs.FileType.NotFound:
        raise StorageError("no such file or directory")
    if told.is_file:
        yield File(argument, posixpath.basename(top), told.size)
        return
    wanted, unwanted = _any_of(globs), _any_of(excludes)
    below = {
        info.path[len(top) :].lstrip("/"): info for info in system.get_file_info(fs.FileSelector(top, recursive=True))
    }
    for relative in sorted(below):
        hidden = any(part.startswith((".", "_")) for part in relative.split("/"))
        if below[relative].is_file and not hidden and wanted.fullmatch(relative) and not unwanted.fullmatch(relative):
            yield File(f"{argument.rstrip('/')}/{relative}", relative, below[relative].size)


@contextmanager
def whole(name: str) -> Iterator[BinaryIO]:
    """A file to write, which stands under its name once it is whole. Raises OSError."""
    system, path = place(name)
    folder, last = posixpath.split(path)
    temporary = f"{folder}/.{last[:60]}.{uuid4().hex}{SUFFIX}"
    system.create_dir(folder, recursive=True)
    try:
        with system.open_output_stream(temporary, compression=None) as stream:
            yield stream
        system.move(temporary, path)
    except BaseException:
        if system.get_file_info(temporary).is_file:
            system.delete_file(temporary)
        raise


def sweep(folder: str) -> None:
    """Delete what workers that died left half written below a directory."""
    system, path = place(folder)
    if system.get_file_info(path).type == fs.FileType.Directory:
        for info in system.get_file_info(fs.FileSelector(path, recursive=True)):
            if info.is_file and info.path.endswith(SUFFIX):
                system.delete_file(info.path)


def _any_of(globs: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?s:.*/)?{glob_expression(glob.strip('/'))}" for glob in globs) or "(?!)")
