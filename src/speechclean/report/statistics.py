"""How often each rule found something, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.wording import worded
from speechclean.wording.width import lead, padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.result import Result
    from speechclean.core.rule import Stage

COLUMNS = {"changes": 9, "characters": 10}
"""The columns of numbers, and how wide they are; that of the texts comes behind,"""
TEXTS = 7
"""as wide as this."""


class Statistics:
    """Counts changes, the characters that they take, and texts, by rule."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._sources = {rule.name: rule.source for stage in stages for rule in stage.rules if rule.source}
        self.counts: dict[str, tuple[int, int, int]] = {}

    def add(self, result: Result) -> None:
        """Count what was found in one text."""
        for edit in result.edits:
            rule = edit.parts[0].rule
            changes, characters, texts = self.counts.get(rule, (0, 0, 0))
            self.counts[rule] = (changes + 1, characters + len(edit.old) - len(edit.new), texts)
        for rule in {edit.parts[0].rule for edit in result.edits}:
            changes, characters, texts = self.counts[rule]
            self.counts[rule] = (changes, characters, texts + 1)

    def unite(self, counts: dict[str, tuple[int, int, int]]) -> None:
        """Add what was counted elsewhere."""
        for rule, (changes, characters, texts) in counts.items():
            mine = self.counts.get(rule, (0, 0, 0))
            self.counts[rule] = (mine[0] + changes, mine[1] + characters, mine[2] + texts)

    def table(self, texts: str = "files") -> Iterator[str]:
        """A line a rule, the busiest first; where a rule of the user's own came from stands at the end."""
        longest = max([len(rule) for rule in self.counts] + [4])
        headings = (lead(worded(heading), columns) for heading, columns in {**COLUMNS, texts: TEXTS}.items())
        source = (worded("source"),) if self._sources else ()
        yield "  ".join((padded(worded("rule"), longest), *headings, *source))
        for rule, numbers in sorted(self.counts.items(), key=lambda item: (-item[1][0], item[0])):
            changes, characters, texts = (f"{number:,}".replace(",", " ") for number in numbers)
            origin = f"  {self._sources.get(rule, worded('built-in'))}" if self._sources else ""
            yield f"{rule:<{longest}}  {changes:>9}  {characters:>10}  {texts:>7}{origin}"
