"""What rules found in one text, in its order, and what the judge weighed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from speechclean.cli._inputs import standard_input
from speechclean.cli._messages import out_lines
from speechclean.cli._run import Tally, attempt
from speechclean.report.rules import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.api import Cleaner
    from speechclean.core.result import Result


class Finding(NamedTuple):
    """A span of the text as it came, what became of it, and why."""

    start: int
    end: int
    verdict: str
    lines: tuple[str, ...]


def explain(typed: str | None, cleaner: Cleaner) -> int:
    """Print what there is to say of a text."""
    tally = Tally("text")

    def work() -> None:
        result = cleaner(standard_input() if typed is None or typed == "-" else typed)
        tally.count("<text>", result)
        findings = sorted((*changes(result), *notes(result)))
        for finding in findings:
            line, column = result.line_and_column(finding.start)
            out_lines(f"{line}:{column}  {finding.verdict}\n" + "".join(f"    {text}\n" for text in finding.lines))
        if not findings:
            out_lines("nothing was found: no rule changes this text, and nothing in it was weighed\n")

    attempt(tally, "<stdin>" if typed is None else "<text>", work)
    return tally.status()


def changes(result: Result) -> Iterator[Finding]:
    """What rules changed."""
    for edit in result.edits:
        part = edit.parts[0]
        what = f"→ “{visible(edit.new)}”" if edit.new else "goes"
        lines = [f"“{visible(edit.old)}” {what}"]
        lines += [f"evidence: {part.evidence}"] if part.evidence else []
        yield Finding(edit.start, edit.end, part.rule, tuple(lines))


def notes(result: Result) -> Iterator[Finding]:
    """What was seen and left alone."""
    for note in result.notes:
        reading = f" (perhaps “{visible(note.reading)}”, {note.certain:.0%} of it proven)" if note.reading else ""
        yield Finding(note.start, note.end, f"noted: {note.kind}", (f"“{visible(note.text)}” stays{reading}",))
