"""Where files go: one place in the output directory for each, settled before anything is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from speechclean.cli._messages import shown
from speechclean.cli._run import told

if TYPE_CHECKING:
    from pathlib import Path

    from speechclean.storage.walk import Source


def places(found: list[Source], target: Path | None) -> list[Path | None]:
    """The place of each file below the target; without a target there is none.

    Raises click.UsageError when two files would go to one place, or one would replace an input.
    """
    if target is None:
        return [None] * len(found)
    inputs = {source.real for source in found}
    taken: dict[str, Source] = {}
    folders: dict[str, str] = {}
    there: list[Path | None] = []
    for source in found:
        if source.relative in taken:
            both = f"{shown(taken[source.relative].name)} and {shown(source.name)}"
            raise click.UsageError(
                f"{both} would both be written to {shown(str(target / source.relative))}; do them in two runs"
            )
        taken[source.relative] = source
        place = target / source.relative
        there.append(place)
        if _real(str(place), folders) in inputs:
            raise click.UsageError(f"{shown(str(place))} is an input; choose another -o, or --in-place")
    return there


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
