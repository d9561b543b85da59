"""`fix --field`: JSON lines on standard input, one field cleaned, every other byte left alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from speechclean.cli._messages import out
from speechclean.cli._record import Account, check_proof
from speechclean.cli._run import Tally, attempt
from speechclean.core.errors import StorageError
from speechclean.storage.jsonl import find_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.api import Cleaner


def fix_records(cleaner: Cleaner, given: dict[str, Any]) -> int:
    """Clean one field of every record; a line without it is copied unchanged and counted as failed."""
    tally = Tally("record")
    name = given["stdin_filename"] or "<stdin>"
    with Account(cleaner, given) as account:
        records = _Records(cleaner, given, tally, account)
        for number, line in enumerate(_lines()):
            records.pass_on(f"{name}:{number + 1}", number, line)
    if given["verbose"]:
        tally.say_summary(quiet=False)
    if given["diff"]:
        return tally.status()
    return tally.status(fail_on_held=given["fail_on"] == "held")


def _lines() -> Iterator[bytes]:
    if sys.stdin is not None:
        yield from sys.stdin.buffer


class _Records:
    """Cleans one record after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, account: Account) -> None:
        self._cleaner = cleaner
        self._given = given
        self._tally = tally
        self._account = account

    def pass_on(self, name: str, number: int, line: bytes) -> None:
        """Write the line with its field cleaned, or as it came."""
        done = line

        def work() -> None:
            nonlocal done
            done = self._cleaned(name, number, line)

        if line.strip():
            attempt(self._tally, name, work)
        if not self._given["diff"]:
            out(done)

    def _cleaned(self, name: str, number: int, line: bytes) -> bytes:
        try:
            field = find_field(line.decode("utf-8"), self._given["field"])
        except (ValueError, RecursionError) as error:
            raise StorageError(f"copied unchanged: {error}") from None
        if field.value is None:
            self._tally.unchanged += 1
            return line
        path = self._given["stdin_filename"]
        result = self._cleaner(field.value, path=path)
        if result.text == field.value:
            self._tally.count(name, result)
            return line
        check_proof(result, self._cleaner if self._given["verify"] else None, path=path)
        self._account.add(name, result, record=number)
        self._tally.count(name, result)
        self._tally.findings += bool(self._given["diff"])
        if self._given["diff"]:
            from speechclean.report.diff import unified

            out(unified(name, result))
        return field.replaced(result.text).encode("utf-8")
