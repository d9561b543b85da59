"""A span with all that belongs to it: what it says then, and what that weighs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from speechclean.judgement.span import Evidence
from speechclean.learn.candidate import KINDS, Sample
from speechclean.learn.features import LENGTH
from speechclean.learn.patterns import plain_text
from speechclean.learn.score import citations, score, weigh
from speechclean.learn.skeleton import framed
from speechclean.learn.slots import span_pattern

if TYPE_CHECKING:
    from speechclean.learn.candidate import Candidate
    from speechclean.learn.score import Setting

FRAME = 1.0


def weighed(candidate: Candidate, around: Setting) -> list[Evidence]:
    """The evidence on a candidate, or on all that belongs to it where that says more or all of it speaks of laws."""
    pieces = weigh(candidate, around)
    if candidate.kind != "span" or len(candidate.key) < LENGTH or not (found := span_pattern(candidate)):
        return pieces
    wide = replace(candidate, samples=[whole(found, sample) for sample in candidate.samples])
    if all(sample.before[-1:] in {"", "\n"} and sample.after[:1] in {"", "\n"} for sample in wide.samples):
        others = {place: count for place, count in candidate.places.items() if place not in KINDS}
        wide = replace(wide, places={**others, "line": sum(candidate.places.get(kind, 0) for kind in KINDS)})
    more = weigh(wide, around)
    if citations(wide.samples):
        return min(pieces, more, key=score)
    return [*max(pieces, more, key=score), *([Evidence("a frame beside it", FRAME)] if framed(candidate) else [])]


def whole(pattern: str, sample: Sample) -> Sample:
    """The sample with all that a pattern finds there."""
    text = "".join(sample)
    start = len(sample.before)
    for match in re.compile(pattern, re.IGNORECASE).finditer(plain_text(text)):
        if match.start() <= start < match.end():
            return Sample(text[: match.start()], text[match.start() : match.end()], text[match.end() :])
    return sample
