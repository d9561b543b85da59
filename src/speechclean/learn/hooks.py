"""The clause that leads to an account, another one in each place: `零基础转行，`, `简历没人看？`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.features import hidden
from speechclean.learn.patterns import counted_pattern
from speechclean.learn.skeleton import EDGE, ENDS, FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from speechclean.learn.candidate import Sample

HOOK = 16
"""Characters of such a clause."""
LEADING = 0.6
"""So great a share of the clauses before an account lead to it, and are no sentences."""
COMMAS, ASKING = "，,、：:", "？?！!"
NO_ITEM = "(?![(（]?[一二三四五六七八九十0-9]{1,3}[)）、.．])"
"""What begins an item of an author's list."""
SHORTEST = 2
"""Characters of a clause that stands behind others, at least."""
SEVERAL = 2
"""A sentence before an account leads to it where so many clauses that are none do so on lines of their own."""


def hooks(samples: Sequence[Sample], *, mixed: bool = False) -> str:
    """The clause between the end of a sentence and an account, where one stands everywhere, and one in several places.

    Where none does, it is enough that it has lines of its own in some places and stands between sentences in others.
    """
    said = [_clause(sample.before) for sample in samples]
    if len(said) < FEWEST or not all(len(clause) <= HOOK for clause, _ in said):
        return ""
    again = Counter(clause for clause, _ in dict.fromkeys(said))
    known = {clause for clause, count in again.items() if count > 1 and len(clause) > 1}
    leading = sum(clause[-1:] not in ENDS for clause, _ in said)  # the others may be the author's sentences
    alone = [clause for clause, before in said if before[-1:] in {"", "\n"}]
    going_on = sum(clause[-1:] in COMMAS for clause in alone)
    if len(alone) == len(said) and going_on < LEADING * len(said):
        return ""  # what always begins its line may be its title
    if not (known or (mixed and alone) or len(alone) == len(said)) or leading < LEADING * len(said):
        return ""
    told = sorted(known | _asked(samples, said), key=lambda clause: (-len(clause), clause))
    others = "".join(f"|{counted_pattern(hidden(fold(clause)))}" for clause in told)
    most = max(len(clause) for clause, _ in said)
    if _goes_on(again):
        return f"(?:{others[1:]})?" if others else ""
    return f"(?:{EDGE}{NO_ITEM}[^\\n。！？!?；;]{{1,{most}}}{others})?"


def asked(samples: Sequence[Sample]) -> set[str]:
    """The questions and calls that lead to a string."""
    said = [_clause(sample.before) for sample in samples]
    return {clause for clause in _asked(samples, said) if len(clause) <= HOOK}


def _goes_on(clauses: Iterable[str]) -> bool:
    """Whether words of the text's stand before some of them, as the same clause does not always begin its sentence."""
    known = set(clauses)
    return any(clause[at:] in known for clause in known for at in range(1, len(clause) - SHORTEST))


def _asked(samples: Sequence[Sample], said: Sequence[tuple[str, str]]) -> set[str]:
    """The questions and calls that lead to it: all where no sentence stands before it, else those that fill a line as others do."""
    asking = {clause for clause, _ in said if clause[-1:] in ASKING and clause}
    if all(clause in asking or clause[-1:] not in ENDS for clause, _ in said):
        return asking
    lines = [
        clause
        for sample, (clause, before) in zip(samples, said, strict=True)
        if clause and before[-1:] in {"", "\n"} and sample.after[:1] in {"", "\n"}
    ]
    others = sum(clause[-1] not in ENDS for clause in lines)
    return asking.intersection(lines) if others >= SEVERAL else set()


def _clause(before: str) -> tuple[str, str]:
    """The clause at the end of a text, or the sentence if it ends there, and a little of what stands before that."""
    body = before.rstrip(ENDS)
    start = max(body.rfind(sign) for sign in f"{ENDS}\n") + 1
    return before[start:].strip(), before[max(0, start - HOOK) : start]
