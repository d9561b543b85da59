"""What is done for one file wherever it is done: read, clean, prove, account. Nothing is written here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechclean.cli._earlier import DoneBefore, Journaled, Other, earlier
from speechclean.cli._record import Kept, Text, Wants, check_proof, kept
from speechclean.cli._run import Refused, tried
from speechclean.core.errors import BinaryError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from speechclean.api import Cleaner
    from speechclean.core.result import Failure, Result
    from speechclean.storage.manifest import Known
    from speechclean.storage.walk import Source

BYTES = 1 << 18
"""Files go to a worker together until they hold so many bytes,"""
FILES = 64
"""or are so many."""


class FileTask(NamedTuple):
    """A file to clean, where it goes (None: nowhere new), what it was when it was found, and what is known of it."""

    source: Source
    place: str | None
    seen: os.stat_result | None
    known: Known | None = None


class Difference(NamedTuple):
    """A unified diff, and what is to be said where only bytes differ."""

    text: bytes
    bytes: str


class FileDone(NamedTuple):
    """What came of one file."""

    status: str
    removed: int
    failures: tuple[Failure, ...]
    unmatched: tuple[str, ...]
    data: bytes
    changed: bool
    kept: Kept
    figures: tuple[str, int, int] | None
    difference: Difference | None
    digests: tuple[str, str] | None
    earlier: DoneBefore | Journaled | None
    undecodable: str = ""


class PassedOver(NamedTuple):
    """A file of a directory that is no text."""


Answer = FileDone | DoneBefore | PassedOver | Refused


@dataclass(frozen=True)
class FileWork:
    """Cleans files."""

    cleaner: Cleaner
    wants: Wants
    figures: bool = False
    diff: str = ""
    digests: bool = False

    def __call__(self, tasks: list[FileTask]) -> list[Answer]:
        """What came of each file."""
        return [tried(task.source.name, self._done, task) for task in tasks]

    def done_before(self, task: FileTask) -> DoneBefore | None:
        """What an earlier run did to the file, if nothing is left to be done or told."""
        if self.wants.report or not task.known or not task.known.current:
            return None
        with suppress(OSError):  # told of when it is to be done
            done = earlier(task.known, self._digest(task.source.path.read_bytes()), task.place)
            return done if isinstance(done, DoneBefore) else None
        return None

    def _done(self, task: FileTask) -> FileDone | DoneBefore | PassedOver:
        data = task.source.path.read_bytes()
        before = self._digest(data)
        done = earlier(task.known, before, task.place) if task.known else None
        if isinstance(done, DoneBefore) and not self.wants.report:
            return done
        try:
            result = self.cleaner(data, path=task.source.name)
        except BinaryError:
            if task.source.named:
                raise
            return PassedOver()
        check_proof(result, self.cleaner if self.wants.verified else None, path=task.source.name)
        if isinstance(done, Other):
            done.refuse_unless(self._digest(result.data))
            done = None
        return self._told(task, result, before, done)

    def _told(self, task: FileTask, result: Result, before: str, done: DoneBefore | Journaled | None) -> FileDone:
        name = task.source.name
        clean = result.data
        changed = clean != result.given
        return FileDone(
            result.status,
            result.removed,
            result.failures,
            result.unmatched,
            clean,
            changed,
            kept(self.wants, result, Text(name, task.place)),
            (result.encoding, len(result.edits), len(result.notes)) if self.figures else None,
            _difference(self.diff, name, result) if self.diff and changed else None,
            (before, self._digest(clean)) if self.digests else None,
            done,
            _undecodable(name, result, self.cleaner),
        )

    def _digest(self, data: bytes) -> str:
        if not self.digests:
            return ""
        from speechclean.storage.manifest import digest

        return digest(data)


def _undecodable(name: str, result: Result, cleaner: Cleaner) -> str:
    if not result.receipt.undecodable:
        return ""
    from speechclean.cli._undecodable import undecodable

    return undecodable(name, result, cleaner)


def _difference(form: str, name: str, result: Result) -> Difference:
    from speechclean.cli._diff import difference
    from speechclean.report.diff import bytes_finding

    text = difference(form, name, result)
    return Difference(text, "" if text else bytes_finding(result))


def grouped_tasks(tasks: Iterable[FileTask]) -> Iterator[list[FileTask]]:
    """The tasks in lists that are worth a worker's while."""
    group: list[FileTask] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += task.seen.st_size if task.seen else 0
        if size >= BYTES or len(group) >= FILES:
            yield group
            group, size = [], 0
    if group:
        yield group
