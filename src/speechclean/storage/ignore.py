"""`.speechcleanignore`: gitignore syntax, for the directory that holds it and all below."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from speechclean.core.glob import glob_expression
from speechclean.core.named import NamedTuple

NAME = ".speechcleanignore"


class Pattern(NamedTuple):
    """One line of an ignore file."""

    expression: re.Pattern[str]
    directories: bool
    again: bool


class File(NamedTuple):
    """An ignore file: the real path of its directory, ending in a separator, and its patterns."""

    directory: str
    patterns: tuple[Pattern, ...]


def read(directory: str) -> tuple[File, ...]:
    """The ignore file of a directory, given by its real path; none where it has none. Raises OSError."""
    try:
        with open(os.path.join(directory, NAME), encoding="utf-8-sig", errors="surrogateescape") as file:  # noqa: PTH118, PTH123  # hot
            lines = file.read().split("\n")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ()
    patterns = tuple(_pattern(line) for line in map(_stripped, lines) if line and not line.startswith("#"))
    return (File(os.path.join(directory, ""), patterns),) if patterns else ()  # noqa: PTH118  # the same


def ignored(files: tuple[File, ...], path: str, *, directory: bool) -> bool:
    """Whether a real path is to be skipped; the last match decides, and deeper ignore files come later."""
    verdict = False
    for file in files:
        relative = path[len(file.directory) :].replace(os.sep, "/")
        for pattern in file.patterns:
            if (directory or not pattern.directories) and pattern.expression.fullmatch(relative):
                verdict = not pattern.again
    return verdict


@lru_cache(maxsize=256)
def _pattern(line: str) -> Pattern:
    again = line.startswith("!")
    line = line.removeprefix("!")
    directories = line.endswith("/")
    line = line.rstrip("/")
    anchored = "/" in line
    expression = glob_expression(line.lstrip("/"))
    return Pattern(re.compile(expression if anchored else f"(?s:.*/)?{expression}"), directories, again)


def _stripped(line: str) -> str:
    """The line without the blanks at its end, but for one that a backslash protects."""
    line = line.rstrip("\r")
    bare = line.rstrip(" ")
    return bare + line[len(bare)] if bare.endswith("\\") and len(bare) < len(line) else bare
