"""Runs the stages over a document; the one place where a rule may fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.document import Document
from speechclean.core.edit import Cuts, Edit
from speechclean.core.errors import ConfigError, RuleTimeout
from speechclean.core.note import Note
from speechclean.core.patch import Patch
from speechclean.core.planned import Planned, planned
from speechclean.core.result import Failure, Outcome, Step
from speechclean.core.sparing import Spared, sparing
from speechclean.triggers import Awake, Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechclean.core.planned import Asked
    from speechclean.core.rule import Stage
    from speechclean.decisions import Guard, Refusal
    from speechclean.spelling import Spelled

    Finding = tuple[str, Sequence[Edit | Note] | Cuts]

CARRIED = frozenset({"mojibake"})
"""Kinds of notes that rules of later stages ask for."""

MOST_ROUNDS = 4
"""A stage that removes is asked again about what it left, so that a second run finds nothing that the first one uncovered."""

MOST_PASSES = 2
"""All stages that remove are asked again so often about what later ones left."""
NEVER = -1
NOTHING = Patch()

SMALL = 500
"""Documents with fewer Han characters than this are exempt from the removal budget."""
PAGES, OF_PAGES = frozenset(("furniture", "boilerplate")), 2 / 3
"""What these stages take, a page's word for word, weighs so much in the budget: forums print more around a post than stands in it."""


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
        self._plan = list(planned(self._stages))
        self._removing = [stage for stage in self._plan if stage.removes]
        self._last = self._removing[-1] if self._removing else None
        self._removes = {stage.name for stage in self._removing}
        self._triggers = Triggers((rule for stage in self._stages for rule in stage.rules), spelled)
        self._max_removal = max_removal
        self._keep = keep

    def run(self, text: str, refusals: Sequence[tuple[Refusal, bool]] = ()) -> Outcome:
        r"""Clean one text, which has `\n` newlines, but for what was refused (see `Guard`).

        When more would be removed than the budget allows, no removal is done.
        """
        outcome = self._run(text, refusals, remove=True)
        if outcome.steps and self._over_budget(text, outcome):
            repaired = self._run(text, refusals, remove=False)
            return repaired._replace(held=True, steps=(*repaired.steps, _held(outcome, repaired)))
        return outcome

    def _run(self, text: str, refusals: Sequence[tuple[Refusal, bool]], *, remove: bool) -> Outcome:
        """Ask the stages in order; those that remove are asked again while a later one has removed something since."""
        course = Course(self._triggers, text, len(self._plan))
        course.keep = self._keep
        course.guard = self._guard(refusals) if refusals else None
        for stage in self._plan:
            if remove or not stage.removes:
                course.ask(stage)
            if remove and stage is self._last:
                for _ in range(MOST_PASSES):
                    for again in self._removing:
                        if course.has_changed_since(again):
                            course.ask(again)
        return course.outcome()

    def _guard(self, refusals: Sequence[tuple[Refusal, bool]]) -> Guard:
        from speechclean.decisions import Guard

        return Guard(refusals, self._stages)

    def _over_budget(self, text: str, outcome: Outcome) -> bool:
        cuts = [
            (step.stage, edit) for step in outcome.steps if step.stage in self._removes for edit in step.patch.edits
        ]
        if sum(len(cut.old) for _, cut in cuts) < SMALL * self._max_removal:
            return False
        total = han(text)
        lost = sum((OF_PAGES if stage in PAGES else 1.0) * (han(cut.old) - han(cut.new)) for stage, cut in cuts)
        return total >= SMALL and lost > self._max_removal * total


class Course:
    """One text on its way through the stages, and the account of what they did."""

    __slots__ = ("awake", "document", "failures", "guard", "keep", "patches", "settled", "steps")

    def __init__(self, triggers: Triggers, text: str, stages: int) -> None:
        self.awake = Awake(triggers, text)
        self.document = Document(text, self.awake.found)
        self.steps: list[Step] = []
        self.failures: list[Failure] = []
        self.guard: Guard | None = None
        self.keep: tuple[str, ...] = ()
        self.patches = 0
        self.settled = [NEVER] * stages
        """How many patches there were when a stage last found nothing more."""

    def has_changed_since(self, stage: Planned) -> bool:
        """Whether something was changed since a stage was asked."""
        return self.patches > self.settled[stage.number]

    def ask(self, stage: Planned) -> None:
        """Ask a stage, and again what it left where it removes."""
        if self.guard:
            self.guard.open(stage.name, self.document.text)
        if mask := self.awake.of(stage.mask):
            self.document.again = self.settled[stage.number] != NEVER
            rounds = MOST_ROUNDS if stage.removes else 1
            while self._round(stage, mask) and rounds > 1:
                rounds -= 1
                mask = self.awake.of(stage.mask)  # what was cut may have woken others
        self.settled[stage.number] = self.patches

    def _round(self, stage: Planned, mask: int) -> bool:
        """Ask the rules of this mask, and do what they say; tells whether something was changed."""
        document = self.document
        edits, notes = self._found(stage.awake(mask))
        if edits and (self.keep or self.guard):
            guarded = self.guard.spans if self.guard else ()
            edits = sparing(edits, [*_spans(document.text, self.keep), *guarded])
        if notes and document.again:  # what is left alone was noted already
            notes = tuple([note for note in notes if note.kind == "gap"])
        patch = Patch.collect(edits) if edits else NOTHING
        if patch or notes:
            self.steps.append(Step(stage.name, patch, notes))
        if notes:
            document.notes += tuple([note for note in notes if note.kind in CARRIED])
        if not patch:
            return False
        after = patch.apply(document.text)
        if self.guard:
            self.guard.move(patch)
        moved = _moved(document.notes, patch) if document.notes else ()
        self.document = document.changed(after, self.awake.after(patch, after), moved)
        self.document.again = True
        self.patches += 1
        return True

    def _found(self, asked: list[Asked]) -> tuple[Sequence[Edit] | Cuts, tuple[Note, ...]]:
        document = self.document
        found: list[Finding] = []
        for name, find in asked:
            try:
                items = find(document)
                if not isinstance(items, list):
                    items = items if isinstance(items, Cuts) else list(items)
            except (RuleTimeout, ConfigError):
                raise  # a text must not depend on how fast the machine is, nor on a package that is missing
            except Exception as error:  # noqa: BLE001  # a broken rule must not cost the text; it is listed as a failure
                failure = Failure(name, f"{type(error).__name__}: {error}")
                if failure not in self.failures:  # it is asked again in later rounds
                    self.failures.append(failure)
                continue
            if items:
                found.append((name, items))
        return _credited(found)

    def outcome(self) -> Outcome:
        """What came of it."""
        unmatched = tuple(refusal.told() for refusal in self.guard.unmatched) if self.guard else ()
        return Outcome(self.document.text, tuple(self.steps), tuple(self.failures), unmatched=unmatched)


def _credited(found: list[Finding]) -> tuple[Sequence[Edit] | Cuts, tuple[Note, ...]]:
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


def han(text: str) -> int:
    """How many Han characters a text holds."""
    return sum("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "𠀀" for character in text)


def _moved(notes: Iterable[Note], patch: Patch) -> tuple[Note, ...]:
    """The notes at their places in the text that the patch makes."""
    return tuple([note.moved(*patch.map_span(note.start, note.end)) for note in notes])


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
