"""A stream of records in lines of text: a file, or standard input."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from speechclean.cli._earlier import DoneBefore, surely_earlier
from speechclean.cli._inputs import standard_pieces
from speechclean.cli._messages import out, say, shown
from speechclean.cli._record_block import BlockDone, RecordTask
from speechclean.cli._record_counts import Counts
from speechclean.cli._record_side import Side, becomes_another, begun
from speechclean.cli._run import Refused, tried
from speechclean.core.named import NamedTuple
from speechclean.storage.atomic import Whole
from speechclean.storage.blocks import Values
from speechclean.storage.compress import packed, require_packing, unpacked
from speechclean.storage.forms import named
from speechclean.storage.lines import JsonLines
from speechclean.storage.manifest import Digested, digest_of_file
from speechclean.storage.records import formed_blocks

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from speechclean.cli._record import Run
    from speechclean.storage.blocks import Block
    from speechclean.storage.compress import Readable
    from speechclean.storage.forms import Named
    from speechclean.storage.lines import LineForm
    from speechclean.storage.walk import Source


class Place(NamedTuple):
    """A file of records, what its name says, and where it goes: None for standard output, its own path in place.

    `beside` is where those go that are left out, in an output directory, unless another file goes there.
    """

    source: Source
    named: Named
    path: Path | None
    beside: Path | None = None

    @property
    def key(self) -> str:
        """What a manifest calls it."""
        return self.source.real if self.path == self.source.path else self.source.relative


class Lines:
    """One stream: reads blocks ahead, writes what came of them, and puts the whole under its name at the end."""

    _streams = True  # all bytes of the file are read and written in order

    def __init__(self, run: Run, name: str, place: Place | None) -> None:
        self._run = run
        self._resume = run.resume
        self._name = name
        self._place = place
        self._in_place: bool = run.given["in_place"]
        self._form: LineForm = JsonLines(run.fields)
        self._named = place.named if place else named(run.given["stdin_filename"] or "", records=True)
        self._packing = place.named.packing if place else ""
        self._seen: os.stat_result | None = None
        self._file: Whole | None = None
        self._stopped = self._stays = False
        self._again = self._journaled = False
        self._digest = ""
        self._read_in: Digested | None = None
        self._written_out = Digested()
        self._counts = Counts(run, name)
        self._side = Side(run, place, self._named)

    def tasks(self, number: int) -> Iterator[RecordTask]:
        """The blocks to clean, and a last task without one, which tells why no more could be read."""
        written = str(self._place.path) if self._place and self._place.path else self._name
        path = self._name if self._place else self._run.given["stdin_filename"]
        goes = not becomes_another(self._named, self._place and self._place.path)
        last = RecordTask(number, self._name, written, path, self._form, self._packing, None, any_goes=goes)
        blocks = self._blocks()
        while not self._stopped:
            block = tried(self._name, next, blocks, None)
            if isinstance(block, DoneBefore):
                last = last._replace(earlier=block)
                break
            if isinstance(block, Refused):
                last = last._replace(error=block.why)
                break
            if block is None:
                break
            yield last._replace(block=block, form=self._form)
        yield last

    def take(self, task: RecordTask, done: BlockDone) -> None:
        """Journal, write and count what came of a block; after the last one, put the file under its name."""
        if self._stopped:
            return
        if task.earlier:
            self._take_earlier(task.earlier)
            return
        if task.block is None:
            answer = tried(self._name, self._close, task.error)
        else:
            done.complete(task.block)
            if done.lost:
                self._tell_lost(task.block, done.lost)
            answer = tried(self._name, self._write, done)
        if isinstance(answer, Refused):
            self._stopped = True
            self.drop()
            self._run.tally.fail(self._name, answer.why)

    def drop(self) -> None:
        """Forget what is not whole."""
        self._side.drop()
        if self._file:
            self._file.drop()

    @property
    def _becomes(self) -> str:
        """What becomes of records whose worker died."""
        return "copied unchanged"

    def _blocks(self) -> Iterator[Block | Values | DoneBefore]:
        if self._place is None:
            yield from self._cut(standard_pieces())
            return
        require_packing(self._packing)
        path = self._place.source.path
        self._seen = path.stat()
        if self._resume.on and stat.S_ISREG(self._seen.st_mode):
            known = self._resume.known(self._place.key)
            self._read_in = Digested() if known is None and self._streams else None
            self._digest = "" if self._read_in else digest_of_file(path)
            goes = None if self._in_place else str(self._place.path)
            done = surely_earlier(known, self._digest, goes, self._side.path) if known else None
            self._journaled = done is not None
            self._again = isinstance(done, DoneBefore)
            if isinstance(done, DoneBefore) and not self._run.account.wants.report:
                yield done
                return
        yield from self._read(path)

    def _read(self, path: Path) -> Iterator[Block | Values]:
        with path.open("rb") as file:
            yield from self._cut(unpacked(self._digested(file), self._packing))

    def _digested(self, file: BinaryIO) -> Readable:
        """The file, digested while it is read where its digest need not be known before."""
        self._read_in = Digested(file) if self._read_in else None
        return self._read_in or file

    def _cut(self, pieces: Iterator[bytes]) -> Iterator[Block]:
        for form, block in formed_blocks(pieces, self._named.form, self._run.fields, packed=bool(self._packing)):
            self._form = form
            yield block

    def _take_earlier(self, done: DoneBefore) -> None:
        self._run.tally.count_earlier(done.counts, done.removed)
        if done.edited:
            say(f"{shown(done.edited)}: changed by hand since it was written; left as it is (--force)")

    def _write(self, done: BlockDone) -> None:
        for kept in self._side.numbered(done):
            self._run.account.take(kept, journal=not self._journaled)
        if self._run.given["diff"]:
            self._run.tally.findings += done.changed
            out(done.difference)
        else:
            self._put(done)
        self._counts.take(done)

    def _put(self, done: BlockDone) -> None:
        if self._place is None or self._place.path is None:
            out(done.data)
        elif not self._again:
            self._target(self._place.path).add(done.data)
            if self._resume.on:
                self._written_out.add(done.data)
            self._side.add(done, self._seen)

    def _target(self, path: Path) -> Whole:
        if self._file is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = begun(self._run, path, self._named, like=self._seen)
        return self._file

    def _tell_lost(self, block: Block | Values, why: str) -> None:
        """Tell of a block whose worker died: its records are one failure; in place they leave the file as it is."""
        number = len(block.columns[0]) if isinstance(block, Values) else len(self._form.split(block.data))
        self._stays |= self._in_place
        self._counts.lose(block.first, number, why if self._in_place else f"{self._becomes}: {why}")

    def _finish(self) -> None:
        """Write what comes behind all blocks: for an empty file, a block without anything."""
        if self._file is None:
            self._put(BlockDone(packed(b"", self._packing)))

    def _close(self, error: str) -> None:
        self._counts.end()
        if error:
            self._run.tally.fail(self._name, error)
        if (self._file or not error) and self._place and not self._run.given["diff"] and not self._again:
            self._finish()
        if self._stays:
            self._run.tally.flaw(self._name, "left as it is, for not all of it could be cleaned")
        if self._file and self._in_place and (error or self._stays or not self._counts.changed):
            self.drop()
            self._remember(self._file, error, changed=False)
        elif self._file and self._in_place:
            self._run.account.settle()
            self._remember(self._file, error, changed=True)
            self._file.keep(seen=self._seen)
        elif self._file:
            before = self._run.tally.flaws
            self._side.keep(self._name)
            self._file.keep()
            self._counts.flaws += self._run.tally.flaws - before
            self._remember(self._file, error, changed=False)

    def _remember(self, file: Whole, error: str, *, changed: bool) -> None:
        """Note that the file is done, or else only what was written; in place that is noted before it is replaced."""
        whole = self._seen and self._read_in and self._read_in.size == self._seen.st_size
        before = self._read_in.digest() if self._read_in and whole else self._digest
        flawed = bool(error or self._counts.flaws)
        if not before or not self._place or not self._place.path or (flawed and self._in_place):
            return
        if self._in_place and not changed:
            after = before
        elif type(file) is Whole and self._streams:
            after = self._written_out.digest()
        else:
            file.file.flush() if changed else None
            after = digest_of_file(file.temporary if changed else self._place.path)
        digests, counts = ("" if flawed else before, after), (dict(self._counts.of), self._counts.removed)
        self._resume.written(self._place.key, self._place.path, digests, counts, self._side.digest())
        self._resume.settle(self._run.account)
