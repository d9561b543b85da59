"""Where files go: places of their own in the output directory, settled before anything is written."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._messages import shown
from speechclean.cli._run import told
from speechclean.storage.forms import named

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from speechclean.storage.walk import Source


def side_of(path: Path) -> Path:
    """Where the records go that are left out of a file: `a.jsonl.gz` has `a.dropped.jsonl.gz` beside it."""
    stem = named(path.name).stem
    return path.with_name(f"{stem}.dropped{path.name[len(stem) :]}")


def places(found: list[Source], target: Path | None, sided: frozenset[str] = frozenset()) -> list[Path | None]:
    """The place of each file below the target; None for each without a target.

    `sided` are the sources, by their names, beside whose outputs a file of what is left out may stand. Raises
    click.UsageError when two files would go to one place, or one would replace an input.
    """
    if target is None:
        return [None] * len(found)
    inputs = {source.real for source in found}
    taken: dict[str, Source] = {}
    folders: dict[str, str] = {}
    there: list[Path | None] = []
    for source in found:
        place = target / source.relative
        there.append(place)
        for goes in (str(place), str(side_of(place))) if source.name in sided else (str(place),):
            if goes in taken:
                both = f"{shown(taken[goes].name)} and {shown(source.name)}"
                raise click.UsageError(f"{both} would both be written to {shown(goes)}; do them in two runs")
            taken[goes] = source
            if _real(goes, folders) in inputs:
                raise click.UsageError(f"{shown(goes)} is an input; choose another -o, or --in-place")
    return there


def refuse_as_account(given: dict[str, Any], found: list[Source], aims: list[Path | None]) -> None:
    """Raise click.UsageError where what is kept of a run would be written into a text that it reads or writes."""
    accounts: dict[str, str] = {}
    for option in ("journal", "report", "save_decisions"):
        if given.get(option):
            typed, real = f"--{option.replace('_', '-')}", os.path.realpath(given[option])
            if real in accounts:
                raise click.UsageError(f"{accounts[real]} and {typed} name one file; name two")
            accounts[real] = typed
    if not accounts:
        return
    folders: dict[str, str] = {}
    reads = {source.real for source in found}
    writes = {_real(str(place), folders) for aim in aims if aim for place in (aim, side_of(aim))}
    for real, typed in accounts.items():
        refuse_as_read(typed, real, reads)
        if real in writes:
            raise click.UsageError(f"{typed}: {shown(real)} is where a text goes; name another file")


def refuse_as_read(typed: str, path: str | Path, reads: Container[str]) -> None:
    """Raise click.UsageError where the file that an option names is read; `reads` are real paths."""
    real = os.path.realpath(path)
    if real in reads or _is_standard_input(real):
        raise click.UsageError(f"{typed}: {shown(real)} is a text that is read; name another file")


def _is_standard_input(real: str) -> bool:
    """Whether a file is what the shell gives us to read: `< in.json`."""
    with suppress(OSError):
        return os.path.isfile(real) and os.path.samestat(os.stat(real), os.fstat(0))  # noqa: PTH113, PTH116  # a name
    return False


def _real(place: str, folders: dict[str, str]) -> str:
    """Where a place really is; directories, of which many places share one, are looked up once."""
    folder, name = os.path.split(place)
    real = folders.get(folder)
    if real is None:
        real = folders[folder] = os.path.realpath(folder)
    return os.path.realpath(place) if os.path.islink(place) else os.path.join(real, name)  # noqa: PTH114, PTH118  # hot


def directory(target: Path) -> None:
    """Make the output directory. Raises click.UsageError when that cannot be done."""
    try:
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise click.UsageError(f"the output {shown(str(target))} is a file, not a directory") from None
    except OSError as error:
        raise click.UsageError(f"the output directory {shown(str(target))} cannot be made: {told(error)}") from None
    if not os.access(target, os.W_OK | os.X_OK):
        raise click.UsageError(f"the output directory {shown(str(target))} cannot be written to")
