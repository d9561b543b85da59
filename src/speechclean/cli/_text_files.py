"""Files of text: cleaned wherever there is room, and written in order."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speechclean.cli._diff import diff_form
from speechclean.cli._earlier import DoneBefore
from speechclean.cli._file_work import FileTask, FileWork, PassedOver, grouped_tasks
from speechclean.cli._fix_stream import say_held
from speechclean.cli._messages import out, say, shown
from speechclean.cli._run import Refused, attempt
from speechclean.cli._terminal import on_terminal, progress
from speechclean.cli._workers import Jobs, Lost, each
from speechclean.storage.atomic import replace_unchanged, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from speechclean.cli._file_work import Answer, Difference, FileDone
    from speechclean.cli._record import Run
    from speechclean.report.terminal import Row
    from speechclean.storage.walk import Source

Aimed = tuple["Source", "Path | None"]


def clean_texts(run: Run, files: list[Aimed]) -> None:
    """Clean each file, in order, and tell of it at the end."""
    quiet = run.given["quiet"] or run.given["diff"]
    writer = _Writer(run)
    work = FileWork(
        run.cleaner,
        run.account.wants,
        figures=on_terminal() and not quiet,
        diff=diff_form() if run.given["diff"] else "",
        digests=run.resume.on,
    )
    jobs = Jobs.of(run.given["jobs"], *run.account.open_files, *run.resume.open_files)
    with progress(len(files), quiet=quiet) as step:

        def take(task: FileTask, file: Answer) -> None:
            writer.take(task, file)
            step()

        for group, done in each(work, grouped_tasks(_not_done(_tasks(run, files), work, take)), jobs):
            for task, file in zip(group, _answers(group, done), strict=True):
                take(task, file)
            run.resume.settle(run.account)
    writer.show()


def _not_done(
    tasks: Iterator[FileTask], work: FileWork, take: Callable[[FileTask, DoneBefore], None]
) -> Iterator[FileTask]:
    """The tasks that are left; to send a file away that an earlier run has done costs more than to look at it here."""
    for task in tasks:
        done = work.done_before(task) if task.known else None
        if done:
            take(task, done)
        else:
            yield task


def _tasks(run: Run, files: list[Aimed]) -> Iterator[FileTask]:
    made = set()
    for source, place in files:
        folder = os.path.dirname(str(place)) if place else ""  # noqa: PTH120  # hot: a path costs more
        if place and folder not in made:
            with suppress(OSError):  # what is wrong is told when the file is written
                place.parent.mkdir(parents=True, exist_ok=True)
            made.add(folder)
        seen = None
        with suppress(OSError):  # what is wrong is told when it is read
            seen = source.path.stat()
        known = run.resume.known(_key(source, place)) if _is_read_twice(seen) else None
        yield FileTask(source, str(place) if place else None, seen, known)


def _is_read_twice(seen: os.stat_result | None) -> bool:
    """Whether a file gives the same bytes again: what a pipe gave is gone, and its name is another text's next time."""
    return seen is not None and stat.S_ISREG(seen.st_mode)


def _key(source: Source, place: Path | None) -> str:
    """What a manifest calls a file: by its place below the output, or by its path."""
    return source.relative if place else source.real


def _answers(group: list[FileTask], done: list[Answer] | Lost) -> Sequence[Answer]:
    return [Refused(done.why)] * len(group) if isinstance(done, Lost) else done


class _Writer:
    """Writes what came of the files, one after the other."""

    def __init__(self, run: Run) -> None:
        self._cleaner = run.cleaner
        self._given: dict[str, Any] = run.given
        self._tally = run.tally
        self._account = run.account
        self._resume = run.resume
        self._rows: list[Row] = []
        self._more = 0

    def take(self, task: FileTask, done: Answer) -> None:
        """Journal, write and count one file; a binary one is passed over unless it was named."""
        name = task.source.name
        if isinstance(done, Refused):
            self._tally.fail(name, done.why)
        elif isinstance(done, PassedOver):
            self._tally.pass_over(name, aloud=self._given["verbose"] > 0)
        elif isinstance(done, DoneBefore):
            self._tally.count_earlier(done.counts, done.removed)
            if done.edited:
                say(f"{shown(task.place or name)}: changed by hand since it was written; left as it is (--force)")
        else:
            attempt(self._tally, name, self._write, task, done)

    def _write(self, task: FileTask, done: FileDone) -> None:
        self._account.take(done.kept, journal=done.earlier is None)
        if self._given["diff"]:
            self._tally.findings += done.changed
            if done.difference:
                self._show_difference(task.source.name, done.difference)
        elif not isinstance(done.earlier, DoneBefore):
            self._place(task, done)
        self._note(task.source.name, done)

    def _place(self, task: FileTask, done: FileDone) -> None:
        if task.place is not None:
            write(Path(task.place), done.data, like=task.seen)
            self._remember(task, done, Path(task.place))
        elif not self._given["in_place"]:
            out(done.data)
        else:
            self._remember(task, done, task.source.path)
            self._resume.settle(self._account)  # the journal has it; whether it was replaced, the file itself tells
            if done.changed:
                assert task.seen is not None  # noqa: S101  # it was read
                replace_unchanged(task.source.path, done.data, task.seen)

    def _remember(self, task: FileTask, done: FileDone, place: Path) -> None:
        if done.digests and not done.failures and _is_read_twice(task.seen):
            name = _key(task.source, Path(task.place) if task.place else None)
            self._resume.written(name, place, done.digests, ({done.status: 1}, done.removed))

    def show(self) -> None:
        """What a terminal is shown at the end: a table."""
        if self._rows:
            from speechclean.report.terminal import print_table

            print_table(self._rows, self._more)

    def _show_difference(self, name: str, difference: Difference) -> None:
        out(difference.text)
        if difference.bytes and not self._given["quiet"]:
            say(f"{shown(name)}: bytes: {difference.bytes}")

    def _note(self, name: str, done: FileDone) -> None:
        self._tally.count(name, done)
        if self._given["quiet"]:
            return
        if done.undecodable:
            self._tally.tell_undecodable(done.undecodable)
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
