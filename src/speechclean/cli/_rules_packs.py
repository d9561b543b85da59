"""`speechclean rules import` and `rules export`: packs of the reader Legado, in and out."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._inputs import standard_input
from speechclean.cli._language import Command
from speechclean.cli._messages import complain, out_lines, say, shown
from speechclean.cli._places import refuse_as_read
from speechclean.cli._run import told
from speechclean.core.errors import SpeechcleanError
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.rules.custom.legado.importing import Imported, Left, Taken

_PLACE = (
    click.option(
        "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.  [default: stdout]"
    ),
    click.option("--force", is_flag=True, help="Replace the file of --output."),
)


def _placed(command: Any) -> Any:
    for option in reversed(_PLACE):
        command = option(command)
    return command


@click.command("import", cls=Command, short_help="Turn a pack of Legado rules (净化规则) into a file of rules.")
@click.argument("file", type=click.Path(path_type=Path))
@_placed
@click.option("-q", "--quiet", is_flag=True, help="Say only what was refused.")
def import_(file: Path, output: Path | None, *, force: bool, quiet: bool) -> int:
    """Turn FILE, a pack of Legado rules of either generation (JSON; `-`: stdin), into a file of rules of your own.

    Says of each rule what became of it, and why not. Imported rules are unsafe: on by name or with --unsafe. Exit status:
    0 done, 1 some rules were refused, 2 the file is no pack, or none could be translated.
    """
    from speechclean.rules.custom.legado.importing import imported
    from speechclean.rules.custom.legado.records import read

    where = shown(str(file))
    _check_place(output, (file,), force=force)
    try:
        data = standard_input() if str(file) == "-" else file.read_bytes()
        pack = imported(read(data, where))
    except OSError as error:
        complain(told(error))
        return 2
    for outcome in pack.outcomes:
        _say_outcome(where, outcome, quiet=quiet)
    refused = [left for left in pack.left if not left.twice]
    twice = len(pack.left) - len(refused)
    counts = f"{len(pack.taken)} translated, {len(refused)} refused" + (f", {twice} there twice" if twice else "")
    total = len(pack.outcomes)
    say(f"{total} rule{'s' * (total != 1)}: {counts}")
    if not pack.taken:
        complain(f"{where}: no rule could be translated, so nothing was written")
        return 2
    _put(output, _file(where, pack))
    return 1 if refused else 0


@click.command("export", cls=Command, short_help="Write files of your own rules as a pack of Legado rules.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path())
@_placed
def export(files: tuple[str, ...], output: Path | None, *, force: bool) -> int:
    """Write the rules of FILE… as a pack of Legado rules (JSON).

    Imported rules go back as they came. Exit status: 0 done, 1 some rules say what Legado cannot, 2 a file cannot be
    read or does not make sense, or none could be written.
    """
    from speechclean.cli._rules_files import loaded
    from speechclean.rules.custom.legado.exporting import Exported, exported

    _check_place(output, files, force=force)
    specs = loaded(files)
    if specs is None:
        return 2
    entries = []
    refused = 0
    for outcome in exported(specs):
        spec = outcome.spec
        if isinstance(outcome, Exported):
            entries.append(outcome.entry)
        else:
            refused += 1
        remark = outcome.remark if isinstance(outcome, Exported) else f"refused: {outcome.why}"
        if remark:
            say(f"{shown(spec.file)}: rule {spec.name}: {remark}")
    say(f"{len(specs)} rule{'s' * (len(specs) != 1)}: {len(entries)} written, {refused} refused")
    if not entries:
        return 2
    _put(output, json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
    return 1 if refused else 0


def _say_outcome(where: str, outcome: Taken | Left, *, quiet: bool) -> None:
    from speechclean.report.rules import visible
    from speechclean.rules.custom.legado.importing import Left

    if isinstance(outcome, Left):
        name = f" “{visible(outcome.name)}”" if outcome.name else ""
        told = f"left out: {outcome.why}" if outcome.twice else f"refused: {outcome.why}"
        say(f"{where}: rule {outcome.number}{name}: {told}")
    elif not quiet:
        name = f" “{outcome.spec.summary}”" if outcome.spec.summary else ""
        say(f"{where}: rule {outcome.number}{name}: {'; '.join((f'now {outcome.spec.name}', *outcome.remarks))}")


def _file(where: str, pack: Imported) -> str:
    """The file: what it is, the rules in the order in which they run, and what was left out as comments."""
    from speechclean.cli._record import tool
    from speechclean.rules.custom.write import comment, toml

    head = [
        f"{len(pack.taken)} of the {len(pack.outcomes)} rules of {Path(where).name}, by {tool()}.",
        'They are unsafe until you have looked at them: --extend-select legado, or write "safe" where you trust one.',
        "`speechclean rules lint` says what may hurt, `speechclean rules show NAME` what one does.",
    ]
    tail = []
    for left in pack.left:
        tail += ["", comment(f"rule {left.number}: {left.why}"), comment(json.dumps(left.entry, ensure_ascii=False))]
    rules = toml(taken.spec for taken in pack.taken)
    return "\n".join([*(comment(worded(line)) for line in head), "", rules + "\n".join(tail)]).rstrip("\n") + "\n"


def _check_place(output: Path | None, files: Iterable[str | Path], *, force: bool) -> None:
    if output and output.exists() and not force:
        raise click.UsageError(f"{shown(str(output))} is there already; --force replaces it")
    if output:
        refuse_as_read("--output", output, [os.path.realpath(file) for file in files])


def _put(output: Path | None, text: str) -> None:
    """Write the text to the file, or to standard output. Raises SpeechcleanError."""
    if output is None:
        out_lines(text)
        return
    from speechclean.storage.atomic import write

    try:
        write(output, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise SpeechcleanError(told(error)) from None
