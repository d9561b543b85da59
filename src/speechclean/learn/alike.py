"""Lines that are alike but for a few words: who wrote, how many read, what comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.features import hidden
from speechclean.learn.patterns import counted_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Candidate, Sample

FEWEST = 4
"""So many lines show what changes in them."""
LONGEST, MOST_SLOTS = 80, 4
SLOT, TITLE = 12, 40
"""Characters of what changes, and of what changes behind a sign at the end of a line."""
STAYS = 0.5
"""So great a share of a line stays."""
CALLED = 0.8
"""What a line begins with is no title where it comes again, or where so many documents have another one."""
SIGNS = " :|·/>»-_"
MARKS = ",、"
"""These stand in what authors say as well."""
_SENTENCE = re.compile("[。!?;](?=.)")


def line_pattern(samples: Sequence[Sample], candidate: Candidate) -> str:
    """What finds the whole lines that samples stand in, where they are alike; empty where they are not."""
    lines = [_line(sample) for sample in samples]
    if len(lines) < FEWEST or len(set(lines)) < FEWEST - 1 or not all(lines):
        return ""
    stays = _common(lines)
    slots = _between(lines, stays)
    if not _may_change(slots, stays, lines, candidate):
        return ""
    parts = [_slot(slots[0])]
    for said, slot in zip(stays, slots[1:], strict=True):
        parts += (counted_pattern(said), _slot(slot))
    return f"(?m:^)[ \u3000]*{''.join(parts)}[ \u3000]*(?m:$)"


def _line(sample: Sample) -> str:
    """The folded line of a sample, with each number as one 0; empty where it is long or not all there."""
    before, after = sample.before.rpartition("\n"), sample.after.partition("\n")[0]
    line = hidden(fold(before[2] + sample.text + after)).strip()
    return line if len(line) <= LONGEST else ""


def _common(texts: Sequence[str]) -> list[str]:
    """What all texts have in common, in this order: the longest part, and what is common before and behind it."""
    said = _longest(texts)
    if not said:
        return []
    return [
        *_common([text.partition(said)[0] for text in texts]),
        said,
        *_common([text.partition(said)[2] for text in texts]),
    ]


def _longest(texts: Sequence[str]) -> str:
    """The longest part of all texts; a single character only where it is a sign."""
    first = min(texts, key=len)
    for size in range(len(first), 0, -1):
        for at in range(len(first) - size + 1):
            said = first[at : at + size]
            if (size > 1 or not (said.isalnum() or said in MARKS)) and all(said in text for text in texts):
                return said
    return ""


def _between(lines: Sequence[str], stays: Sequence[str]) -> list[list[str]]:
    """What stands in each line before, between and behind what stays."""
    rests, slots = list(lines), []
    for said in stays:
        parts = [rest.partition(said) for rest in rests]
        slots.append([part[0] for part in parts])
        rests = [part[2] for part in parts]
    return [*slots, rests]


def _may_change(
    slots: Sequence[Sequence[str]], stays: Sequence[str], lines: Sequence[str], candidate: Candidate
) -> bool:
    """Whether what changes is little, no sentence, and no title that may be the author's."""
    changing = sum(map(any, slots))
    if not 0 < changing <= MOST_SLOTS or sum(map(len, stays)) * len(lines) < STAYS * sum(map(len, lines)):
        return False
    if any(map(_SENTENCE.search, lines)) or _has_clauses(slots, stays):
        return False
    if any(len(said) > SLOT for slot in slots[:-1] for said in slot):
        return False
    return _is_name(slots[0], stays[0], candidate) and _is_value(slots[-1], stays[-1])


def _has_clauses(slots: Sequence[Sequence[str]], stays: Sequence[str]) -> bool:
    """Whether a mark stands in or beside what changes, as in the author's words."""
    beside = {said[-1:] for said, slot in zip(["", *stays], slots, strict=True) if any(slot)}
    beside |= {said[0] for said, slot in zip(stays, slots, strict=False) if any(slot)}
    return not beside.isdisjoint(MARKS) or any(sign in said for slot in slots for said in slot for sign in MARKS)


def _is_name(heads: Sequence[str], behind: str, candidate: Candidate) -> bool:
    """Whether what begins the lines, if anything does, is a name apart from what follows: names come again, titles do not."""
    if not any(heads):
        return True
    again = len(set(heads)) < len(heads) or candidate.named >= CALLED * candidate.documents
    return again and all(heads) and behind[0] in SIGNS


def _is_value(tails: Sequence[str], before: str) -> bool:
    """Whether what ends the lines, if anything does, is short, or stands behind a sign."""
    return max(map(len, tails)) <= (TITLE if before[-1] in SIGNS else SLOT // 2)


def _slot(said: Sequence[str]) -> str:
    """A pattern for what was said in one place, and its like."""
    most = max(map(len, said))
    return f"[^\\n。！？；]{{{int(all(said))},{2 * most}}}" if most else ""
