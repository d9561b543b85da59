"""Does a piece of work for each of many tasks, on several cores where that pays; the answers come in order.

Workers own nothing: they get a task, they give an answer, and whatever is written is written by the one that asks. So one
may die at any moment, and costs no more than its task.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, TypeVar

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

T = TypeVar("T")
R = TypeVar("R")
PATIENCE = 0.3
"""Seconds of work after which other cores are called in, unless their number was given."""


class Lost(NamedTuple):
    """The answer to a task whose worker died over it."""

    why: str


class Jobs(NamedTuple):
    """How many processes to use: as many as there are cores, once it pays; or a number that was given, at once."""

    number: int
    given: bool
    private: tuple[IO[bytes], ...] = ()

    @classmethod
    def of(cls, typed: int | None, *private: IO[bytes]) -> Jobs:
        """From what was typed; `private` are files that workers must not hold open."""
        return cls(typed or cores(), typed is not None, private)


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def each(work: Callable[[T], R], tasks: Iterable[T], jobs: Jobs) -> Iterator[tuple[T, R | Lost]]:
    """Each task with its answer, in the order of the tasks. `work` answers for its own errors."""
    tasks = iter(tasks)
    end = time.monotonic() + PATIENCE
    if not jobs.given or jobs.number == 1:
        for task in tasks:
            yield task, work(task)
            if jobs.number > 1 and time.monotonic() > end:
                break
        else:
            return
    from speechclean.cli._crew import Crew

    crew = Crew(work, jobs)
    try:
        yield from crew.answers(tasks)
    finally:
        crew.dismiss()
