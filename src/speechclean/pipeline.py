"""Runs the stages over a document; the one place where a rule may fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.core.edit import Edit
from speechclean.core.errors import ConfigError, RuleTimeout
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.result import Failure, Outcome, Step
from speechclean.core.sparing import Spared, sparing
from speechclean.triggers import Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechclean.core.document import FindHits
    from speechclean.core.rule import Rule, Stage
    from speechclean.decisions import Guard, Refusal
    from speechclean.spelling import Spelled

CARRIED = frozenset({"mojibake"})
"""Kinds of notes that rules of later stages ask for."""

MOST_ROUNDS = 4
"""A stage that removes is asked again about what it left, so that a second run finds nothing that the first one uncovered."""

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
        awake, hits = self._triggers.scan(text)
        awake |= self._triggers.always
        document = Document(text, hits)
        steps: list[Step] = []
        failures: list[Failure] = []
        guard = self._guard(refusals) if refusals else None
        for stage, mask, rules in self._plan:
            if guard:
                guard.open(stage.name, document.text)
            if not awake & mask or (stage.removes and not remove):
                continue
            asked = [rule for bit, rule in rules if awake & bit]
            document.again = False
            for round_number in range(MOST_ROUNDS if stage.removes else 1):
                edits, notes = self._ask(asked, document, failures)
                if edits and (self._keep or guard):
                    edits = sparing(edits, [*_spans(document.text, self._keep), *(guard.spans if guard else ())])
                if round_number:  # what is left alone was noted already
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
                woken, hits = self._triggers.rescan(after, patch, _finder(document))
                awake |= woken
                document = document.changed(after, hits, tuple(_moved((*document.notes, *_carried(notes)), patch)))
                document.again = True
        unmatched = tuple(refusal.told() for refusal in guard.unmatched) if guard else ()
        return Outcome(document.text, tuple(steps), tuple(failures), unmatched=unmatched)

    def _guard(self, refusals: Sequence[tuple[Refusal, bool]]) -> Guard:
        from speechclean.decisions import Guard

        return Guard(refusals, self._stages)

    def _ask(
        self, rules: list[Rule], document: Document, failures: list[Failure]
    ) -> tuple[list[Edit], tuple[Note, ...]]:
        edits: list[Edit] = []
        notes: list[Note] = []
        for rule in rules:
            try:
                found = list(rule.find(document))
            except (RuleTimeout, ConfigError):
                raise  # a text must not depend on how fast the machine is, nor on a package that is missing
            except Exception as error:  # noqa: BLE001  # a broken rule must not cost the text; it is listed as a failure
                failures.append(Failure(rule.name, f"{type(error).__name__}: {error}"))
                continue
            if found:
                edits += [item.credited(rule.name) for item in found if isinstance(item, Edit)]
                notes += [item.credited(rule.name) for item in found if isinstance(item, Note)]
        return edits, tuple(notes)

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


def _planned(stages: tuple[Stage, ...]) -> Iterator[tuple[Stage, int, tuple[tuple[int, Rule], ...]]]:
    """Each stage with the mask of its rules, and each rule with its bit."""
    bit = 1
    for stage in stages:
        rules = tuple((bit << number, rule) for number, rule in enumerate(stage.rules))
        yield stage, sum(own for own, _ in rules), rules
        bit <<= len(rules)


def _finder(document: Document) -> FindHits:
    """What finds a document's hits later, and at most once."""
    return lambda: document.hits


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
