"""`--output-format`: what it goes with."""

from __future__ import annotations

from typing import Any

import click

from speechclean.core.errors import StorageError
from speechclean.storage.forms import FORMATS, named


def require_format(given: dict[str, Any], *, stdin: bool) -> None:
    """Raise click.UsageError for a form that is not known or cannot be written here, and for what does not go with one."""
    name = given["output_format"] = given["output_format"].lower().removeprefix(".")
    if name not in FORMATS:
        raise click.UsageError(f"--output-format: {name!r} is none of jsonl, ndjson, csv, tsv, parquet")
    if stdin or given["in_place"] or given["output"] == "-":
        raise click.UsageError("--output-format writes files of records; it needs files, and -o DIR")
    if given["journal"]:
        raise click.UsageError(
            "--output-format leaves no way back to the lines of the input; use --report, not --journal"
        )
    from speechclean.storage.draft import require_form

    try:
        require_form(named(f".{name}"))
    except StorageError as error:
        raise click.UsageError(f"--output-format: {error}") from None
