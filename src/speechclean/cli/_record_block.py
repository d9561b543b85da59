"""A block of records on its way: what is to be cleaned, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from speechclean.cli._record_marks import status_of
from speechclean.core.named import NamedTuple
from speechclean.storage.blocks import Block, Values, replaced

if TYPE_CHECKING:
    from speechclean.cli._earlier import DoneBefore
    from speechclean.cli._record import Kept
    from speechclean.core.result import Failure, Result
    from speechclean.storage.blocks import Span
    from speechclean.storage.lines import LineForm


class RecordTask(NamedTuple):
    """A block of the file with this number, how its lines are read, and what they are called; the last one has none.

    `any_goes` tells whether any line is written: another form has no place for one that is no record.
    """

    file: int
    name: str
    written: str
    path: str | None
    form: LineForm
    packing: str
    block: Block | Values | None
    error: str = ""
    earlier: DoneBefore | None = None
    any_goes: bool = True


@dataclass
class BlockDone:
    """What came of a block: its bytes as they are to be written, and the account.

    `lines` says which spans of a block are written otherwise, so that not all of it has to cross a pipe; `lost` why nothing
    in it could be cleaned, `unfit` which records the form that they go into cannot hold.
    """

    data: bytes = b""
    lines: list[Span] | None = None
    counts: dict[str, int] = field(default_factory=dict)
    removed: int = 0
    changed: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    unfit: list[int] = field(default_factory=list)
    told: list[tuple[int, tuple[str, ...], tuple[Failure, ...]]] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    difference: bytes = b""
    changes: tuple[dict[int, str], ...] = ()
    marks: list[dict[str, object]] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    side: bytes = b""
    header: bytes = b""
    lost: str = ""
    undecodable: list[str] = field(default_factory=list)

    def complete(self, block: Block | Values | None) -> None:
        """Put the bytes together that are to be written for the block that this came of."""
        if self.lines is not None and isinstance(block, Block):
            self.data, self.lines = replaced(block.data, self.lines), None

    def count(self, number: int, results: list[Result]) -> None:
        """Count one record by what became of its fields."""
        status = status_of(results)
        self.counts[status] = self.counts.get(status, 0) + 1
        if status != "unchanged":
            self.removed += sum(result.removed for result in results)
        if not any(result.failures or result.unmatched for result in results):
            return
        nowhere = [set(result.unmatched) for result in results]
        for result in results:
            unmatched = tuple(said for said in result.unmatched if all(said in others for others in nowhere))
            if (unmatched and result is results[0]) or result.failures:
                self.told.append((number, unmatched if result is results[0] else (), result.failures))
