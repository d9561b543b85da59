"""`fix` as a filter: bytes in on standard input, clean UTF-8 out on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import standard_input
from speechclean.cli._messages import out, say
from speechclean.cli._record import Account, check_proof
from speechclean.cli._run import Tally, attempt

if TYPE_CHECKING:
    from speechclean.api import Cleaner


def fix_stream(cleaner: Cleaner, given: dict[str, Any]) -> int:
    """Clean standard input; silent unless there is something to say."""
    name = given["stdin_filename"] or "<stdin>"
    tally = Tally("text")

    def work() -> None:
        data = standard_input()
        result = cleaner(data, path=given["stdin_filename"])
        check_proof(result, cleaner if given["verify"] else None, path=given["stdin_filename"])
        tally.count(name, result)
        with Account(cleaner, given) as account:
            account.add(name, result)
        if given["diff"]:
            from speechclean.report.diff import unified

            tally.findings += result.data != data
            out(unified(name, result))
        else:
            out(result.data)
        if result.held and not given["quiet"]:
            say(
                f"speechclean: {name}: held: more than {cleaner.settings.max_removal:.0%} would be removed; nothing was"
            )

    attempt(tally, name, work)
    if given["verbose"]:
        tally.say_summary(quiet=False)
    return tally.status(fail_on_held=given["fail_on"] == "held")
