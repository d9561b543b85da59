"""`--lang`, which every command takes, before or after its name; and helps in the reader's language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from speechclean.wording import LANGUAGES, language, language_of, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "--lang"
HELP = "The language of messages.  [default: as the locale says]"


class Context(click.Context):
    """A context whose helps are in the reader's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """What lays a help out: click's own for English."""
        if language() == "en":
            return super().make_formatter()
        from speechclean.cli._help import Formatter

        return Formatter(width=self.terminal_width, max_width=self.max_content_width)


def option() -> click.Option:
    """The option. It was read before click reads anything, so that click's own complaints are in the language, too."""
    return click.Option([NAME], type=click.Choice(LANGUAGES), help=HELP, expose_value=False)


def spoken(command: click.Command) -> click.Command:
    """The command, with the option, and with helps in the reader's language; so are the commands that it holds."""
    if command.context_class is not Context:
        command.context_class = Context
        at = next((at for at, known in enumerate(command.params) if known.name == "help"), len(command.params))
        command.params.insert(at, option())
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            spoken(inner)
    return command


def choose(arguments: list[str]) -> None:
    """Speak the language that is typed, or else the one that the environment asks for."""
    typed = next(_typed(arguments), "")
    speak(typed if typed in LANGUAGES else language_of(os.environ))


def _typed(arguments: list[str]) -> Iterator[str]:
    for number, argument in enumerate(arguments):
        if argument == "--":
            return
        if argument == NAME:
            yield from arguments[number + 1 : number + 2]
        elif argument.startswith(f"{NAME}="):
            yield argument.partition("=")[2]
