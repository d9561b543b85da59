"""Runs the stages over a document; the one place where a rule may fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.budget import held, is_over
from speechclean.core.document import Document
from speechclean.core.edit import Cuts, Edit
from speechclean.core.errors import ConfigError, RuleTimeout
from speechclean.core.fences import code_of
from speechclean.core.patch import Patch, moved
from speechclean.core.planned import Planned, credited, have_bared, planned
from speechclean.core.result import Failure, Outcome, Step
from speechclean.core.sparing import spans_of, sparing
from speechclean.triggers import Awake, Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.core.note import Note
    from speechclean.core.planned import Asked, Finding
    from speechclean.core.rule import Stage
    from speechclean.decisions import Guard, Refusal
    from speechclean.judgement.page_reading import PageReading
    from speechclean.spelling import Spelled

CARRIED = frozenset({"mojibake"})
"""Kinds of notes that rules of later stages ask for."""

MOST_ROUNDS = 4
"""A stage that removes is asked again about what it left, so that a second run finds nothing that the first one uncovered."""

MOST_PASSES = 2
"""All stages that remove are asked again so often about what later ones left."""
NEVER = -1
NOTHING = Patch()


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
        if outcome.steps and is_over(self._max_removal, text, self._cuts(outcome)):
            repaired = self._run(text, refusals, remove=False)
            return repaired._replace(held=True, steps=(*repaired.steps, held(outcome, repaired)))
        return outcome

    def _run(self, text: str, refusals: Sequence[tuple[Refusal, bool]], *, remove: bool) -> Outcome:
        """Ask the stages in order; those that remove are asked again while a later one has removed something since."""
        course = Course(self._triggers, text, len(self._plan))
        course.keep = self._keep
        course.guard = self._guard(refusals) if refusals else None
        self._ask(course, remove=remove)
        if remove and course.may_start_afresh():
            self._ask(course, remove=remove)
        return course.outcome()

    def _ask(self, course: Course, *, remove: bool) -> None:
        for stage in self._plan:
            if remove or not stage.removes:
                course.ask(stage)
            if remove and stage is self._last:
                for _ in range(MOST_PASSES):
                    for again in self._removing:
                        if course.has_changed_since(again):
                            course.ask(again)

    def _cuts(self, outcome: Outcome) -> list[tuple[str, Edit]]:
        """What the stages that remove have changed, each edit with the name of its stage."""
        steps = [step for step in outcome.steps if step.stage in self._removes]
        return [(step.stage, edit) for step in steps for edit in step.patch.edits]

    def _guard(self, refusals: Sequence[tuple[Refusal, bool]]) -> Guard:
        from speechclean.decisions import Guard

        return Guard(refusals, self._stages)


class Course:
    """One text on its way through the stages, and the account of what they did."""

    __slots__ = (
        "awake",
        "document",
        "extracted",
        "failures",
        "guard",
        "keep",
        "linked",
        "looked",
        "page",
        "patches",
        "settled",
        "steps",
        "triggers",
    )

    def __init__(self, triggers: Triggers, text: str, stages: int) -> None:
        self.triggers = triggers
        self.awake = Awake(triggers, text)
        self.document = Document(text, self.awake.found)
        self.steps: list[Step] = []
        self.failures: list[Failure] = []
        self.guard: Guard | None = None
        self.keep: tuple[str, ...] = ()
        self.patches = 0
        self.settled = [NEVER] * stages
        """How many patches there were when a stage last found nothing more."""
        self.looked = False
        self.linked = False
        """Whether it came with a link of Markdown, by which rules know a manual: without it they know it for none."""
        self.extracted = False
        """Whether an extractor wrote the text in Markdown."""
        self.page: PageReading | None = None
        """The page as it reads without its markup, where an extractor wrote it in Markdown."""

    def has_changed_since(self, stage: Planned) -> bool:
        """Whether something was changed since a stage was asked."""
        return self.patches > self.settled[stage.number]

    def may_start_afresh(self) -> bool:
        """Read the text as one that was given so, where something was changed: without its links or its code a page is text."""
        document = self.document
        if not self.patches or not (self.linked or document.is_outdated() or have_bared(self.steps, document.text)):
            return False
        self.awake = Awake(self.triggers, self.document.text)
        self.document = Document(self.document.text, self.awake.found)
        self.settled = [0] * len(self.settled)
        self.page = None
        self.looked = False
        return True

    def ask(self, stage: Planned) -> None:
        """Ask a stage, and again what it left where it removes."""
        if self.guard:
            self.guard.open(stage.name, self.document.text)
        if mask := self.awake.of(stage.mask):
            if stage.judges and not self.looked:
                self._look()
            self.document.again = self.settled[stage.number] != NEVER
            rounds = MOST_ROUNDS if stage.removes else 1
            while self._round(stage, mask) and rounds > 1:
                rounds -= 1
                mask = self.awake.of(stage.mask)  # what was cut may have woken others
        if stage.judges and self.page:
            self._ask_of_page(stage, self.page)
        self.settled[stage.number] = self.patches

    def _ask_of_page(self, stage: Planned, page: PageReading) -> None:
        """Ask a stage about the page as it reads, and again what it left."""
        for _ in range(MOST_ROUNDS):
            page.follow(self.document.text)
            mask = page.awake(stage.mask)
            if not mask:
                return
            edits, notes = page.marked(*self._found(page.document, stage.awake(mask)))
            if not self._take(stage, edits, notes):
                return

    def _look(self) -> None:
        """Find out whether an extractor wrote the text in Markdown: asked for no text that wakes no rule."""
        self.looked = True
        text = self.document.text
        if "]" not in text or "](" not in text:  # one character is found in a tenth of the time of two
            return
        self.linked = True
        from speechclean.judgement.extracted import is_page
        from speechclean.judgement.page_reading import PageReading

        if self.document.fact(is_page):
            self.extracted = True
            self.page = PageReading(self.triggers, text)

    def _round(self, stage: Planned, mask: int) -> bool:
        """Ask the rules of this mask, and do what they say; tells whether something was changed."""
        edits, notes = self._found(self.document, stage.awake(mask))
        return self._take(stage, edits, notes)

    def _take(self, stage: Planned, edits: Sequence[Edit] | Cuts, notes: tuple[Note, ...]) -> bool:
        """Do what rules have found; tells whether something was changed."""
        document = self.document
        if edits and stage.judges and (self.extracted or ("`" in document.text and "```" in document.text)):
            edits = sparing(edits, code_of(document.text, indented=self.extracted))
        if edits and (self.keep or self.guard):
            guarded = self.guard.spans if self.guard else ()
            edits = sparing(edits, [*spans_of(self.keep, document.text), *guarded])
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
        notes = moved(document.notes, patch) if document.notes else ()
        self.document = document.changed(after, self.awake.after(patch, after), notes)
        self.document.again = True
        self.patches += 1
        return True

    def _found(self, document: Document, asked: list[Asked]) -> tuple[Sequence[Edit] | Cuts, tuple[Note, ...]]:
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
        return credited(found)

    def outcome(self) -> Outcome:
        """What came of it."""
        unmatched = tuple(refusal.told() for refusal in self.guard.unmatched) if self.guard else ()
        return Outcome(self.document.text, tuple(self.steps), tuple(self.failures), unmatched=unmatched)
