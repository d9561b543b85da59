"""What is done for a block of records wherever it is done. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from speechclean.cli._record import Text, Wants, check_proof, kept
from speechclean.cli._record_block import BlockDone, RecordTask
from speechclean.cli._record_marks import COLUMNS, failed, is_left_out, marks
from speechclean.cli._run import Refused, tried
from speechclean.core.errors import StorageError, reason
from speechclean.storage.blocks import Values
from speechclean.storage.compress import packed

if TYPE_CHECKING:
    from speechclean.api import Cleaner
    from speechclean.core.result import Result
    from speechclean.storage.blocks import Block, Span, Value


@dataclass(frozen=True)
class RecordWork:
    """Cleans the fields of records."""

    cleaner: Cleaner
    wants: Wants
    diff: str = ""
    marked: bool = False
    drop: frozenset[str] = frozenset()

    def __call__(self, task: RecordTask) -> BlockDone:
        """Clean one block; a record that cannot be read or cleaned is passed on as it is."""
        done = BlockDone()
        if task.block is None:
            return done
        if isinstance(task.block, Values):
            self._columns(task, task.block, done)
            return done
        self._lines(task, task.block, done)
        return done

    def lost(self, task: RecordTask, why: str) -> BlockDone:
        """What is written for a block whose worker died: its records as they came, which is told where columns tell."""
        done = BlockDone(lost=why)
        if isinstance(task.block, Values):
            rows = range(task.block.first, task.block.first + len(task.block.columns[0]))
            done.changes = tuple({} for _ in task.block.columns)
            done.marks = [failed(why) for _ in rows if self.marked]
            done.left_out = [*rows] if "failed" in self.drop else []
        elif task.block:
            self._lines(task, task.block, done)
        return done

    def _lines(self, task: RecordTask, block: Block, done: BlockDone) -> None:
        side = []
        spans: list[Span] = []
        end = 0
        for number, line in enumerate(task.form.split(block.data), block.first):
            start, end = end, end + len(line)
            if task.form.skips(number, line):
                if number == 0 and (self.marked or self.drop):
                    head = task.form.headed(line, COLUMNS) if self.marked else line
                    done.header = packed(head, task.packing)
                    spans.append((start, end, head))
                continue
            answer = Refused(done.lost) if done.lost else tried(task.name, self._line, task, number, line, done)
            if answer is None:
                continue
            if isinstance(answer, Refused):
                done.refused += [] if done.lost else [(number, answer.why)]
                new, left_out = self._failed(task, line, answer.why), "failed" in self.drop
            else:
                new, left_out = answer
                done.changed += new != line
            if left_out:
                done.left_out.append(number)
                side.append(new)
                new = b""
            if new != line:
                spans.append((start, end, new))
        done.side = packed(b"".join(side), task.packing) if side else b""
        done.lines = spans
        if task.packing:
            done.complete(block)
            done.data = packed(done.data, task.packing)

    def _columns(self, task: RecordTask, block: Values, done: BlockDone) -> None:
        """Clean the values of each row; bytes become text."""
        done.changes = tuple({} for _ in block.columns)
        for row, values in enumerate(zip(*block.columns, strict=True)):
            answer = tried(task.name, self._row, task, block.first + row, values, done)
            if isinstance(answer, Refused):
                done.refused.append((block.first + row, answer.why))
                done.marks += [failed(answer.why)] * self.marked
                done.left_out += [block.first + row] * ("failed" in self.drop)
                continue
            texts = tuple(None if result is None else result.text for result in answer)
            for new, value, text in zip(done.changes, values, texts, strict=True):
                if text is not None and text != value:
                    new[row] = text
            done.changed += texts != values
            results = [result for result in answer if result is not None]
            done.marks += [marks(results)] if self.marked else []
            done.left_out += [block.first + row] * is_left_out(self.drop, results)

    def _failed(self, task: RecordTask, line: bytes, why: str) -> bytes:
        """A line that could not be cleaned, with the columns that tell so; one that cannot be read stays as it is."""
        if not self.marked:
            return line
        try:
            text = line.decode("utf-8")
            task.form.values(text)
            return task.form.with_columns(text, failed(why)).encode("utf-8")
        except (ValueError, RecursionError):
            return line

    def _row(self, task: RecordTask, number: int, values: tuple[Value, ...], done: BlockDone) -> list[Result | None]:
        results = [None if value is None else self.cleaner(value, path=task.path, record=number) for value in values]
        for result in results:
            if result is not None:
                self._prove(result, task.path, number)
                done.undecodable += self._undecodable(f"{task.name}:{number + 1}", result, task.path)
        for name, result, value in zip(task.form.fields, results, values, strict=True):
            if result is None:
                continue
            if result.text != value:
                done.difference += self._difference(f"{task.name}:{number + 1}", result)
            if self.wants.journal or self.wants.report:
                done.kept.append(kept(self.wants, result, _text(task, number, name)))
        done.count(number, [result for result in results if result is not None])
        return results

    def _line(self, task: RecordTask, number: int, line: bytes, done: BlockDone) -> tuple[bytes, bool] | None:
        """The line with its fields cleaned, and whether it is to be left out; None where all that is told is that it stays."""
        try:
            before = text = line.decode("utf-8")
            values = task.form.values(text)
        except (ValueError, RecursionError) as error:
            why = reason(error)
            goes = task.any_goes or task.form.is_record(line)
            raise StorageError(f"copied unchanged: {why}" if goes else f"left out: {why}") from None
        results: list[Result | None] = []
        touched = False
        for value in values:
            result = None if value is None else self.cleaner(value, path=task.path, record=number)
            if result is not None and not _is_untouched(result):
                touched = True
                self._prove(result, task.path, number)
            results.append(result)
        if not touched and self._tells_of_changes and task.any_goes:
            done.counts["unchanged"] = done.counts.get("unchanged", 0) + 1
            return None
        for name, value, result in zip(task.form.fields, values, results, strict=True):
            if result is None:
                continue
            clean = result.text
            literal = None
            if clean != value:
                place = task.form.field(text, name)
                literal = place.lost(clean) if self.wants.journal else None
                text = place.replaced(clean)
                done.difference += self._difference(f"{task.name}:{number + 1}", result)
            if self.wants.journal or self.wants.report:
                done.kept.append(kept(self.wants, result, _text(task, number, name)._replace(literal=literal)))
        there = [result for result in results if result is not None]
        done.unfit += [] if task.any_goes or task.form.is_record(text.encode("utf-8")) else [number]
        if self.marked:
            text = task.form.with_columns(text, marks(there))
        done.count(number, there)
        return line if text == before else text.encode("utf-8"), is_left_out(self.drop, there)

    @cached_property
    def _tells_of_changes(self) -> bool:
        """Whether nothing is to be said of a record that stays as it is."""
        return not (self.marked or self.drop or self.wants.journal or self.wants.report)

    def _prove(self, result: Result, path: str | None, number: int) -> None:
        if result.text != result.given:
            check_proof(result, self.cleaner if self.wants.verified else None, path=path, record=number)

    def _undecodable(self, name: str, result: Result, path: str | None) -> list[str]:
        if not result.receipt.undecodable:
            return []
        from speechclean.cli._undecodable import undecodable

        return [undecodable(name, result, self.cleaner, path)]

    def _difference(self, name: str, result: Result) -> bytes:
        if not self.diff:
            return b""
        from speechclean.cli._diff import difference

        return difference(self.diff, name, result)


def _is_untouched(result: Result) -> bool:
    """Whether a text stays as it came, and nothing is to be said of it; most do."""
    return not (
        result.steps or result.failures or result.unmatched or result.newlines.others or isinstance(result.given, bytes)
    )


def _text(task: RecordTask, number: int, field: str) -> Text:
    """What a field is called."""
    return Text(task.name, task.written, number, field=field)
