"""`speechclean restore`: the originals, byte for byte, from cleaned texts and a journal; or a part of what went."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli import _complete, _options
from speechclean.cli._inputs import reads_stdin
from speechclean.cli._language import Command
from speechclean.cli._messages import complain, shown
from speechclean.cli._record import journal_place
from speechclean.cli._restoring import Restoring
from speechclean.cli._run import counted, told
from speechclean.storage.journal import Reader

if TYPE_CHECKING:
    from speechclean.cli._put_back import PutBack

MOST = 5
"""Damaged lines of a journal that are told one by one."""


@click.command(cls=Command, short_help="Give the originals back, byte for byte.")
@_options.options(_options.PATHS)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    shell_complete=_complete.directories,
    help="Where originals go; `-`: stdout.  [default: restored]",
)
@click.option("--in-place", is_flag=True, help="Put the originals in the place of the cleaned files.")
@click.option(
    "--journal",
    type=click.Path(path_type=Path),
    help="The journal of the runs that cleaned them.  [default: .speechclean/journal.jsonl]",
)
@click.option(
    "--only",
    metavar="NAME,…",
    multiple=True,
    shell_complete=_complete.rule_names,
    help="Put back what these rules, families or stages did, and nothing else.",
)
@click.option("--list", "lists", is_flag=True, help="Show what --only could put back, file by file; write nothing.")
@click.option("--format", "form", type=click.Choice(("text", "json")), help="How to --list; json: one object a line.")
@click.option(
    "--field", metavar="NAME,…", multiple=True, help="The input holds records; restore these fields.  [default: text]"
)
@click.option("--stdin-filename", metavar="PATH", help="What standard input was called when it was cleaned.")
@_options.options(_options.FILES, _options.CONFIGURATION, _options.VOLUME)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Give back the originals of cleaned texts, from the journal that `fix` wrote.

    A text that was cleaned several times goes back through all the runs that the journal knows. With --only the text
    stays clean, and UTF-8, but for what the named rules did; files so written are journaled too. Records go back by their
    numbers: files of all their lines or rows, in order. Without PATH, or with `-`, standard input is restored to standard
    output. Exit status: 0 done, 2 something could not be restored.
    """
    stdin = reads_stdin(paths, given)
    _refuse_what_excludes(given)
    if stdin and (given["in_place"] or given["output"] not in (None, "-")):
        raise click.UsageError("standard input goes to standard output; --in-place and --output need files")
    given["output"] = given["output"] or "restored"
    resolved = _options.resolve({**given, "output": None})
    path = journal_place(given, resolved)
    try:
        reader = Reader(path)
    except OSError as error:
        why = told(error, str(path))
        raise click.UsageError(f"journal {shown(str(path))}: {why}; --journal names that of the run") from None
    with reader, ExitStack() as stack:
        partial = stack.enter_context(_put_back(reader, path, given)) if given["only"] or given["lists"] else None
        restore = Restoring(reader, given, partial)
        if stdin:
            restore.stream()
        else:
            restore.files(paths, resolved)
        restore.close(stdin=stdin)
        return max(restore.tally.status(), _damage(path, reader))


def _refuse_what_excludes(given: dict[str, Any]) -> None:
    if given["in_place"] and given["output"]:
        raise click.UsageError("--in-place and --output exclude each other")
    if given["lists"] and (given["in_place"] or given["output"]):
        raise click.UsageError("--list writes nothing; leave out --in-place and --output")
    if given["form"] and not given["lists"]:
        raise click.UsageError("--format goes with --list")


def _put_back(reader: Reader, path: Path, given: dict[str, Any]) -> PutBack:
    """What puts back, or lists, what the named rules did. Raises click.UsageError."""
    from speechclean.cli._put_back import PutBack
    from speechclean.cli._rule_names import RuleNames

    names = _options.names(given["only"] or ("all",))
    if not names:
        raise click.UsageError("--only names no rule")
    return PutBack(reader, path, RuleNames(names, reader.rules))


def _damage(path: Path, reader: Reader) -> int:
    """Tell of damaged lines, and the exit status they make."""
    for number, why in reader.damaged[:MOST]:
        complain(f"journal {shown(str(path))}: line {number} is damaged and was passed over: {why}")
    if len(reader.damaged) > MOST:
        complain(f"journal {shown(str(path))}: {counted(len(reader.damaged) - MOST, 'more damaged line')}")
    return 2 if reader.damaged else 0
