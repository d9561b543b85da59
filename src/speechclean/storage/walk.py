"""Which files a run reads: named files as they are, directories in sorted order."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from speechclean.core.glob import glob_expression
from speechclean.core.named import NamedTuple
from speechclean.storage import ignore
from speechclean.storage.outputs import HOME, Outputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS = ("*.txt",)


class Source(NamedTuple):
    """A file to read: its path, where it lies below the argument that led to it, and whether it was named itself."""

    path: Path
    relative: str
    named: bool
    real: str

    @property
    def name(self) -> str:
        """The path as it is reported."""
        return str(self.path)


class Missing(NamedTuple):
    """An argument or a directory that leads to no file."""

    path: str
    why: str


class Earlier(NamedTuple):
    """A directory that an earlier run wrote."""

    path: str


class Choice(NamedTuple):
    """Which files of a directory are wanted, and a directory (the output) that is not.

    With `any_case`, `*.txt` means 讲话.TXT too.
    `notes` are directories with notes of earlier runs (storage/manifest.py), whose outputs are not wanted either; so are
    those of which such a directory tells that is found on the way. None: outputs are read, and nothing is looked for.
    """

    globs: tuple[str, ...] = TEXTS
    excludes: tuple[str, ...] = ()
    output: Path | None = None
    any_case: bool = False
    notes: tuple[str, ...] | None = None


def walk(paths: Iterable[str], choice: Choice) -> Iterator[Source | Missing | Earlier]:
    """The files of the arguments, each file once, in the order of the arguments and sorted below each.

    Two hard links are two files. What is hidden, ignored, or a symlink is passed over below a directory.
    """
    arguments = tuple(paths)
    named = {os.path.realpath(argument) for argument in arguments if os.path.isfile(argument)}  # noqa: PTH113  # never raises
    seen: set[str] = set()
    for argument in arguments:
        for found in _argument(argument, choice):
            if not isinstance(found, Source):
                yield found
            elif found.real not in seen:
                seen.add(found.real)
                yield found._replace(named=True) if found.real in named else found


def _argument(argument: str, choice: Choice) -> Iterator[Source | Missing | Earlier]:
    try:
        path = Path(argument)
        if not argument:
            yield Missing("''", "an empty path")
        elif path.is_dir():
            yield from _Walk(argument, choice).files()
        elif path.exists():
            yield Source(path, path.name, named=True, real=os.path.realpath(argument))
        else:
            yield Missing(argument, "no such file or directory")
    except (OSError, ValueError) as error:
        yield Missing(argument, getattr(error, "strerror", None) or str(error))


class _Directory(NamedTuple):
    path: str
    relative: str
    real: str
    ignores: tuple[ignore.File, ...]


class _Walk:
    """One walk from a directory down, without recursion: directories may nest as deep as the system lets them."""

    def __init__(self, top: str, choice: Choice) -> None:
        self._top = top
        self._wanted = _any_of(choice.globs, re.IGNORECASE if choice.any_case else 0)
        self._unwanted = _any_of(choice.excludes)
        self._output = os.path.realpath(choice.output) if choice.output else None
        self._outputs = Outputs(choice.notes) if choice.notes is not None else None

    def files(self) -> Iterator[Source | Missing | Earlier]:
        """The wanted files; ignore files of the directories above, up to the working directory, hold here too."""
        real = os.path.realpath(self._top)
        waiting: list[Iterator[Source | Missing | Earlier | _Directory]] = [
            self._entries(_Directory(self._top, "", real, _above(real)))
        ]
        while waiting:
            found = next(waiting[-1], None)
            if found is None:
                waiting.pop()
            elif isinstance(found, _Directory):
                waiting.append(self._entries(found))
            else:
                yield found

    def _entries(self, directory: _Directory) -> Iterator[Source | Missing | Earlier | _Directory]:
        try:
            with os.scandir(directory.path) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name)
            ignores = directory.ignores + ignore.read(directory.real)
        except OSError as error:
            yield Missing(directory.path, error.strerror or str(error))
            return
        if self._outputs and any(entry.name == HOME for entry in entries):
            self._outputs.learn(directory.path)
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            inside = entry.is_dir()
            relative = directory.relative + entry.name
            real = os.path.join(directory.real, entry.name)  # noqa: PTH118  # hot: a path costs more
            if self._unwanted.fullmatch(relative) or (ignores and ignore.ignored(ignores, real, directory=inside)):
                continue
            if inside and self._outputs and real != self._output and self._outputs.hold(real):
                yield Earlier(entry.path)
            elif inside and real != self._output:
                yield _Directory(entry.path, f"{relative}/", real, ignores)
            elif not inside and entry.is_file() and self._wanted.fullmatch(relative):
                yield Source(Path(entry.path), relative, named=False, real=real)


def _any_of(globs: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    expressions = (glob_expression(glob.removeprefix("./").strip("/")) for glob in globs)
    return re.compile("|".join(f"(?s:.*/)?{expression}" for expression in expressions) or "(?!)", flags)


def _above(real: str) -> tuple[ignore.File, ...]:
    """The ignore files from the working directory down to a directory below it, that one left out."""
    here = os.path.realpath(".")
    if not real.startswith(os.path.join(here, "")):  # noqa: PTH118  # the same
        return ()
    found: tuple[ignore.File, ...] = ()
    parts = Path(real).relative_to(here).parts
    for depth in range(len(parts)):
        found += ignore.read(os.path.join(here, *parts[:depth]))  # noqa: PTH118  # the same
    return found
