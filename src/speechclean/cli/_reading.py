"""What the commands that look at records share: which fields, where the records come from, complaints that stay few."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from speechclean.cli._inputs import standard_pieces
from speechclean.cli._messages import complain, say, shown
from speechclean.cli._run import Refused, counted, tried
from speechclean.core.named import NamedTuple
from speechclean.storage.records import line_records, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from speechclean.cli._run import Tally
    from speechclean.storage.forms import Named
    from speechclean.storage.records import Record

MOST = 20
"""Records of a stream that are complained of one by one."""


class Stream(NamedTuple):
    """Records: what they are called, how they stand there, and in which file; None: on standard input."""

    name: str
    form: Named
    path: Path | None = None

    def records(self, fields: tuple[str, ...]) -> Iterator[Record]:
        """Its records. Raises StorageError behind the last that can be read, OSError."""
        if self.path is None:
            return line_records(standard_pieces(), self.form.form, fields)
        return records(self.path, self.form, fields, passed_over=partial(tell_of_pages, self.name))

    def each(self, tally: Tally, fields: tuple[str, ...], work: Callable[[Record], None]) -> None:
        """Do the work for each record; one that cannot be read or done is complained of and counted. Raises as `records`."""
        complaints = Complaints(tally, self.name)
        try:
            for record in self.records(fields):
                answer = Refused(record.error) if record.error else tried("", work, record)
                if isinstance(answer, Refused):
                    complaints.add(record.number, answer.why)
        finally:
            complaints.end()


def tell_of_pages(name: str, number: int) -> None:
    """Say how many records of an archive were passed over."""
    told = counted(number, "record")
    say(f"{shown(name)}: passed over, for no text is in them: {told} (web pages and the like)")


class Complaints:
    """Counts the records of a stream that could not be done; only the first are told one by one."""

    def __init__(self, tally: Tally, name: str) -> None:
        self._tally = tally
        self._name = name
        self._count = 0

    def add(self, number: int, why: str, *, counted: bool = False) -> None:
        """Count the record with this number, from 0; with `counted`, one that was counted by what became of its text."""
        self._count += 1
        tell = self._tally.flaw if counted else self._tally.fail
        tell(f"{self._name}:{number + 1}", why, aloud=self._count <= MOST)

    def end(self) -> None:
        """Say how many there were besides."""
        if self._count > MOST:
            complain(f"{shown(self._name)}: {counted(self._count - MOST, 'more record')} like these")
