"""`speechclean explain`: what was found in a text, and the evidence, also where the text was kept."""

from __future__ import annotations

import os
from typing import Any

import click

from speechclean.cli import _options
from speechclean.cli._language import Command


@click.command(cls=Command, short_help="Show the evidence for and against, also for what was kept.")
@click.argument("text", required=False)
@_options.options(_options.CLEANING, _options.CONFIGURATION)
def command(text: str | None, **given: Any) -> int:
    """Show what each rule finds in TEXT (default: standard input), and the evidence for and against it.

    Spans that were weighed and kept are shown too. Exit status: 0 done, 2 the text could not be read.
    """
    from speechclean.cli._explain import explain
    from speechclean.cli._messages import complain, shown

    if text is not None and os.path.isfile(text):  # noqa: PTH113  # a path raises OSError for a text that is longer than a name
        complain(
            f"{shown(text)} is read as a text, though there is a file of that name: `speechclean explain < FILE` reads it"
        )
    if text is not None:  # where the locale knows no UTF-8, the text came as bytes in disguise
        text = os.fsencode(text).decode("utf-8", "replace")
    return explain(text, _options.cleaner(_options.resolve(given), by_path=False))
