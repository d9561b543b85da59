"""Lines that differ in one place only, as the pages of a site's sections do: one rule takes them all, and those to come."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.patterns import line_pattern, shared_head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.learn.candidate import Candidate

HEAD, TAIL = 4, 2
"""Characters at both ends of a line that a family shares at least."""
FEWEST = 4
"""So many lines are a family."""
LONGEST, WIDEST = 40, 12
"""Characters of a line, and of what differs."""


def families(lines: Iterable[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """The families among lines, each with the pattern that finds its lines."""
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for line in lines:
        text = fold(line.samples[0].text)
        if HEAD + TAIL < len(text) <= LONGEST:
            groups[text[:HEAD], text[-TAIL:]].append(line)
    found = (
        (_pattern([one.samples[0].text for one in group]), group) for group in groups.values() if len(group) >= FEWEST
    )
    return [(pattern, group) for pattern, group in found if pattern]


def _pattern(texts: list[str]) -> str:
    head = shared_head(texts)
    tail = shared_head([text[len(head) :][::-1] for text in texts])[::-1]
    middles = {text[len(head) : len(text) - len(tail)] for text in texts}
    if (
        len(head) < HEAD
        or len(tail) < TAIL
        or max(map(len, middles)) > WIDEST
        or any("\u3002" in one for one in middles)
    ):
        return ""
    return f"{line_pattern(head)}[^\\n。，；！？]{{0,{WIDEST}}}{line_pattern(tail)}"
