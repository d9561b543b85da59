"""What came of cleaning one text: the one thing that reports, journals and commands read."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, Part
from speechclean.core.named import NamedTuple
from speechclean.core.newlines import NEWLINE, Newlines, Offsets
from speechclean.core.patch import Patch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.core.note import Note
    from speechclean.core.receipt import Receipt


class Step(NamedTuple):
    """What one stage did: its patch on the text that it read, and its notes in that text's offsets."""

    stage: str
    patch: Patch
    notes: tuple[Note, ...] = ()


class Failure(NamedTuple):
    """A rule that broke; the text was cleaned without it."""

    rule: str
    error: str


class Outcome(NamedTuple):
    """The text after all stages, what each did, which rules broke, and whether removals were held back.

    `unmatched` tells of each refused change that was not found again.
    """

    text: str
    steps: tuple[Step, ...] = ()
    failures: tuple[Failure, ...] = ()
    held: bool = False
    unmatched: tuple[str, ...] = ()


class Result:
    """The text before and after, and the account of every change.

    `edits` and `notes` are in code points of the decoded original; they are worked out when asked for.
    """

    def __init__(
        self, given: bytes | str, original: str, receipt: Receipt, newlines: Newlines, outcome: Outcome
    ) -> None:
        self.receipt = receipt
        self.newlines = newlines
        self.steps = outcome.steps
        self.failures = outcome.failures
        self.held = outcome.held
        self.unmatched = outcome.unmatched
        self.given = given
        self.original = original
        self._after = outcome.text

    def __repr__(self) -> str:
        return f"<Result {self.status}: {len(self.edits)} edits, {len(self.notes)} notes>"

    def _repr_html_(self) -> str:
        """The marked text, which notebooks show."""
        from speechclean.core.marked import marked

        return marked(self)

    @property
    def before(self) -> str:
        """The decoded original, with its own newlines."""
        return self.newlines.restore(self.original)

    @property
    def text(self) -> str:
        r"""The clean text: newlines as they were (mixed ones become `\\n`), a final newline only if there was one."""
        text = self._after + "\n" if self.newlines.final else self._after
        return text if self.newlines.written == "\n" else text.replace("\n", self.newlines.written)

    @property
    def data(self) -> bytes:
        """The clean text as a file holds it: UTF-8 without BOM, one newline at the end unless it is empty."""
        if (given := self._given_as_it_stays()) is not None:
            return given if self.newlines.final else given + self.newlines.written.encode()
        text = self._after + "\n" if self._after else ""
        if self.newlines.written != "\n":
            text = text.replace("\n", self.newlines.written)
        return text.encode("utf-8", "surrogatepass")

    def _given_as_it_stays(self) -> bytes | None:
        """The bytes that were given, where they are UTF-8 of which nothing was changed: they need not be encoded again."""
        if self._after is not self.original or not self._after or self.newlines.others:
            return None
        return self.given if isinstance(self.given, bytes) and self.receipt.is_plain else None

    @property
    def changed(self) -> bool:
        """Whether the text differs from the decoded original (the bytes may differ all the same)."""
        return bool(self.newlines.others) or any(step.patch for step in self.steps)

    @property
    def status(self) -> str:
        """`held`, `cleaned` or `unchanged`."""
        return "held" if self.held else "cleaned" if self.changed else "unchanged"

    @property
    def encoding(self) -> str:
        """The encoding the bytes were read as; empty for text that never was bytes."""
        return self.receipt.encoding

    @property
    def truncated(self) -> bool:
        """Whether a part of the author's text is missing."""
        return any(note.kind == "gap" for step in self.steps for note in step.notes)

    @property
    def removed(self) -> int:
        """How many characters other than blanks were taken away; converted and repaired ones are not counted."""
        cuts = [edit for step in self.steps for edit in step.patch.edits if len(edit.old) > len(edit.new)]
        return sum(len("".join(cut.old.split())) - len("".join(cut.new.split())) for cut in cuts)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What each rule changed, by place in the decoded original: one edit a part, or one for parts that work together."""
        found = [edit for number, step in enumerate(self.steps) for edit in self._edits_of(number, step)]
        return tuple(sorted(found, key=lambda edit: (edit.start, edit.end)))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What was seen and left alone, by place in the decoded original."""
        found = []
        for number, step in enumerate(self.steps):
            for note in step.notes:
                start, end = self.original_span(number, note.start, note.end)
                found.append(note._replace(start=start, end=end))
        return tuple(sorted(found))

    @cached_property
    def patch(self) -> Patch:
        r"""All steps as one patch, from the decoded original to the clean text, both with `\\n` newlines."""
        patch = Patch()
        for step in self.steps:
            patch = patch.then(step.patch)
        return patch

    def restore(self) -> bytes | str:
        """The input again, worked out from the clean text and the account."""
        text = undo(self._after, self.steps)
        before = self.newlines.restore(text)
        return before if isinstance(self.given, str) else self.receipt.encode(before)

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in the decoded original."""
        line = bisect_right(self._line_starts, position)
        return line, position - self._line_starts[line - 1] + 1

    def original_span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The span in the decoded original of a span in the text that step `number` read."""
        for back in reversed(self._backward[:number]):
            start, end = back.map_span(start, end)
        return self._offsets.original(start), self._offsets.original(end)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(NEWLINE, self.before))]

    @cached_property
    def _backward(self) -> tuple[Patch, ...]:
        return tuple(step.patch.invert() for step in self.steps)

    @cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.before)

    def _edits_of(self, number: int, step: Step) -> Iterator[Edit]:
        before = self.before
        for joined in step.patch.edits:
            for edit in _parted(joined):
                start, end = self.original_span(number, edit.start, edit.end)
                parts = dict.fromkeys(Part(part.rule, start, end, part.evidence) for part in edit.parts)
                yield Edit(start, before[start:end], edit.new, tuple(parts))


def _parted(edit: Edit) -> Sequence[Edit]:
    if len(edit.parts) == 1:
        return (edit,)
    from speechclean.core.reconciled import parted

    return parted(edit)


def undo(after: str, steps: tuple[Step, ...]) -> str:
    """The text that the steps started from."""
    for step in reversed(steps):
        after = step.patch.invert().apply(after)
    return after
