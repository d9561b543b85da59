"""Keeps refused text safe while the stages run over one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Edit
from speechclean.core.named import NamedTuple
from speechclean.core.patch import Patch
from speechclean.core.sparing import Spared
from speechclean.decisions.match import locate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.core.rule import Stage
    from speechclean.decisions.refusal import Refusal


MOST_LOOKS = 8
"""How often the refusals of one stage are looked for, while some are found."""


class _Safe(NamedTuple):
    """A refused text where it stands now, and what would have come in its place."""

    span: Spared
    new: str


class Guard:
    """The refusals of one document in one run.

    A refused text is looked for in what its rule's stage reads, or the first stage that removes, whichever comes
    earlier, and from there on no rule touches it. It is looked for as if the refusals of the stages before had not
    been made, since that is what the text was when it was refused. `asked` tells of each refusal whether the document
    is surely the one it was made on.
    """

    def __init__(self, asked: Iterable[tuple[Refusal, bool]], stages: Iterable[Stage]) -> None:
        order = _Order(stages)
        self._waiting: dict[str, dict[int, list[tuple[Refusal, bool]]]] = {}
        for refusal, sure in asked:
            opening, number = order.of(refusal.rule)
            self._waiting.setdefault(opening, {}).setdefault(number, []).append((refusal, sure))
        self._safe: list[_Safe] = []
        self.unmatched: list[Refusal] = []

    def open(self, stage: str, text: str) -> None:
        """Find what is to be safe from this stage on, which is about to read `text`."""
        for _, asked in sorted(self._waiting.pop(stage, {}).items()):
            left = asked
            for _ in range(MOST_LOOKS):  # each one that is found may clear the view of the others
                waiting, left = left, self._find(text, left)
                if not left or left == waiting:
                    break
            if left and (left[0][1] or len(left) < len(asked) / 2):  # the document has proved to be the same
                left = self._find(text, left, loosely=True)
            self.unmatched += [refusal for refusal, _ in left]

    @property
    def spans(self) -> list[Spared]:
        """What no edit may touch now."""
        return [safe.span for safe in self._safe]

    def move(self, patch: Patch) -> None:
        """Follow the text through a patch that spares the spans."""
        for number, (span, new) in enumerate(self._safe):
            start = patch.map(span.start, after=True)
            self._safe[number] = _Safe(Spared(start, max(start, patch.map(span.end))), new)

    def _find(
        self, text: str, asked: list[tuple[Refusal, bool]], *, loosely: bool = False
    ) -> list[tuple[Refusal, bool]]:
        """Make safe what can be found, and return the others."""
        made = self._made(text)
        back = made.invert()
        spans = locate(made.apply(text), [refusal for refusal, _ in asked], loosely=loosely)
        self._safe += [_Safe(Spared(*back.map_span(*span)), refusal.new) for refusal, span in spans.items()]
        return [item for item in asked if item[0] not in spans]

    def _made(self, text: str) -> Patch:
        """The refused changes as they would have been made."""
        edits: list[Edit] = []
        for (start, end), new in sorted(self._safe):
            if not edits or edits[-1].end < start:
                edits.append(Edit(start, text[start:end], new))
            elif edits[-1].end <= end:  # touching, or two that overlap
                last = edits[-1]
                edits[-1] = Edit(last.start, text[last.start : end], last.new + new)
        return Patch(tuple(edits))


class _Order:
    """From which stage on a refusal holds, by the rule that asked for the change."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._opening: dict[str, tuple[str, int]] = {}
        removing = last = ""
        number = 0
        for number, stage in enumerate(stages):
            last = stage.name
            removing = removing or (last if stage.removes else "")
            for rule in stage.rules:
                self._opening |= dict.fromkeys((rule.name, *rule.aliases), (removing or last, number))
        self._other = (removing or last, number)

    def of(self, rule: str) -> tuple[str, int]:
        """The name of the stage, and the number of the rule's own; for a rule that is not there, the most careful."""
        return self._opening.get(rule, self._other)
