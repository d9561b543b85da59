"""Clauses that stand before a string, another one each time, and come again: the counts say where they begin, even inside words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from math import ceil
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn.candidate import AT_EDGE
from speechclean.learn.features import LENGTH, masked, span_keys
from speechclean.learn.hooks import asked
from speechclean.learn.patterns import counted_pattern
from speechclean.learn.skeleton import EDGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Candidate
    from speechclean.learn.runs import Run
    from speechclean.learn.sketch import Sketch

LONGEST, SHORTEST = 16, 3
"""Characters of such a clause, and Chinese ones among them."""
TWICE = 2
SHARE = 0.25
"""Before a string that is led to so stands a clause that comes again in so great a share of its documents."""
MOSTLY = 0.5
"""Where it does so in most of them, other words as short at the beginning of a sentence are a clause as well."""
MOST = 64
ENDS = "。！？!?;；…”」"
SIGNS = ",:、"
LAST = re.compile(f"[{re.escape(ENDS)}\n]")
CLAUSE = re.compile(f"[\u4e00-\u9fff0-9a-z,、]*[\u4e00-\u9fff]{{{SHORTEST}}}[{SIGNS}?!]?")
WORDS = re.compile("[\u4e00-\u9fff]{2,}")
"""What stands between a clause and what it leads to."""
NO_ITEM = "(?![(（]?(?:第[一二三四五六七八九十百零0-9]{1,4}[条章节款项]|[一二三四五六七八九十0-9]{1,3}[)）、.．]))"
"""What begins an item of an author's list."""


def clause(line: str, run: Run, sketch: Sketch) -> str:
    """What stands right before a span of a folded line and before others of its kind as well; empty if nothing does.

    Runs over the span's beginning are in several documents as far as the clause goes, and in one before it.
    """
    plain = masked(line)
    at = bisect_left(plain.places, run.start)
    first = max(0, at - LONGEST)
    counts = sketch.counts(span_keys(plain.text[first : at + LENGTH - 1]))
    begin = min(at, first + len(counts))
    while begin > first and counts[begin - 1 - first] >= sketch.floor + TWICE:
        if plain.text[begin - 1] in ENDS and begin < at:
            break
        begin -= 1
    said = plain.text[begin:at].lstrip(",、")  # a mark before it is the author's
    return said if at - begin < LONGEST and CLAUSE.fullmatch(said) else ""


def share(spans: Sequence[Candidate]) -> None:
    """Make known to all strings that are led to so the clauses that lead to any of them: callers say the same everywhere."""
    known = _known([one for one in spans if one.led])
    for one in spans if known else ():
        before = [fold(sample.before) for sample in one.samples]
        sign = before[0][-1:] if before[0][-1:] in SIGNS and len({said[-1:] for said in before}) == 1 else ""
        ends = tuple(sorted(f"{said}{sign}" for said in known))
        led = sum(said.endswith(ends) for said in before)
        if led >= TWICE or one.led:
            one.leads = {**dict.fromkeys(ends, ""), **one.leads}
            short = [said for said in before if 0 < len(_last(said)) <= max(map(len, ends)) and not said.endswith(ends)]
            one.led = max(one.led, ceil(one.documents * (led + len(short)) / len(before)))


def _known(spans: Sequence[Candidate]) -> set[str]:
    """The clauses that one of the strings, or several of them, were heard behind."""
    known = {said.rstrip(SIGNS) for one in spans if _is_led(one) for said, at in one.leads.items() if at == AT_EDGE}
    told: Counter[str] = Counter()
    for one in spans:
        clauses = {*one.leads, *(last for sample in one.samples if len(last := _last(fold(sample.before))) <= LONGEST)}
        told.update({said.rstrip(SIGNS) for said in clauses})
    several = {said for said, count in told.items() if count > 1 and len(said) >= SHORTEST}
    return {said for said in known | several if WORDS.fullmatch(said.rstrip("?!"))}


def _last(before: str) -> str:
    """What stands behind the last sentence, or in the last line."""
    return LAST.split(before)[-1].strip()


def _is_led(candidate: Candidate) -> bool:
    return candidate.led >= SHARE * candidate.documents


def _heard(candidate: Candidate) -> set[str]:
    """The clauses that were heard behind different words: what stands in copies of one text may be the author's."""
    return {said for said, before in candidate.leads.items() if before in {"", AT_EDGE}}


def pattern(candidate: Candidate, span: str) -> str:
    """What finds the clauses before a string, and others where they and the string fill a line; empty if it has none."""
    if not _heard(candidate) or not _is_led(candidate):
        return ""
    known = sorted(_heard(candidate) | asked(candidate.samples), key=lambda said: (-len(said), said))
    others = "|".join(counted_pattern(fold(said)) for said in known[:MOST])
    new = [f"(?m:^)[ \u3000]*{NO_ITEM}[^\\n。！？!?；;]{{1,{LONGEST}}}(?={span}[ \u3000]*(?m:$))"]
    if candidate.led >= MOSTLY * candidate.documents:
        new.append(f"{EDGE}{NO_ITEM}(?:(?!{others})[^\\n。！？!?；;]){{1,{len(known[0])}}}")
    return f"(?:{'|'.join([*new, others])})?"
