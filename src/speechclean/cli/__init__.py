"""The command line: one file a command, each loaded when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from speechclean.cli._messages import complain

COMMANDS = ("fix", "check", "detect", "restore", "rules", "explain", "config")

EPILOG = """\b
Examples:
  speechclean fix seeds/                               files → cleaned/
  curl -s … | speechclean fix | wc -m                  a filter: bytes in, clean UTF-8 out
  speechclean fix --field text < in.jsonl > out.jsonl  records: clean one field, keep the rest
"""


class Commands(click.Group):
    """A group that imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"speechclean.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  # every module in COMMANDS has one
        return command


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="COMMAND …",
)
@click.version_option(package_name="speechclean", prog_name="speechclean")
def app() -> None:
    """Give crawled Chinese text back as its author wrote it.

    Removes ads, site headers and footers, truncation markers and anti-scrape noise, repairs encodings and script,
    and accounts for every character that changed.
    """


def start(arguments: list[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 findings, 2 an error, 130 interrupted."""
    try:
        status = app.main(arguments, prog_name="speechclean", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        click.echo(help_wanted.format_message(), err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted")
        return 130
    except BrokenPipeError:
        # whoever read our output has seen enough; keep the interpreter from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return status if isinstance(status, int) else 0
