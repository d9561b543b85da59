"""`fix --ask`: a person says which changes are made; what is refused becomes decisions, for this run and later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._ask_files import Dialogue
from speechclean.cli._cleaners import with_refusals
from speechclean.cli._messages import say, shown
from speechclean.cli._record import tool
from speechclean.cli._run import counted
from speechclean.core.errors import SpeechcleanError
from speechclean.core.named import NamedTuple
from speechclean.decisions import Decisions, dump, load

if TYPE_CHECKING:
    from pathlib import Path

    from speechclean.api import Cleaner
    from speechclean.cli._run import Tally
    from speechclean.storage.walk import Source


class Asked(NamedTuple):
    """What came of asking: a cleaner that makes what was not refused, and the files it is for."""

    cleaner: Cleaner
    files: list[Source]


def refuse_what_does_not_go_with_asking(given: dict[str, Any], *, stdin: bool) -> None:
    """Raise click.UsageError unless answers can be read, and decisions be saved."""
    place: Path | None = given["save_decisions"]
    if place and not given["ask"]:
        raise click.UsageError("--save-decisions goes with --ask")
    if given["ask"] and stdin:
        raise click.UsageError("--ask reads answers from standard input, so the text has to be in files")
    if given["ask"] and given["files_from"] and getattr(given["files_from"], "name", "<stdin>") == "<stdin>":
        raise click.UsageError("--ask reads answers from standard input, so --files-from cannot")
    if place and not place.parent.is_dir():
        raise click.UsageError(f"--save-decisions: {shown(str(place.parent))} is no directory")


def ask(cleaner: Cleaner, files: list[Source], given: dict[str, Any], tally: Tally) -> Asked:
    """Ask about every change in the files, and save what was refused if that is wanted. Raises click.UsageError."""
    place: Path | None = given["save_decisions"]
    try:
        before = load(place) if place and place.exists() else Decisions()
    except SpeechcleanError as error:
        raise click.UsageError(str(error)) from None
    dialogue = Dialogue(cleaner, in_place=given["in_place"], tally=tally)
    left = [source for source in files if dialogue.wants(source)]
    if place:
        from speechclean.storage.atomic import write

        write(place, dump([*before.refusals, *dialogue.refused], tool()).encode("ascii"))
    if dialogue.unasked:
        say(f"not asked about, and left as they were: {counted(dialogue.unasked, 'file')}")
    return Asked(with_refusals(cleaner, [*dialogue.carried, *dialogue.refused, *dialogue.open]), left)
