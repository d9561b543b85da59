"""`.speechcleanignore`: gitignore syntax, for the directory that holds it and all below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from speechclean.core.glob import glob_expression

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".speechcleanignore"


class Pattern(NamedTuple):
    """One line of an ignore file."""

    expression: re.Pattern[str]
    directories: bool
    again: bool


def read(directory: Path) -> tuple[Pattern, ...]:
    """The patterns of a directory's ignore file; none where it has none."""
    file = directory / NAME
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(_pattern(line) for line in lines if line.strip() and not line.startswith("#"))


def ignored(patterns: tuple[Pattern, ...], relative: str, *, directory: bool) -> bool:
    """Whether a path, relative to the ignore file's directory and with `/`, is to be skipped; the last match decides."""
    verdict = False
    for pattern in patterns:
        if (directory or not pattern.directories) and pattern.expression.fullmatch(relative):
            verdict = not pattern.again
    return verdict


def _pattern(line: str) -> Pattern:
    line = line.rstrip()
    again = line.startswith("!")
    line = line.removeprefix("!").removeprefix("\\")
    directories = line.endswith("/")
    line = line.rstrip("/")
    anchored = "/" in line
    expression = glob_expression(line.lstrip("/"))
    return Pattern(re.compile(expression if anchored else f"(?:.*/)?{expression}"), directories, again)
