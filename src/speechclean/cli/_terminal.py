"""What only a terminal sees; loads rich when it is needed and not before."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds after which a bar appears."""


def on_terminal() -> bool:
    """Whether standard error is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


class Steps:
    """Counts steps; shows a bar once a second has passed."""

    def __init__(self, total: int, *, shows: bool) -> None:
        self._total = total
        self._shows = shows
        self._began = time.monotonic()
        self._done = 0
        self._bar: Progress | None = None

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if not self._shows:
            return
        if self._bar is None and self._done < self._total and time.monotonic() - self._began > PATIENCE:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            from speechclean.report.ink import console

            columns = (BarColumn(), MofNCompleteColumn(), "files", TimeRemainingColumn())
            self._bar = Progress(*columns, console=console(stderr=True), transient=True)
            self._bar.add_task("", total=self._total)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A progress display for `total` inputs, silent outside a terminal; gives what counts a step."""
    steps = Steps(total, shows=not quiet and on_terminal())
    try:
        yield steps.step
    finally:
        steps.stop()
