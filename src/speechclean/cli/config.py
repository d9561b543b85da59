"""`speechclean config`: what holds, and where it came from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _complete, _options
from speechclean.cli._language import Command
from speechclean.cli._messages import out, shown
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.config import Origin, Resolved
    from speechclean.config.override import Override


@click.command(cls=Command, short_help="Show what holds and where it came from.")
@click.argument("path", required=False, shell_complete=_complete.files)
@click.option("-o", "--output", metavar="DIR", hidden=True)
@_options.options(_options.CLEANING, _options.FILES[:2], _options.CONFIGURATION)
def command(path: str | None, **given: Any) -> int:
    """Show every setting, its value and its origin: default, configuration file, override or command line.

    With PATH, which need not exist, show what holds for that file, overrides included. What is shown can be read as a
    configuration file again. Exit status: 0 done, 2 the configuration does not make sense.
    """
    resolved = _options.resolve(given)
    _options.cleaner(resolved)
    where = resolved.file or "none (searched upward from the working directory for speechclean.toml and pyproject.toml)"
    if given["isolated"]:
        where = "none (--isolated)"
    lines = [f"# configuration file: {where}"]
    if path is None:
        lines += _settings(resolved, resolved.origins)
        for override in resolved.overrides:
            lines += _override(override)
    else:
        lines += [f"# for {shown(path)}", *_settings(resolved, resolved.origins_for(path))]
    out((worded("\n".join(lines)) + "\n").encode("utf-8", "backslashreplace"))
    return 0


def _settings(resolved: Resolved, origins: dict[str, Origin]) -> Iterator[str]:
    for key, origin in sorted(origins.items()):
        source = origin.source
        if resolved.file and source.startswith(str(resolved.file)):
            source = resolved.file.name + source[len(str(resolved.file)) :]
        yield f"{key} = {_toml(origin.value)}  # {source}" if origin.value is not None else f"# {key} is not set"


def _override(override: Override) -> Iterator[str]:
    yield f"\n[[override]]  # {override.number}"
    yield f"paths = {_toml(override.paths)}"
    for key, value in sorted(override.values.items()):
        yield f"{key} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
