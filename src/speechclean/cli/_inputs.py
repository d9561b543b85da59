"""Turns the paths that were typed into files to read, with a clear word for each that leads nowhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal

import click

from speechclean.cli._messages import complain, say, shown
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._run import Tally
    from speechclean.config import Resolved
    from speechclean.storage.walk import Missing, Source

PIECE = 1 << 16
"""Bytes of standard input that are read at a time."""
OTHERS = {
    ".docx": "this is no text file; try: pandoc -t plain {} | speechclean fix",
    ".doc": "this is no text file; try: antiword {} | speechclean fix",
    ".pdf": "this is no text file; try: pdftotext -layout {} - | speechclean fix",
    ".html": "this is a web page; try: trafilatura < {} | speechclean fix",
    ".htm": "this is a web page; try: trafilatura < {} | speechclean fix",
    ".gz": "this is compressed; try: zcat {} | speechclean fix",
    ".zst": "this is compressed; try: zstdcat {} | speechclean fix",
}
"""Files that are not read as text, by suffix, and what to do with them."""


def reads_stdin(paths: tuple[str, ...], given: dict[str, Any]) -> bool:
    """Whether the text comes from standard input. Raises click.UsageError for what does not go together."""
    if given["null"] and not given["files_from"]:
        raise click.UsageError("-0 goes with --files-from")
    if "-" in paths and (len(paths) > 1 or given["files_from"]):
        raise click.UsageError("`-` (standard input) cannot be mixed with paths")
    return paths == ("-",) or not (paths or given["files_from"])


def typed_paths(paths: tuple[str, ...], given: dict[str, Any]) -> tuple[str, ...]:
    """The paths of the command line and of `--files-from`."""
    if not given["files_from"]:
        return paths
    import os

    listed: bytes = given["files_from"].read()
    names = listed.split(b"\0") if given["null"] else [line.rstrip(b"\r") for line in listed.split(b"\n")]
    return (*paths, *(os.fsdecode(name) for name in names if name))


def refuse_without_records(given: dict[str, Any]) -> None:
    """Raise click.UsageError for an option of `fix` that says what becomes of records, where there are none."""
    for key in ("add_columns", "drop"):
        if given[key]:
            option = f"--{key.replace('_', '-')}"
            raise click.UsageError(f"{option} goes with records, and this is text; --field NAME reads it as JSON lines")


def field_names(typed: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that were named with `--field`, each once, or the one that there is by default."""
    return tuple(dict.fromkeys(name for names in typed for name in names.split(",") if name)) or ("text",)


class Reads(NamedTuple):
    """What a command reads: not its own output, and where fields are named the record files of a directory.

    `usual` are the globs of a command that has others than these. `earlier` tells whether outputs of earlier runs are
    read, or `told` of as passed over, or passed over silently.
    """

    output: Path | None = None
    fields: bool = False
    usual: tuple[str, ...] = ()
    earlier: Literal["read", "told", "silent"] = "read"

    def globs(self, resolved: Resolved) -> tuple[str, ...]:
        """Which files of a directory are wanted."""
        from speechclean.storage.forms import GLOBS
        from speechclean.storage.walk import TEXTS

        globs = resolved.value("glob")
        assert isinstance(globs, tuple)  # noqa: S101  # checked when they were resolved
        return globs or self.usual or (GLOBS if self.fields else TEXTS)


_TEXTS = Reads()


def reads_of(given: dict[str, Any], output: Path | str | None) -> Reads:
    """What a command reads that reads texts as they were found: no output, neither its own nor an earlier one."""
    from pathlib import Path

    place = None if output in (None, "-") else Path(str(output))
    return Reads(place, fields=bool(given["field"]), earlier="silent" if given.get("quiet") else "told")


def sources(paths: tuple[str, ...], resolved: Resolved, tally: Tally, reads: Reads = _TEXTS) -> Iterator[Source]:
    """The files to read; paths that lead to none are counted as failures."""
    from speechclean.storage.forms import named
    from speechclean.storage.walk import Missing

    for found in files(paths, resolved, reads):
        if isinstance(found, Missing):
            tally.fail(found.path, found.why)
            continue
        suffix = found.path.suffix.lower() if found.named else ""
        if suffix in OTHERS and not named(found.path.name, records=reads.fields).form:
            tally.fail(found.name, OTHERS[suffix].format(_quoted(found.name)))
        else:
            yield found


def files(paths: tuple[str, ...], resolved: Resolved, reads: Reads = _TEXTS) -> Iterator[Source | Missing]:
    """The files that the paths lead to, each a Source or Missing."""
    from speechclean.storage.walk import Choice, Earlier, walk

    excludes = resolved.value("exclude")
    assert isinstance(excludes, tuple)  # noqa: S101  # checked when they were resolved
    notes = None if reads.earlier == "read" else (str(resolved.file.parent) if resolved.file else ".",)
    any_case = not resolved.value("glob")  # 讲话.TXT, as some systems write it, unless it was said what is wanted
    for found in walk(paths, Choice(reads.globs(resolved), excludes, reads.output, any_case, notes)):
        if not isinstance(found, Earlier):
            yield found
        elif reads.earlier == "told":
            say(f"{shown(found.path)}: passed over, an earlier run wrote it; name it to have it read")


def complain_of_nothing(paths: tuple[str, ...], resolved: Resolved, reads: Reads = _TEXTS) -> None:
    """Say why no file was found."""
    if not paths:
        complain("nothing to do: the list of files is empty")
        return
    globs = reads.globs(resolved)
    told = ", ".join(globs[:3]) + (" …" if len(globs) > 3 else "")
    where = ", ".join(shown(path) for path in paths[:3]) + (" …" if len(paths) > 3 else "")
    complain(f"nothing to do: no file that matches {told} under {where} (--glob chooses others)")


def standard_input() -> bytes:
    """All of standard input. Raises OSError."""
    if sys.stdin is None:
        return b""
    _hint()
    return sys.stdin.buffer.read()


def standard_pieces() -> Iterator[bytes]:
    """Standard input piece by piece. Raises OSError."""
    if sys.stdin is None:
        return
    _hint()
    while piece := sys.stdin.buffer.read(PIECE):
        yield piece


def _hint() -> None:
    if sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty():
        complain("reading standard input; end it with Ctrl-D, or see speechclean --help")


def _quoted(name: str) -> str:
    from shlex import quote

    return quote(shown(name))
