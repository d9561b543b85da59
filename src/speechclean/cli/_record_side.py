"""The records that `--drop` leaves out: a file beside the output, and the numbers that the others have without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.cli._messages import say, shown
from speechclean.cli._record import renumbered
from speechclean.cli._run import counted
from speechclean.storage.atomic import Whole
from speechclean.storage.forms import named
from speechclean.storage.manifest import digest_of_file

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from speechclean.cli._record import Kept, Run
    from speechclean.cli._record_block import BlockDone
    from speechclean.cli._record_lines import Place
    from speechclean.storage.forms import Named


def becomes_another(form: Named, path: Path | None) -> bool:
    """Whether records of this form come out in another one, by the name of their place."""
    goes = named(path.name) if path else form
    if goes.form in ("", form.form):
        return False
    from speechclean.storage.rows import keeps_lines

    return not keeps_lines(form, goes)


def begun(run: Run, path: Path, form: Named, *, like: os.stat_result | None) -> Whole:
    """A file for records of this form, which becomes one of the form that its name tells."""
    goes = named(path.name)
    if not goes.form or (form.form, form.packing) == (goes.form, goes.packing):
        return Whole(path, like=like)
    from speechclean.storage.draft import Draft

    def told(lost: int) -> None:
        run.tally.flaw(str(path), f"without {counted(lost, 'line')} that this form cannot hold")

    return Draft(path, form, told, like=like)


class Side:
    """The file of what is left out of one output; made when there is something to put into it."""

    def __init__(self, run: Run, place: Place | None, form: Named) -> None:
        self._run = run
        self._drops = bool(run.given["drop"])
        self.path = place.beside if place else None
        self._was = run.resume.beside(place.key) if place and place.beside else ""
        self._form = form
        self._header = b""
        self._count = 0
        self.file: Whole | None = None

    def add(self, done: BlockDone, like: os.stat_result | None) -> None:
        """Take the lines that a block leaves out."""
        self._header = done.header or self._header
        if done.side:
            begins = self.file is None
            self.target(like).add(self._header + done.side if begins else done.side)

    def target(self, like: os.stat_result | None) -> Whole:
        """The open file."""
        assert self.path  # noqa: S101  # nothing is left out unless --drop says so, which wants a place
        self.file = self.file or begun(self._run, self.path, self._form, like=like)
        return self.file

    def numbered(self, done: BlockDone) -> Iterator[Kept]:
        """What is kept of a block, under the numbers that its records have where they are written."""
        if not self._drops:
            yield from done.kept
            return
        side = bool(done.header or self._header)
        out = {number: self._count + place + side for place, number in enumerate(done.left_out)}
        before = sorted(out)
        for kept in done.kept:
            number = kept.text.number or 0
            stays = number - self._count - sum(left < number for left in before)
            path, new = (str(self.path), out[number]) if number in out else (kept.text.written or "", stays)
            yield kept._replace(journal=renumbered(kept.journal, path, new)) if kept.journal else kept
        self._count += len(out)

    def keep(self, name: str) -> None:
        """Put the file under its name, and say what it holds; without one, that of an earlier run goes."""
        if self.path and not self.file and (self._drops or self._was):
            self.path.unlink(missing_ok=True)
        if self.file:
            self.file.keep()
            say(f"{shown(name)}: {counted(self._count, 'record')} left out, in {shown(str(self.path))}")

    def digest(self) -> str:
        """That of the file that was put under its name; empty without one."""
        return digest_of_file(self.path) if self.path and self.file else ""

    def drop(self) -> None:
        """Forget what is not whole."""
        if self.file:
            self.file.drop()
