"""`speechclean init`: a configuration file that explains itself."""

from __future__ import annotations

import os
from pathlib import Path

import click

from speechclean.cli._language import Command
from speechclean.cli._messages import out, say, shown
from speechclean.cli._run import told
from speechclean.config import NAMES, find_file, template
from speechclean.storage.atomic import write
from speechclean.wording import language


@click.command(cls=Command, short_help="Write a configuration file with every key explained.")
@click.argument("path", required=False, default=NAMES[0], metavar="[PATH]", type=click.Path(allow_dash=True))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def command(path: str, *, force: bool) -> int:
    """Write a configuration file with every key explained, and commented out, in the language of messages.

    PATH is a file or a directory, speechclean.toml in the working directory by default; with `-` it goes to standard
    output. Exit status: 0 done, 2 the file is there already (--force replaces it), or cannot be written.
    """
    text = template(language()).encode()
    if path == "-":
        out(text)
        return 0
    place = Path(path) / NAMES[0] if os.path.isdir(path) else Path(path)  # noqa: PTH112  # never raises
    try:
        if force:
            write(place, text)
        else:
            with place.open("xb") as file:
                file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{shown(str(place))} is there already; --force replaces it") from None
    except (OSError, ValueError) as error:
        why = told(error, str(place)) if isinstance(error, OSError) else str(error)
        raise click.UsageError(f"{shown(str(place))} cannot be written: {why}") from None
    say(f"{shown(str(place))} is written; `speechclean config` shows what holds")
    _warn(place)
    return 0


def _warn(place: Path) -> None:
    """Say when another file would be read all the same, or is read no longer."""
    other = place.parent / NAMES[1]
    read = find_file(Path.cwd())
    if place.name == NAMES[0] and other.is_file() and b"tool.speechclean" in other.read_bytes():
        say(f"[tool.speechclean] in {shown(str(other))} is read no longer: {NAMES[0]} comes first")
    elif read is None or not read.samefile(place):
        say(f"it is read in its directory and below; from here, name it: --config {shown(str(place))}")
