"""Turns the paths that were typed into files to read, with a clear word for each that leads nowhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from speechclean.cli._messages import complain, shown
from speechclean.storage.walk import TEXTS, Choice, Missing, Source, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._run import Tally
    from speechclean.config import Resolved

DOCUMENTS = {
    ".docx": "pandoc -t plain FILE.docx | speechclean fix",
    ".doc": "antiword FILE.doc | speechclean fix",
    ".pdf": "pdftotext -layout FILE.pdf - | speechclean fix",
    ".html": "trafilatura < FILE.html | speechclean fix",
    ".htm": "trafilatura < FILE.htm | speechclean fix",
}


def reads_stdin(paths: tuple[str, ...], files_from: BinaryIO | None) -> bool:
    """Whether the text comes from standard input. Raises click.UsageError when `-` stands beside paths."""
    if "-" in paths and len(paths) > 1:
        raise click.UsageError("`-` (standard input) cannot be mixed with paths")
    return paths == ("-",) or (not paths and files_from is None)


def typed_paths(paths: tuple[str, ...], files_from: BinaryIO | None, *, null: bool) -> tuple[str, ...]:
    """The paths of the command line and of `--files-from`."""
    if files_from is None:
        return paths
    import os

    names = files_from.read().split(b"\0" if null else b"\n")
    return (*paths, *(os.fsdecode(name.rstrip(b"\r")) for name in names if name.strip()))


def sources(
    paths: tuple[str, ...], resolved: Resolved, tally: Tally, *, output: Path | None = None
) -> Iterator[Source]:
    """The files to read; paths that lead nowhere are counted as failures."""
    globs = resolved.value("glob") or TEXTS
    excludes = resolved.value("exclude")
    choice = Choice(tuple(globs), tuple(excludes), output)  # type: ignore[arg-type]  # checked when they were resolved
    for found in walk(paths, choice):
        if isinstance(found, Missing):
            tally.fail(str(found.path), found.why)
        elif found.named and found.path.suffix.lower() in DOCUMENTS:
            how = DOCUMENTS[found.path.suffix.lower()].replace("FILE", found.path.stem)
            tally.fail(str(found.path), f"speechclean reads text; try: {how}")
        else:
            yield found


def complain_of_nothing(paths: tuple[str, ...], resolved: Resolved) -> None:
    """Say why no file was found."""
    globs = ", ".join(str(glob) for glob in resolved.value("glob") or TEXTS)  # type: ignore[attr-defined]  # a tuple
    complain(f"nothing to do: no file that matches {globs} under {', '.join(shown(path) for path in paths)}")


def standard_input() -> bytes:
    """All of standard input."""
    if sys.stdin is None:
        return b""
    return sys.stdin.buffer.read()


def parameters(context: click.Context) -> dict[str, Any]:
    """The parameters of the command that is running."""
    return dict(context.params)
