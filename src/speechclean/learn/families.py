"""Lines that differ in one place only, as the pages of a site's sections do: one rule takes them all, and those to come."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from speechclean.learn.patterns import counted_pattern, shared_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.learn.candidate import Candidate

ENDS, LOOSE = ((4, 2), (2, 4)), ((4, 0), (0, 4))
"""So many characters a family shares at least at the head of its lines, and at their tail; or at one end alone."""
FEWEST = 4
"""So many lines are a family."""
LONGEST, WIDEST = 40, 12
"""Characters of a line, and of what differs."""


def families(lines: Iterable[Candidate], ends: Sequence[tuple[int, int]] = ENDS) -> list[tuple[str, list[Candidate]]]:
    """The families among lines, each with the pattern that finds its lines; no line is in two."""
    left = [line for line in lines if LONGEST >= len(line.key) > sum(ends[0])]
    found: list[tuple[str, list[Candidate]]] = []
    for head, tail in ends:
        groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for line in left:
            groups[line.key[:head], line.key[len(line.key) - tail :]].append(line)
        large = (group for group in groups.values() if len(group) >= FEWEST)
        made = ((_pattern([one.key for one in group], head, tail), group) for group in large)
        found += [(pattern, group) for pattern, group in made if pattern]
        taken = {one.key for _, group in found for one in group}
        left = [line for line in left if line.key not in taken]
    return found


def _pattern(texts: list[str], least_head: int, least_tail: int) -> str:
    """The pattern for lines in which each 0 stands for a date or a number."""
    head = shared_head(texts)
    tail = shared_head([text[len(head) :][::-1] for text in texts])[::-1]
    middles = {text[len(head) : len(text) - len(tail)] for text in texts}
    if len(head) < least_head or len(tail) < least_tail or max(map(len, middles)) > WIDEST:
        return ""
    if any("。" in middle for middle in middles):
        return ""
    return f"{counted_pattern(head)}[^\\n。，；！？]{{0,{WIDEST}}}{counted_pattern(tail)}"
