"""Runs the stages over a document; the one place where a rule may fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.core.edit import Cuts, Edit
from speechclean.core.errors import ConfigError, RuleTimeout
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.result import Failure, Outcome, Step
from speechclean.core.sparing import Spared, sparing
from speechclean.triggers import Awake, Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechclean.core.rule import Rule, Stage
    from speechclean.decisions import Guard, Refusal
    from speechclean.spelling import Spelled

    Planned = tuple[Stage, int, tuple[tuple[int, Rule], ...]]

CARRIED = frozenset({"mojibake"})
"""Kinds of notes that rules of later stages ask for."""

MOST_ROUNDS = 4
"""A stage that removes is asked again about what it left, so that a second run finds nothing that the first one uncovered."""

MOST_PASSES = 2
"""All stages that remove are asked again so often about what later ones left."""
NOTHING = Patch()

SMALL = 500
"""Documents with fewer Han characters than this are exempt from the removal budget."""


class Pipeline:
    """The stages in order, with one shared scan for the triggers of all their rules."""

    def __init__(
        self,
        stages: Iterable[Stage],
        spelled: Spelled | None = None,
        *,
        max_removal: float = 1.0,
        keep: tuple[str, ...] = (),
    ) -> None:
        self._stages = tuple(stages)
        self._plan = tuple(_planned(self._stages))
        self._triggers = Triggers((rule for stage in self._stages for rule in stage.rules), spelled)
        self._max_removal = max_removal
        self._keep = keep

    def run(self, text: str, refusals: Sequence[tuple[Refusal, bool]] = ()) -> Outcome:
        r"""Clean one text, which has `\n` newlines, but for what was refused (see `Guard`).

        When more would be removed than the budget allows, no removal is done.
        """
        outcome = self._run(text, refusals, remove=True)
        if self._over_budget(text, outcome):
            repaired = self._run(text, refusals, remove=False)
            return repaired._replace(held=True, steps=(*repaired.steps, _held(outcome, repaired)))
        return outcome

    def _run(self, text: str, refusals: Sequence[tuple[Refusal, bool]], *, remove: bool) -> Outcome:
        awake = Awake(self._triggers, text)
        document = Document(text, awake.found)
        steps: list[Step] = []
        failures: list[Failure] = []
        guard = self._guard(refusals) if refusals else None
        settled: dict[str, int] = {}
        for stage, mask, rules in self._order(settled, steps, remove=remove):
            if guard:
                guard.open(stage.name, document.text)
            if not awake.of(mask):
                settled[stage.name] = len(steps)
                continue
            document.again = stage.name in settled
            for _ in range(MOST_ROUNDS if stage.removes else 1):
                mine = awake.of(mask)  # what was cut may have woken others
                edits, notes = self._ask([rule for bit, rule in rules if mine & bit], document, failures)
                if edits and (self._keep or guard):
                    edits = sparing(edits, [*_spans(document.text, self._keep), *(guard.spans if guard else ())])
                if document.again:  # what is left alone was noted already
                    notes = tuple(note for note in notes if note.kind == "gap")
                patch = Patch.collect(edits) if edits else NOTHING
                if patch or notes:
                    steps.append(Step(stage.name, patch, notes))
                if not patch:
                    document.notes += _carried(notes)
                    break
                after = patch.apply(document.text)
                if guard:
                    guard.move(patch)
                hits = awake.after(patch, after)
                document = document.changed(after, hits, tuple(_moved((*document.notes, *_carried(notes)), patch)))
                document.again = True
            settled[stage.name] = len(steps)
        unmatched = tuple(refusal.told() for refusal in guard.unmatched) if guard else ()
        return Outcome(document.text, tuple(steps), tuple(failures), unmatched=unmatched)

    def _order(self, settled: dict[str, int], steps: list[Step], *, remove: bool) -> Iterator[Planned]:
        """The stages in order; those that remove are asked again while a later one has removed something since.

        `settled` tells how many steps there were when a stage last found nothing more.
        """
        removing = [planned for planned in self._plan if planned[0].removes]
        for planned in self._plan:
            if remove or not planned[0].removes:
                yield planned
            if remove and removing and planned is removing[-1]:
                for _ in range(MOST_PASSES):
                    for stage in removing:
                        if any(step.patch for step in steps[settled[stage[0].name] :]):
                            yield stage

    def _guard(self, refusals: Sequence[tuple[Refusal, bool]]) -> Guard:
        from speechclean.decisions import Guard

        return Guard(refusals, self._stages)

    def _ask(
        self, rules: list[Rule], document: Document, failures: list[Failure]
    ) -> tuple[Sequence[Edit] | Cuts, tuple[Note, ...]]:
        found: list[tuple[str, Sequence[Edit | Note] | Cuts]] = []
        for rule in rules:
            try:
                items = rule.find(document)
                items = items if isinstance(items, Cuts) else list(items)
            except (RuleTimeout, ConfigError):
                raise  # a text must not depend on how fast the machine is, nor on a package that is missing
            except Exception as error:  # noqa: BLE001  # a broken rule must not cost the text; it is listed as a failure
                failure = Failure(rule.name, f"{type(error).__name__}: {error}")
                failures += [failure] if failure not in failures else []  # it is asked again in later rounds
                continue
            if items:
                found.append((rule.name, items))
        if len(found) == 1 and isinstance(found[0][1], Cuts):
            return found[0][1], ()
        edits = [item.credited(name) for name, items in found for item in items if isinstance(item, Edit)]
        return edits, tuple([item.credited(name) for name, items in found for item in items if isinstance(item, Note)])

    def _over_budget(self, text: str, outcome: Outcome) -> bool:
        if not outcome.steps:
            return False
        removing = {stage.name for stage in self._stages if stage.removes}
        cuts = [edit for step in outcome.steps if step.stage in removing for edit in step.patch.edits]
        if sum(len(cut.old) for cut in cuts) < SMALL * self._max_removal:
            return False
        total = han(text)
        lost = sum(han(cut.old) - han(cut.new) for cut in cuts)
        return total >= SMALL and lost > self._max_removal * total


def han(text: str) -> int:
    """How many Han characters a text holds."""
    return sum("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "𠀀" for character in text)


def _planned(stages: tuple[Stage, ...]) -> Iterator[Planned]:
    """Each stage with the mask of its rules, and each rule with its bit."""
    bit = 1
    for stage in stages:
        rules = tuple((bit << number, rule) for number, rule in enumerate(stage.rules))
        yield stage, sum(own for own, _ in rules), rules
        bit <<= len(rules)


def _carried(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes that later stages read; all are in the step's account."""
    return tuple(note for note in notes if note.kind in CARRIED) if notes else ()


def _moved(notes: Iterable[Note], patch: Patch) -> Iterator[Note]:
    """The notes at their places in the text that the patch makes."""
    for note in notes:
        start, end = patch.map_span(note.start, note.end)
        yield note._replace(start=start, end=end)


def _spans(text: str, keep: tuple[str, ...]) -> Iterator[Spared]:
    """Where the strings stand that the user protects."""
    for string in keep:
        start = text.find(string)
        while string and start >= 0:
            yield Spared(start, start + len(string))
            start = text.find(string, start + 1)


def _held(refused: Outcome, repaired: Outcome) -> Step:
    """A step that changes nothing and notes what was not removed."""
    done = {(step.stage, edit) for step in repaired.steps for edit in step.patch.edits}
    cuts = [edit for step in refused.steps for edit in step.patch.edits if (step.stage, edit) not in done]
    taken = "；".join(cut.old.strip()[:40] for cut in cuts)
    return Step("budget", Patch(), (Note("held", 0, len(repaired.text), taken, "max-removal"),))
