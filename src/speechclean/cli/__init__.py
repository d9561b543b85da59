"""The command line: one file a command, each loaded when it is asked for."""

from __future__ import annotations

import io
import sys
from contextvars import copy_context
from importlib import import_module
from typing import Any

import click

from speechclean.cli import _color
from speechclean.cli._language import Command, Context, choose, option, spoken
from speechclean.cli._messages import complain, flush, mute, say, shown
from speechclean.cli._run import interrupted, told
from speechclean.core.errors import SpeechcleanError

COMMANDS = ("fix", "check", "detect", "restore", "rules", "explain", "learn", "rename", "config", "init")

EPILOG = """\b
  speechclean fix seeds/                               # files → cleaned/
  curl -s … | speechclean fix | wc -m                  # bytes in, UTF-8 out
  speechclean fix --field text < in.jsonl > out.jsonl  # one field of records
"""


class SeenEnoughError(Exception):
    """Whoever read our output has closed the pipe. Click would end a run that meets BrokenPipeError with status 1."""


class Commands(Command, click.Group):
    """A group that imports a command's module when the command is used."""

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        """Read the command line, which may show a help."""
        try:
            return super().make_context(*given, **more)
        except BrokenPipeError:
            raise SeenEnoughError from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise SeenEnoughError from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; for one that there is not, the nearest is suggested."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COMMANDS)}"
            ctx.fail(f"no command is called {shown(args[0])!r}; {hint}")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"speechclean.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  # every module in COMMANDS has one
        return spoken(command)


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMAND …",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _, asked: _show_version(context) if asked else None,
    help="Show the version and exit.",
)
def app() -> None:
    """Give crawled Chinese text back as written, with an account of every change."""


def _show_version(context: click.Context) -> None:
    from speechclean import __version__

    if not context.resilient_parsing:
        click.echo(f"speechclean, version {__version__}", color=context.color)
        context.exit()


app.context_class = Context
app.params += [option(), _color.option(hidden=True)]


def start(arguments: list[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 findings, 2 an error, 130 interrupted.

    Its language and its colours are gone with it: the caller, and the next command of the process, have their own.
    """
    return copy_context().run(_start, arguments)


def _start(arguments: list[str]) -> int:
    _speak()
    choose(arguments)
    _color.choose(arguments)
    try:
        status = app.main(arguments, prog_name="speechclean", standalone_mode=False)
        flush()
    except click.ClickException as error:
        _show(error)
        status = 2
    except (SeenEnoughError, BrokenPipeError):
        mute()
        status = 0
    except (KeyboardInterrupt, click.Abort):
        complain(interrupted())
        mute()
        status = 130
    except SpeechcleanError as error:
        complain(str(error))
        mute()
        status = 2
    except OSError as error:
        complain(told(error) if error.filename else f"standard output cannot be written to: {told(error)}")
        mute()
        status = 2
    except MemoryError:
        complain("there is not enough memory for it")
        mute()
        status = 2
    except Exception as error:  # noqa: BLE001  # whatever it is, a traceback helps nobody who runs a command
        complain(f"internal error, please report it: {type(error).__name__}: {error}")
        status = 2
    return status if isinstance(status, int) else 0


def _speak() -> None:
    """Let a terminal that knows few characters show the others as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors != "backslashreplace":
            stream.reconfigure(errors="backslashreplace")


def _show(error: click.ClickException) -> None:
    """What was wrong with the command line, and where its options are told."""
    told = io.StringIO()
    error.show(told)
    say(told.getvalue().rstrip("\n"))
