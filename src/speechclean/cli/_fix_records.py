"""`fix --field`: JSON lines on standard input, one field cleaned, every other byte left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.cli._inputs import standard_lines
from speechclean.cli._messages import out
from speechclean.cli._record import Account, Text, check_proof, kept
from speechclean.cli._run import Tally, attempt
from speechclean.core.errors import StorageError
from speechclean.storage.jsonl import Field, find_field, literal_lost

if TYPE_CHECKING:
    from speechclean.api import Cleaner


def fix_records(cleaner: Cleaner, given: dict[str, Any]) -> int:
    """Clean one field of every record; a line without it is copied unchanged and counted as failed."""
    tally = Tally("record")
    with Account(cleaner, given, tally) as account:
        records = _Records(cleaner, given, tally, account)
        for number, line in enumerate(standard_lines()):
            records.pass_on(number, line)
    if given["verbose"]:
        tally.say_summary()
    return tally.status(fail_on_held=given["fail_on"] == "held")


def field_of(line: bytes, name: str) -> Field:
    """The field of that name in a line. Raises StorageError when the line has to be copied unchanged."""
    try:
        return find_field(line.decode("utf-8"), name)
    except (ValueError, RecursionError) as error:
        raise StorageError(f"copied unchanged: {error}") from None


class _Records:
    """Cleans one record after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, account: Account) -> None:
        self._cleaner = cleaner
        self._given = given
        self._path: str | None = given["stdin_filename"]
        self._name = self._path or "<stdin>"
        self._tally = tally
        self._account = account

    def pass_on(self, number: int, line: bytes) -> None:
        """Write the line with its field cleaned, or as it came."""
        done = line

        def work() -> None:
            nonlocal done
            done = self._cleaned(number, line)

        if line.strip():
            attempt(self._tally, f"{self._name}:{number + 1}", work)
        if not self._given["diff"]:
            out(done)

    def _cleaned(self, number: int, line: bytes) -> bytes:
        field = field_of(line, self._given["field"])
        if field.value is None:
            self._tally.counts["unchanged"] += 1
            return line
        result = self._cleaner(field.value, path=self._path)
        if result.text != field.value:
            check_proof(result, self._cleaner if self._given["verify"] else None, path=self._path)
        text = Text(self._name, number=number, literal=literal_lost(field, result.text))
        self._account.take(kept(self._account.wants, result, text))
        self._tally.count(f"{self._name}:{number + 1}", result)
        if result.text == field.value:
            return line
        if self._given["diff"]:
            self._diff(f"{self._name}:{number + 1}", result)
        return field.replaced(result.text).encode("utf-8")

    def _diff(self, name: str, result: Any) -> None:
        from speechclean.cli._diff import diff_form, difference

        self._tally.findings += 1
        out(difference(diff_form(), name, result))
