"""`speechclean config`: what holds, and where it came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from speechclean.cli import _options
from speechclean.cli._messages import out
from speechclean.wording import worded


@click.command(short_help="Show what holds and where it came from.")
@click.option("-o", "--output", metavar="DIR", hidden=True)
@_options.options(_options.CLEANING, _options.FILES[:2], _options.CONFIGURATION)
def command(**given: Any) -> int:
    """Show every setting, its value and its origin: default, configuration file or command line."""
    resolved = _options.resolve(given)
    _options.cleaner(resolved)
    where = resolved.file or "none (searched upward from the working directory for speechclean.toml and pyproject.toml)"
    if given["isolated"]:
        where = "none (--isolated)"
    lines = [f"# configuration file: {where}"]
    for key, origin in sorted(resolved.origins.items()):
        source = Path(origin.source).name if origin.source == str(resolved.file) else origin.source
        lines.append(
            f"{key} = {_toml(origin.value)}  # {source}" if origin.value is not None else f"# {key} is not set"
        )
    out((worded("\n".join(lines)) + "\n").encode("utf-8", "backslashreplace"))
    return 0


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
