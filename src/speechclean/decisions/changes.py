"""The changes of a result as a person looks at them: one for each span that is seen to change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.decisions.plain import NEAR, View, plain
from speechclean.decisions.refusal import Context, Refusal, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.edit import Edit, Part
    from speechclean.core.result import Result

SHOWN = 4 * NEAR
"""Characters that are looked at for a context: blanks and invisible ones do not count."""


class Change(NamedTuple):
    """One visible change.

    `start` and `end` are its span in the decoded original (code points); spans of later stages may enclose those of
    earlier ones. `old` is the text as the rule read it, `new` what took its place. `parts` are the rules that asked
    for it, with their evidence; the first one's name is `rule`. `found`, `left` and `ordinal`: see `Refusal`.
    """

    start: int
    end: int
    old: str
    new: str
    parts: tuple[tuple[str, str], ...]
    found: Context
    left: Context
    ordinal: int

    @property
    def rule(self) -> str:
        """The rule that asked for it first."""
        return self.parts[0][0]

    def refusal(self, path: str) -> Refusal:
        """The refusal of this change in the file at `path`."""
        return Refusal(path, self.rule, self.old, self.new, self.found, self.left, self.ordinal)


def changes(result: Result) -> tuple[Change, ...]:
    """What cleaning changed, by place; where one change encloses another, it comes first, and so does a later one.

    A replacement by as much text is one change for each run of characters that differ; cuts that overlap are one.
    """
    counts: dict[tuple[str, tuple[str, bool]], int] = {}
    found: list[Change] = []
    texts = list(_texts(result))
    for number, step in enumerate(result.steps):
        if not step.patch:
            continue
        left = _Left(result, number, texts[-1])
        before = View(texts[number])
        for edit in step.patch.edits:
            for start, end, new, parts in _pieces(edit):
                old = edit.old[start - edit.start : end - edit.start]
                same = parts[0][0], key(old, new)
                counts[same] = counts.get(same, -1) + 1
                around = Context(*before.around(before.place(start), before.place(end)))
                span = result.original_span(number, start, end)
                found.append(Change(*span, old, new, parts, around, left.context(start, end), counts[same]))
    found.reverse()  # sorting keeps the order of equals: what came later encloses
    return tuple(sorted(found, key=lambda change: (change.start, -change.end)))


class _Left:
    """What is left around a span of the text that one step read."""

    def __init__(self, result: Result, number: int, after: str) -> None:
        self._later = [step.patch for step in result.steps[number:] if step.patch]
        self._after = after

    def context(self, start: int, end: int) -> Context:
        for patch in self._later:
            start, end = patch.map(start), patch.map(end, after=True)
        return Context(
            plain(self._after[max(0, start - SHOWN) : start])[-NEAR:], plain(self._after[end : end + SHOWN])[:NEAR]
        )


def _texts(result: Result) -> Iterator[str]:
    """The text that each step read, and the last one."""
    text = result.original
    for step in result.steps:
        yield text
        text = step.patch.apply(text)
    yield text


def _pieces(edit: Edit) -> Iterator[tuple[int, int, str, tuple[tuple[str, str], ...]]]:
    """Start, end, new text and rules of each change that an edit holds."""
    if not edit.new:
        for group in _groups(edit.parts):
            start, end = group[0].start, max(part.end for part in group)
            yield start, end, "", _asked(group)
    elif len(edit.old) == len(edit.new):
        differing = "".join("x" if old != new else " " for old, new in zip(edit.old, edit.new, strict=True))
        for run in re.finditer("x+", differing):
            start, end = edit.start + run.start(), edit.start + run.end()
            here = _asked(part for part in edit.parts if part.start < end and start < part.end)
            yield start, end, edit.new[slice(*run.span())], here or _asked(edit.parts)
    else:
        yield edit.start, edit.end, edit.new, _asked(edit.parts)


def _asked(parts: Iterable[Part]) -> tuple[tuple[str, str], ...]:
    """The rules of these parts with their evidence, each once."""
    return tuple(dict.fromkeys((part.rule, part.evidence) for part in parts))


def _groups(parts: tuple[Part, ...]) -> Iterator[list[Part]]:
    """The parts by place, those together that overlap."""
    group: list[Part] = []
    end = -1
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if group and part.start >= end:
            yield group
            group, end = [], -1
        group.append(part)
        end = max(end, part.end)
    if group:
        yield group
