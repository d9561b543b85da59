"""A stream of records in lines of text: a file, or standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechclean.cli._inputs import standard_pieces
from speechclean.cli._messages import complain, out, shown
from speechclean.cli._record_work import RecordTask
from speechclean.cli._run import Refused, counted, tried
from speechclean.cli._workers import Lost
from speechclean.storage.atomic import Whole
from speechclean.storage.blocks import line_blocks
from speechclean.storage.compress import packed, require_packing, unpacked
from speechclean.storage.lines import JsonLines

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._record import Run
    from speechclean.cli._record_work import BlockDone
    from speechclean.storage.blocks import Block
    from speechclean.storage.forms import Named
    from speechclean.storage.lines import LineForm
    from speechclean.storage.walk import Source

MOST = 20
"""Records of a stream that are complained of one by one."""


class Place(NamedTuple):
    """A file of records, what its name says, and where it goes: None for standard output, its own path in place."""

    source: Source
    named: Named
    path: Path | None


class Lines:
    """One stream: reads blocks ahead, writes what came of them, and puts the whole under its name at the end."""

    def __init__(self, run: Run, name: str, place: Place | None) -> None:
        self._run = run
        self._name = name
        self._place = place
        self._in_place: bool = run.given["in_place"]
        self._form: LineForm = JsonLines(run.fields)
        self._packing = place.named.packing if place else ""
        self._seen: os.stat_result | None = None
        self._file: Whole | None = None
        self._stopped = False
        self._complaints = 0
        self._changed = 0

    def tasks(self, number: int) -> Iterator[RecordTask]:
        """The blocks to clean, and a last task without one, which tells why no more could be read."""
        written = str(self._place.path) if self._place and self._place.path else self._name
        path = self._name if self._place else self._run.given["stdin_filename"]
        last = RecordTask(number, self._name, written, path, self._form, self._packing, None)
        blocks = self._blocks()
        while not self._stopped:
            block = tried(self._name, next, blocks, None)
            if block is None:
                break
            if isinstance(block, Refused):
                last = last._replace(error=block.why)
                break
            yield last._replace(block=block)
        yield last

    def take(self, task: RecordTask, done: BlockDone | Lost) -> None:
        """Journal, write and count what came of a block; after the last one, put the file under its name."""
        if self._stopped:
            return
        if task.block is None:
            answer = tried(self._name, self._close, task.error)
        elif isinstance(done, Lost):
            answer = tried(self._name, self._pass_on, task.block, done.why)
        else:
            answer = tried(self._name, self._write, done)
        if isinstance(answer, Refused):
            self._stopped = True
            self.drop()
            self._run.tally.fail(self._name, answer.why)

    def drop(self) -> None:
        """Forget what is not whole."""
        if self._file:
            self._file.drop()

    def _blocks(self) -> Iterator[Block]:
        if self._place is None:
            yield from line_blocks(standard_pieces())
            return
        require_packing(self._packing)
        path = self._place.source.path
        self._seen = path.stat()
        with path.open("rb") as file:
            yield from line_blocks(unpacked(file, self._packing))

    def _write(self, done: BlockDone) -> None:
        for kept in done.kept:
            self._run.account.take(kept)
        self._changed += done.changed
        if self._run.given["diff"]:
            self._run.tally.findings += done.changed
            out(done.difference)
        else:
            self._put(done.data)
        self._count(done)

    def _put(self, data: bytes) -> None:
        if self._place is None or self._place.path is None:
            out(data)
            return
        if self._file is None:
            self._place.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = Whole(self._place.path, like=self._seen)
        self._file.add(data)

    def _pass_on(self, block: Block, why: str) -> None:
        """Copy a block whose worker died."""
        lines = len(self._form.split(block.data))
        self._run.tally.fail(f"{self._name}:{block.first + 1}-{block.first + lines}", f"copied unchanged: {why}")
        if not self._run.given["diff"]:
            self._put(packed(block.data, self._packing))

    def _count(self, done: BlockDone) -> None:
        tally = self._run.tally
        for status, number in done.counts.items():
            tally.counts[status] += number
        tally.removed += done.removed
        for number, unmatched, failures in done.told:
            tally.tell(f"{self._name}:{number + 1}", unmatched, failures)
        for number, why in done.refused:
            self._complaints += 1
            tally.fail(f"{self._name}:{number + 1}", why, aloud=self._complaints <= MOST)

    def _close(self, error: str) -> None:
        if self._complaints > MOST:
            complain(f"{shown(self._name)}: {counted(self._complaints - MOST, 'more record')} like these")
        if error:
            self._run.tally.fail(self._name, error)
        if self._file is None and not error and self._place and not self._run.given["diff"]:
            self._put(packed(b"", self._packing))
        if self._file is None or (self._in_place and (error or not self._changed)):
            self.drop()
        else:
            self._file.keep(seen=self._seen if self._in_place else None)
