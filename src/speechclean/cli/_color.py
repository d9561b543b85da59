"""`--color`, which every command takes, before or after its name."""

from __future__ import annotations

import click

from speechclean.report.ink import CHOICES
from speechclean.report.ink import choose as paint

NAME = "--color"
HELP = "Colours; auto: on a terminal, unless NO_COLOR is set.  [default: auto]"


def option(*, hidden: bool = False) -> click.Option:
    """The option. It was read before click reads anything, so that it holds wherever it stands."""
    return click.Option([NAME], type=click.Choice(CHOICES), help=HELP, expose_value=False, hidden=hidden)


def choose(arguments: list[str]) -> None:
    """Colour as it is typed, or as the environment and the stream say."""
    asked = typed(arguments, NAME)
    paint(asked if asked in CHOICES else "auto")


def typed(arguments: list[str], name: str) -> str:
    """The value of an option that may stand anywhere; empty where it is not given."""
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name:
            return next(iter(arguments[number + 1 : number + 2]), "")
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""
