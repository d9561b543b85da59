"""`--lang` and `--help`, which every command takes; and helps in the reader's language."""

from __future__ import annotations

import os
from typing import Any

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


class Command(click.Command):
    """A command with a `--help` of ours: click asks gettext for that of its own, for which every start pays 1.4 ms."""

    _help: click.Option | None = None

    def make_parser(self, ctx: click.Context) -> Any:
        """What takes a command line apart, and refuses an option of one value that is given twice."""
        parser = super().make_parser(ctx)
        if not ctx.resilient_parsing:
            parse = parser.parse_args

            def parse_once(args: list[str]) -> tuple[Any, Any, list[click.Parameter]]:
                found = parse(args)
                _refuse_repeated(ctx, found[2])
                return found

            parser.parse_args = parse_once  # type: ignore[method-assign]  # click has no other place behind its parser
        return parser

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option, the same one each time."""
        names = self.get_help_option_names(ctx)
        if names and not self._help:
            self._help = click.Option(
                names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help="Show this message and exit.",
            )
        return self._help


def _refuse_repeated(context: click.Context, typed: list[click.Parameter]) -> None:
    """Raise click.UsageError for an option of which only the last value would count, before and behind a command's name."""
    seen = context.meta.setdefault("speechclean.typed", set())
    for option in typed:
        if isinstance(option, click.Option) and not (option.multiple or option.is_flag or option.count):
            if option.name in seen:
                raise click.UsageError(f"{option.opts[-1]} is given twice, and takes one value", context)
            seen.add(option.name)


def _show_help(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001  # click's signature
    if asked and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


def option() -> click.Option:
    """The option `--lang`. It was read before click reads anything, so that click's own complaints are in the language, too."""
    return click.Option([NAME], type=click.Choice(LANGUAGES), help=HELP, expose_value=False)


def is_typed(context: click.Context, name: str) -> bool:
    """Whether a parameter was given on the command line."""
    return context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


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
