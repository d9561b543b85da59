"""`--lang`, which every command takes, before or after its name; and helps in the reader's language."""

from __future__ import annotations

import os

import click

from speechclean.cli import _color
from speechclean.cli._color import typed
from speechclean.wording import LANGUAGES, language, language_of, speak

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
        command.params[at:at] = [_color.option(), option()]
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            spoken(inner)
    return command


def choose(arguments: list[str]) -> None:
    """Speak the language that is typed, or else the one that the environment asks for."""
    asked = typed(arguments, NAME)
    speak(asked if asked in LANGUAGES else language_of(os.environ))
