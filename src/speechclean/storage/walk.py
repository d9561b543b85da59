"""Which files a run reads: named files as they are, directories in sorted order."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from speechclean.core.glob import glob_expression
from speechclean.storage import ignore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS = ("*.txt",)


class Source(NamedTuple):
    """A file to read: its path, where it lies below the argument that led to it, and whether it was named itself."""

    path: Path
    relative: Path
    named: bool


class Missing(NamedTuple):
    """An argument that leads to no file."""

    path: Path
    why: str


class Choice(NamedTuple):
    """Which files of a directory are wanted, and a directory (the output) that is not."""

    globs: tuple[str, ...] = TEXTS
    excludes: tuple[str, ...] = ()
    output: Path | None = None


def walk(paths: Iterable[str], choice: Choice) -> Iterator[Source | Missing]:
    """The files of the arguments, each file once, in the order of the arguments and sorted below each."""
    seen: set[tuple[int, int]] = set()
    for argument in paths:
        path = Path(argument)
        for source in _below(path, choice) if path.is_dir() else _named(path):
            if isinstance(source, Source):
                status = source.path.stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
            yield source


def _named(path: Path) -> Iterator[Source | Missing]:
    if path.exists():
        yield Source(path, Path(path.name), named=True)
    else:
        yield Missing(path, "no such file or directory")


def _below(top: Path, choice: Choice) -> Iterator[Source | Missing]:
    wanted = [re.compile(f"(?:.*/)?{glob_expression(glob)}") for glob in choice.globs]
    unwanted = [re.compile(f"(?:.*/)?{glob_expression(glob)}") for glob in choice.excludes]
    output = choice.output.resolve() if choice.output else None
    yield from _Walk(top, wanted, unwanted, output).files(top, ())


class _Walk(NamedTuple):
    top: Path
    wanted: list[re.Pattern[str]]
    unwanted: list[re.Pattern[str]]
    output: Path | None

    def files(
        self, directory: Path, rules: tuple[tuple[Path, tuple[ignore.Pattern, ...]], ...]
    ) -> Iterator[Source | Missing]:
        """The wanted files below a directory; ignore files of the directories above hold here too."""
        try:
            entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
        except OSError as error:
            yield Missing(directory, error.strerror or str(error))
            return
        own = ignore.read(directory)
        rules = (*rules, (directory, own)) if own else rules
        for entry in entries:
            path = Path(entry.path)
            if (
                entry.name.startswith(".")
                or entry.is_symlink()
                or self._unwanted(path, rules, directory=entry.is_dir())
            ):
                continue
            if entry.is_dir():
                if path.resolve() != self.output or path == self.top:
                    yield from self.files(path, rules)
            elif any(glob.fullmatch(self._relative(path)) for glob in self.wanted):
                yield Source(path, path.relative_to(self.top), named=False)

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.top).as_posix()

    def _unwanted(
        self, path: Path, rules: tuple[tuple[Path, tuple[ignore.Pattern, ...]], ...], *, directory: bool
    ) -> bool:
        if any(glob.fullmatch(self._relative(path)) for glob in self.unwanted):
            return True
        return any(
            ignore.ignored(patterns, path.relative_to(base).as_posix(), directory=directory) for base, patterns in rules
        )
