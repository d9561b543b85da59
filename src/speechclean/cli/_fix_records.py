"""`fix --field` on standard input: JSON lines, of which only the fields change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.cli._record import Account, Run
from speechclean.cli._record_files import clean_streams
from speechclean.cli._record_lines import Lines
from speechclean.cli._resume import Resume
from speechclean.cli._run import Tally

if TYPE_CHECKING:
    from speechclean.api import Cleaner


def fix_records(cleaner: Cleaner, given: dict[str, Any]) -> int:
    """Clean fields of every record; a line without them is copied unchanged and counted as failed."""
    tally = Tally("record")
    with Account(cleaner, given, tally) as account:
        run = Run(cleaner, given, tally, account, Resume(None, cleaner, given))
        clean_streams(run, [Lines(run, given["stdin_filename"] or "<stdin>", None)])
    if given["verbose"]:
        tally.say_summary()
    return tally.status(fail_on_held=given["fail_on"] == "held")
