"""What a worker of a cluster does: reads files of records, cleans them, writes them, and answers with the account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from speechclean.batch.files import place, whole
from speechclean.cli._record import Text, Wants, check_proof, kept
from speechclean.cli._record_block import BlockDone, RecordTask
from speechclean.cli._record_work import RecordWork
from speechclean.cli._run import Refused, tried
from speechclean.core.errors import StorageError
from speechclean.core.named import NamedTuple
from speechclean.report.statistics import Statistics
from speechclean.storage.blocks import line_blocks
from speechclean.storage.compress import packed, require_packing, unpacked
from speechclean.storage.forms import named
from speechclean.storage.lines import JsonLines

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.batch.cells import Cell, Clean
    from speechclean.core.result import Failure, Result


class Unit(NamedTuple):
    """A file, or some row groups of one, where it is written, and whether it is parquet."""

    name: str
    target: str
    parquet: bool
    groups: tuple[int, ...] | None = None
    first: int = 0


@dataclass
class UnitDone:
    """What came of a unit: the account of its records, in order."""

    name: str
    counts: dict[str, int] = field(default_factory=dict)
    removed: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    told: list[tuple[int, tuple[str, ...], tuple[Failure, ...]]] = field(default_factory=list)
    journal: list[bytes] = field(default_factory=list)
    rules: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    error: str = ""

    def take(self, done: BlockDone, statistics: Statistics | None) -> None:
        """Add what came of a block."""
        for status, number in done.counts.items():
            self.counts[status] = self.counts.get(status, 0) + number
        self.removed += done.removed
        self.refused += done.refused
        self.told += done.told
        self.journal += [kept.journal for kept in done.kept if kept.journal]
        if statistics:
            for kept in done.kept:
                if kept.result:
                    statistics.add(kept.result)


@dataclass(frozen=True)
class RayWork:
    """Cleans files one after the other. The same files give the same bytes under the same names, however often."""

    cleaner: Cleaner
    wants: Wants
    fields: tuple[str, ...]

    def __call__(self, units: list[Unit]) -> list[UnitDone]:
        """Clean some files; what goes wrong with one costs that one."""
        return [self._unit(unit) for unit in units]

    def _unit(self, unit: Unit) -> UnitDone:
        done = UnitDone(unit.name)
        statistics = Statistics(self.cleaner.stages) if self.wants.report else None
        answer = tried(unit.name, self._parquet if unit.parquet else self._lines, unit, done, statistics)
        if isinstance(answer, Refused):
            return UnitDone(unit.name, error=answer.why)
        done.rules = statistics.counts if statistics else {}
        return done

    def _lines(self, unit: Unit, done: UnitDone, statistics: Statistics | None) -> None:
        packing = named(unit.name).packing
        require_packing(packing)
        work = RecordWork(self.cleaner, self.wants)
        task = RecordTask(0, unit.name, unit.target, unit.name, JsonLines(self.fields), packing, None)
        system, path = place(unit.name)
        empty = True
        with system.open_input_stream(path, compression=None) as stream, whole(unit.target) as file:
            try:
                for block in line_blocks(unpacked(stream, packing)):
                    answer = work(task._replace(block=block))
                    answer.complete(block)
                    file.write(answer.data)
                    done.take(answer, statistics)
                    empty = False
            except StorageError as error:  # a damaged end: what came before is done
                done.error = str(error)
            if empty:
                file.write(packed(b"", packing))

    def _parquet(self, unit: Unit, done: UnitDone, statistics: Statistics | None) -> None:
        from speechclean.batch.parquet import Copy, rewrite

        def seen(row: int, told: list[Cell]) -> None:
            block = BlockDone()
            number = unit.first + row
            results = [cell.result for cell in told if cell.result]
            if self.wants.journal or self.wants.report:
                for name, cell in zip(self.fields, told, strict=True):
                    if cell.result:
                        text = Text(unit.name, unit.target, number, field=name)
                        block.kept.append(kept(self.wants, cell.result, text))
            errors = [cell.error for cell in told if cell.error]
            if errors:
                block.refused.append((number, errors[0]))
            else:
                block.count(number, results)
            done.take(block, statistics)

        rewrite(Copy(unit.name, unit.groups, self.fields, unit.target), self._clean_at(unit.name), seen)

    def _clean_at(self, name: str) -> Clean:
        """The cleaner with the proof that every change can be undone."""

        def clean(value: bytes | str) -> Result:
            result = self.cleaner(value, path=name)
            if result.text != value:
                check_proof(result, self.cleaner if self.wants.verified else None, path=name)
            return result

        return clean
