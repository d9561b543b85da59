"""The stages as a pipeline asks them: which of their rules, by the bits of masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Cuts, Edit
from speechclean.core.rule import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.core.note import Note
    from speechclean.core.result import Step
    from speechclean.core.rule import Find, Stage

    Asked = tuple[str, Find]
    Finding = tuple[str, Sequence[Edit | Note] | Cuts]

MOST_MASKS = 200
"""For so many choices of a stage's rules it is kept which they are."""


JUDGING = frozenset(("furniture", "boilerplate", "ad", "ends", "close"))
"""The stages that tell by judgement what to remove: they read pages without their markup and leave code alone.

A user's own rules do neither.
"""


class Planned:
    """A stage as it is asked: `mask` has the bits of its rules; `number` is the same for stages of one name."""

    __slots__ = ("_asked", "_rules", "judges", "mask", "name", "number", "removes")

    def __init__(self, stage: Stage, number: int, bit: int) -> None:
        self.name, _, self.removes = stage
        self.judges = stage.name in JUDGING
        self.number = number
        first = 2**bit  # a number of Python's: compiled, 1 << 40 is one of 32 bits
        self._rules = tuple((first << place, rule) for place, rule in enumerate(stage.rules))
        self.mask = sum([own for own, _ in self._rules])
        self._asked: dict[int, list[Asked]] = {}

    def awake(self, mask: int) -> list[Asked]:
        """The rules of these bits; put together once for each mask, when all of them are loaded."""
        asked = self._asked.get(mask)
        if asked is None:
            rules = [rule for bit, rule in self._rules if mask & bit]
            asked = [(rule.name, _loaded(rule.find)) for rule in rules]
            if not any(isinstance(find, Waiting) for _, find in asked) and len(self._asked) < MOST_MASKS:
                self._asked[mask] = asked
        return asked


def have_bared(steps: Sequence[Step], text: str) -> bool:
    """Whether the stages that judge removed something from a text that holds what may be markup: nobody speaks of it now."""
    return ("<" in text or "&" in text) and any(step.patch and step.stage in JUDGING for step in steps)


def planned(stages: tuple[Stage, ...]) -> Iterator[Planned]:
    """The stages in order; the first rule of all has the lowest bit."""
    names = [stage.name for stage in stages]
    bit = 0
    for stage in stages:
        yield Planned(stage, names.index(stage.name), bit)
        bit += len(stage.rules)


def _loaded(find: Find) -> Find:
    """A rule's `find`, where it waits no more."""
    return find.rule.find if isinstance(find, Waiting) and find.rule else find


def credited(found: list[Finding]) -> tuple[Sequence[Edit] | Cuts, tuple[Note, ...]]:
    """What rules have found, in their names."""
    if len(found) == 1 and isinstance(found[0][1], Cuts):
        return found[0][1], ()
    edits: list[Edit] = []
    notes: list[Note] = []
    for name, items in found:
        for item in items:
            if isinstance(item, Edit):
                edits.append(item.credited(name))
            else:
                notes.append(item if item.rule == name else item.credited(name))
    return edits, tuple(notes)
