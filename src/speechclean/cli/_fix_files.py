"""`fix` on files: into an output directory, in place, to standard output, or as a diff."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from speechclean.cli._diff import diff_form
from speechclean.cli._file_work import FileTask, FileWork, PassedOver, grouped_tasks
from speechclean.cli._fix_stream import say_held
from speechclean.cli._inputs import complain_of_nothing, sources, typed_paths
from speechclean.cli._messages import out, say, shown
from speechclean.cli._places import directory, places
from speechclean.cli._record import Account, journal_place
from speechclean.cli._run import Refused, Tally, attempt, pass_over, stop_cleanly, tell_of_strangers
from speechclean.cli._terminal import on_terminal, progress
from speechclean.cli._workers import Jobs, Lost, each
from speechclean.storage.atomic import replace_unchanged, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.api import Cleaner
    from speechclean.cli._file_work import Answer, Difference, FileDone
    from speechclean.config import Resolved
    from speechclean.report.terminal import Row
    from speechclean.storage.walk import Source


def fix_files(cleaner: Cleaner, resolved: Resolved, typed: tuple[str, ...], given: dict[str, Any]) -> int:
    """Clean the files that the paths lead to."""
    tally = Tally()
    paths = typed_paths(typed, given)
    output = str(resolved.value("output"))
    skipped = None if given["in_place"] or output == "-" else Path(output)
    found = list(sources(paths, resolved, tally, output=skipped))
    target = None if given["diff"] else skipped
    if not found and not tally.failed:
        complain_of_nothing(paths, resolved)
    if target is None and len(found) > 1 and not given["in_place"] and not given["diff"]:
        raise click.UsageError(f"-o - takes one file, not {len(found)}: their texts would run together")
    aims = places(found, target)
    if target and found:
        directory(target)
    stop_cleanly()
    journal = journal_place(given, resolved) if given["in_place"] else None
    with Account(cleaner, given, tally, journal=journal) as account:
        writer = _Writer(cleaner, given, tally, account)
        figures = on_terminal() and not given["quiet"] and not given["diff"]
        work = FileWork(cleaner, account.wants, figures=figures, diff=diff_form() if given["diff"] else "")
        jobs = Jobs.of(given["jobs"], *account.open_files)
        with progress(len(found), quiet=given["quiet"] or given["diff"]) as step:
            for group, done in each(work, grouped_tasks(_tasks(found, aims)), jobs):
                for task, file in zip(group, _answers(group, done), strict=True):
                    writer.take(task, file)
                    step()
    if target and tally.total > tally.failed:
        _sync()
    writer.close()
    if not given["quiet"]:
        tell_of_strangers(cleaner.decisions, (source.name for source in found))
    return tally.status(fail_on_held=given["fail_on"] == "held")


def _tasks(found: list[Source], aims: list[Path | None]) -> Iterator[FileTask]:
    made = set()
    for source, place in zip(found, aims, strict=True):
        if place and place.parent not in made:
            with suppress(OSError):  # what is wrong is told when the file is written
                place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        seen = None
        with suppress(OSError):  # what is wrong is told when it is read
            seen = source.path.stat()
        yield FileTask(source, str(place) if place else None, seen)


def _answers(group: list[FileTask], done: list[Answer] | Lost) -> Sequence[Answer]:
    return [Refused(done.why)] * len(group) if isinstance(done, Lost) else done


class _Writer:
    """Writes what came of the files, one after the other."""

    def __init__(self, cleaner: Cleaner, given: dict[str, Any], tally: Tally, account: Account) -> None:
        self._cleaner = cleaner
        self._given = given
        self._tally = tally
        self._account = account
        self._rows: list[Row] = []
        self._more = 0

    def take(self, task: FileTask, done: Answer) -> None:
        """Journal, write and count one file; a binary one is passed over unless it was named."""
        name = task.source.name
        if isinstance(done, Refused):
            self._tally.fail(name, done.why)
        elif isinstance(done, PassedOver):
            pass_over(name, aloud=self._given["verbose"] > 0)
        else:
            attempt(self._tally, name, self._write, task, done)

    def _write(self, task: FileTask, done: FileDone) -> None:
        self._account.take(done.kept)
        if self._given["diff"]:
            self._tally.findings += done.changed
            if done.difference:
                self._show_difference(task.source.name, done.difference)
        elif task.place is not None:
            write(Path(task.place), done.data, like=task.seen)
        elif not self._given["in_place"]:
            out(done.data)
        elif done.changed:
            assert task.seen is not None  # noqa: S101  # it was read
            replace_unchanged(task.source.path, done.data, task.seen)
        self._note(task.source.name, done)

    def close(self) -> None:
        """What is said at the end: a table on a terminal, and one line."""
        if self._given["quiet"] or self._given["diff"]:
            return
        if self._rows:
            from speechclean.report.terminal import print_table

            print_table(self._rows, self._more)
        if self._tally.total:
            self._tally.say_summary()

    def _show_difference(self, name: str, difference: Difference) -> None:
        out(difference.text)
        if difference.bytes and not self._given["quiet"]:
            say(f"{shown(name)}: bytes: {difference.bytes}")

    def _note(self, name: str, done: FileDone) -> None:
        self._tally.count(name, done)
        if self._given["quiet"]:
            return
        if done.figures:
            self._show(name, done, done.figures)
        elif done.status == "held":
            say_held(name, self._cleaner)

    def _show(self, name: str, done: FileDone, figures: tuple[str, int, int]) -> None:
        from speechclean.report.terminal import MOST, Row

        if len(self._rows) < MOST:
            encoding, changes, notes = figures
            self._rows.append(Row(shown(name), encoding, changes, done.removed, notes, done.status))
        else:
            self._more += 1


def _sync() -> None:
    """Ask once for everything that was written to reach the disk."""
    if hasattr(os, "sync"):
        os.sync()
