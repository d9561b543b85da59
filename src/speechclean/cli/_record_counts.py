"""What became of the records of one stream: counted, and told where they could not be cleaned."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.cli._reading import Complaints

if TYPE_CHECKING:
    from speechclean.cli._record import Run
    from speechclean.cli._record_block import BlockDone


class Counts:
    """The counts of one stream, which the tally of the run takes in, too; `flaws` are what keeps it from being done."""

    def __init__(self, run: Run, name: str) -> None:
        self._run = run
        self._name = name
        self._complaints = Complaints(run.tally, name)
        self.of: Counter[str] = Counter()
        self.flaws = self.changed = self.removed = 0

    def take(self, done: BlockDone) -> None:
        """Count what came of a block."""
        tally = self._run.tally
        for status, number in done.counts.items():
            tally.counts[status] += number
        tally.removed += done.removed
        self.of.update(done.counts)
        self.changed += done.changed
        self.removed += done.removed
        self.flaws += len(done.refused) + len(done.unfit) + sum(bool(failures) for _, _, failures in done.told)
        for number, unmatched, failures in done.told:
            tally.tell(f"{self._name}:{number + 1}", unmatched, failures)
        for number, why in done.refused:
            self._complaints.add(number, why)
        for number in done.unfit:
            self._complaints.add(number, "left out: JSON alone can hold it", counted=True)
        tally.tell_undecodable(*() if self._run.given["quiet"] else done.undecodable)

    def lose(self, first: int, number: int, why: str) -> None:
        """Count so many records from this one on as one failure: their worker died."""
        self.flaws += 1
        self._run.tally.fail(f"{self._name}:{first + 1}-{first + number}", why)

    def end(self) -> None:
        """Say of how many records was not told."""
        self._complaints.end()
