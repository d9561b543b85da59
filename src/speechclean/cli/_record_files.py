"""Cleans streams of records, one after the other: read block by block, cleaned wherever there is room, written in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from speechclean.cli._diff import diff_form
from speechclean.cli._record_work import RecordWork
from speechclean.cli._workers import Jobs, Lost, each

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.cli._record import Run
    from speechclean.cli._record_block import BlockDone, RecordTask


class Stream(Protocol):
    """Where records come from and go to."""

    def tasks(self, number: int) -> Iterator[RecordTask]:
        """The blocks to clean, and a last task without one."""

    def take(self, task: RecordTask, done: BlockDone) -> None:
        """Write what came of a block; after the last one, close."""

    def drop(self) -> None:
        """Forget what is not whole."""


def clean_streams(run: Run, streams: Sequence[Stream]) -> None:
    """Clean the records of each stream, in order."""
    work = RecordWork(
        run.cleaner,
        run.account.wants,
        diff=diff_form() if run.given["diff"] else "",
        marked=run.given["add_columns"],
        drop=frozenset(run.given["drop"]),
    )
    jobs = Jobs.of(run.given["jobs"], *run.account.open_files, *run.resume.open_files)
    tasks = (task for number, stream in enumerate(streams) for task in stream.tasks(number))
    try:
        for task, done in each(work, tasks, jobs):
            streams[task.file].take(task, work.lost(task, done.why) if isinstance(done, Lost) else done)
    finally:
        for stream in streams:
            stream.drop()
