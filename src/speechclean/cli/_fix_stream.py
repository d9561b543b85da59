"""`fix` as a filter: bytes in on standard input, clean UTF-8 out on standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import standard_input
from speechclean.cli._messages import out, say, shown
from speechclean.cli._record import Account, check_proof
from speechclean.cli._run import Tally, attempt

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.core.result import Result


def fix_stream(cleaner: Cleaner, given: dict[str, Any]) -> int:
    """Clean standard input; silent unless there is something to say."""
    path = given["stdin_filename"]
    name = path or "<stdin>"
    tally = Tally("text")

    def work() -> None:
        data = standard_input()
        result = cleaner(data, path=path)
        check_proof(result, cleaner if given["verify"] else None, path=path)
        account.add(name, result)
        if given["diff"]:
            from speechclean.cli._diff import diff_form, difference

            tally.findings += result.data != data
            out(difference(diff_form(), name, result))
        else:
            out(result.data)
        tally.count(name, result)
        if not given["quiet"]:
            _note(result)

    def _note(result: Result) -> None:
        if result.receipt.undecodable:
            from speechclean.cli._undecodable import undecodable

            tally.tell_undecodable(undecodable(name, result, cleaner, path))
        if result.held:
            say_held(name, cleaner)

    with Account(cleaner, given, tally) as account:
        attempt(tally, name, work)
    if given["verbose"]:
        tally.say_summary()
    return tally.status(fail_on_held=given["fail_on"] == "held")


def say_held(name: str, cleaner: Cleaner) -> None:
    """Tell that removals were held back."""
    from speechclean.cli._cleaners import chosen

    share = f"{chosen(cleaner, name).settings.max_removal:.0%}"
    say(f"speechclean: {shown(name)}: held: more than {share} of it would be removed, so nothing was (--max-removal)")
