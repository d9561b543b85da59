"""What only a terminal sees; loads rich when it is needed and not before."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


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
        if self._bar is None and time.monotonic() - self._began > 1:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task("cleaning", total=self._total)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def progress(total: int, *, quiet: bool) -> Steps:
    """A progress display for `total` inputs, silent outside a terminal."""
    return Steps(total, shows=not quiet and on_terminal())
