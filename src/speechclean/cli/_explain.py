"""What rules found in one text, and what the judge of ads weighed in it, also what it kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.cli._inputs import standard_input
from speechclean.cli._messages import out_lines
from speechclean.cli._run import Tally, attempt
from speechclean.core.named import NamedTuple
from speechclean.core.note import Note
from speechclean.core.rule import Rule, Stage, Summary
from speechclean.judgement.verdict import AD
from speechclean.report.rules import visible
from speechclean.wording import worded
from speechclean.wording.width import padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.api import Cleaner
    from speechclean.core.document import Document
    from speechclean.core.result import Result
    from speechclean.judgement.verdict import Verdict

STAGE = "ad"
"""The stage whose rules ask the judge."""


class Finding(NamedTuple):
    """A span of the text as it came, what became of it, and why."""

    start: int
    end: int
    title: str
    lines: tuple[str, ...]


class Witness:
    """Hears what the judge says: a rule that only notes, in the stage that asks the judge, on the same document."""

    def __init__(self) -> None:
        self.heard: list[Verdict] = []

    def find(self, document: Document) -> Iterator[Note]:
        """A note for each verdict; its reading is the verdict's number."""
        from speechclean.judgement.cuts import verdicts

        for verdict in verdicts(document):
            text = document.text[verdict.start : verdict.end]
            yield Note("judged", verdict.start, verdict.end, text, reading=str(len(self.heard)))
            self.heard.append(verdict)

    def beside(self, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
        """The stages, with the witness in that of the judge."""
        rule = Rule("judge-witness", Summary("Hears the judge", "旁听"), self.find, ())
        return tuple(
            Stage(stage.name, (*stage.rules, rule), stage.removes) if stage.name == STAGE else stage for stage in stages
        )

    def findings(self, result: Result) -> Iterator[Finding]:
        """What was weighed, with all evidence for and against."""
        for note in result.notes:
            if note.kind != "judged":
                continue
            verdict = self.heard[int(note.reading)]
            taken = _rule_of(result, note) if verdict.is_ad else ""
            title = f"{taken or 'kept'}: the evidence sums to {verdict.score:.1f}, an ad needs {AD:.1f}"
            yield Finding(note.start, note.end, title, (f"“{visible(note.text)}”", *_weighed(verdict)))


def explain(typed: str | None, cleaner: Cleaner) -> int:
    """Print what there is to say of a text."""
    tally = Tally("text")
    witness = Witness()
    cleaner.stages = witness.beside(cleaner.stages)

    def work() -> None:
        result = cleaner(standard_input() if typed is None or typed == "-" else typed)
        tally.count("<text>", result)
        judged = list(witness.findings(result))
        told = {(finding.start, finding.end) for finding in judged}
        findings = sorted(
            (*judged, *(one for one in _changes(result, cleaner.stages) if one[:2] not in told), *_notes(result))
        )
        for finding in findings:
            line, column = result.line_and_column(finding.start)
            out_lines(
                f"{line}:{column}  {worded(finding.title)}\n" + "".join(f"    {text}\n" for text in finding.lines)
            )
        if not findings:
            out_lines(worded("nothing was found: no rule changes this text, and nothing in it looked like an ad\n"))

    attempt(tally, "<stdin>" if typed is None else "<text>", work)
    return tally.status()


def _weighed(verdict: Verdict) -> Iterator[str]:
    for side, sign in (("for", 1), ("against", -1)):
        pieces = [piece for piece in verdict.evidence if piece.weight * sign > 0]
        for piece in sorted(pieces, key=lambda piece: -abs(piece.weight)):
            words = f": {visible(piece.words)}" if piece.words else ""
            yield f"{padded(worded(side), 8)} {piece.weight:+5.1f}  {worded(piece.kind)}{words}"


def _rule_of(result: Result, note: Note) -> str:
    """The rule that took the span."""
    rules = (edit.parts[0].rule for edit in result.edits if (edit.start, edit.end) == (note.start, note.end))
    return next(rules, "")


def _changes(result: Result, stages: Iterable[Stage]) -> Iterator[Finding]:
    sources = {rule.name: rule.source for stage in stages for rule in stage.rules if rule.source}
    for edit in result.edits:
        part = edit.parts[0]
        own = (worded(f"a rule of your own: {sources[part.rule]}"),) if part.rule in sources else ()
        what = f"→ “{visible(edit.new)}”" if edit.new else worded("goes")
        evidence = (worded(f"evidence: {part.evidence}"),) if part.evidence else ()
        yield Finding(edit.start, edit.end, part.rule, (f"“{visible(edit.old)}” {what}", *evidence, *own))


def _notes(result: Result) -> Iterator[Finding]:
    for note in result.notes:
        if note.kind != "judged":
            reading = (
                worded(f" (perhaps “{visible(note.reading)}”, {note.certain:.0%} of it proven)") if note.reading else ""
            )
            yield Finding(
                note.start, note.end, f"noted: {note.kind}", (f"“{visible(note.text)}” {worded('stays')}{reading}",)
            )
