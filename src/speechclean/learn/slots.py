"""What stands beside a span in all its places: a name that changes, what follows that, the rest of a bracket or of an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.learn import alike, clauses
from speechclean.learn.features import hidden
from speechclean.learn.hooks import hooks
from speechclean.learn.patterns import (
    CLOSING,
    DAY,
    LONGEST_NAME,
    counted_pattern,
    inside,
    pattern,
    plain_text,
    shared_head,
)
from speechclean.learn.skeleton import CALLED, around, without_half
from speechclean.learn.suspicion import suspicious
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.candidate import Candidate, Sample

BEHIND = re.compile(r"[:： ]{0,2}([0-9A-Za-z_-]{4,20})(?![0-9A-Za-z_-])")
BEHIND_DAY = re.compile(f"[:： ]{{0,2}}{DAY}")
SLOT = 12
"""Characters that change from place to place between what stays: a name, a title's few words."""
SHORTEST_LEAD = 2
NAME, FEWEST, SAID = 4, 4, 2
"""Characters of a name in the midst of a sentence, between a span and what follows it in so many places: so much at least."""
AGAIN = 0.25
"""What stands there is no title when so few documents have another one, and it comes again: titles do not."""
BOUND = "的之们等"
"""No line begins with these: what stands before them belongs to them."""
_DAY = re.compile(DAY)
ADDRESS = re.compile(r"[a-z0-9-]\.[a-z]{2,10}/[0-9a-z_./?=&%#-]*$")
HOST = re.compile(r"[a-z0-9-]\.[a-z]{2,10}$")
ON = re.compile("[0-9A-Za-z]")
"""How an address goes on."""
REST = r"(?:[0-9A-Za-z_./?=&%#-]{0,60}\.(?:s?html?|php|aspx?|jsp)|[0-9A-Za-z_./?=&%#-]{0,60})"


def span_pattern(candidate: Candidate) -> str:
    """What finds a span with all that changes in it and beside it, or whole lines of it; empty when it is the same everywhere."""
    samples = without_half(candidate.samples)
    found = _with_sides(candidate, samples)
    if found and all(_is_found(found, sample, line=True) for sample in samples):
        return found
    line = alike.line_pattern(samples, candidate)
    return line if line and all(_is_found(line, sample) for sample in samples) else found


def _with_sides(candidate: Candidate, samples: Sequence[Sample]) -> str:
    """What finds a span with what changes in it and on both sides of it."""
    texts = [sample.text for sample in samples]
    before, behind = around(samples, candidate)
    behind = behind or _behind(samples) or _at_end(samples) or _onward(samples)
    inner = inside(texts) or pattern(texts[0])
    before = before or clauses.pattern(candidate, inner + behind)
    if not before and suspicious(candidate.key):
        before = hooks(samples, mixed=not candidate.cuts)
    before = before or _ahead(samples) or _named(samples, candidate)
    for found in (before + inner + behind, inner + behind, before + inner):
        if found != inner and all(_is_found(found, sample) for sample in samples):
            return found
    plain = inside([sample.text for sample in candidate.samples])
    return plain if plain != pattern(candidate.samples[0].text) else ""


def _is_found(found: str, sample: Sample, *, line: bool = False) -> bool:
    """Whether a pattern finds the whole of a sample, or of its line."""
    start, end = len(sample.before), len(sample.before) + len(sample.text)
    if line:
        start -= len(sample.before.rpartition("\n")[2].lstrip())
        end += len(sample.after.partition("\n")[0].rstrip())
    matches = re.compile(found, re.IGNORECASE).finditer(plain_text("".join(sample)))
    return any(match.start() <= start and end <= match.end() for match in matches)


def _ahead(samples: Sequence[Sample]) -> str:
    """Words at the head of the line that stay, and what changes between them and the span."""
    heads = [sample.before.rpartition("\n")[2] for sample in samples]
    lead = shared_head(heads)
    gaps = [head[len(lead) :] for head in heads]
    if len(lead) < SHORTEST_LEAD or len(set(gaps)) == 1 or not all(map(_is_name, gaps)):
        return ""
    if not (suspicious(fold(lead)) or lead[-1] in ": ：\u3000"):  # it may be how titles begin
        return ""
    return f"(?m:^){pattern(lead)}[^\\n。！？；]{{1,{SLOT}}}"


def _named(samples: Sequence[Sample], candidate: Candidate) -> str:
    """Who did on some day what the rest of the line says, or what a line that cannot begin so is about."""
    heads = [sample.before.rpartition("\n")[2].strip() for sample in samples]
    bound = samples[0].text[0] in BOUND
    least = AGAIN if len(set(heads)) < len(heads) else CALLED
    dated = candidate.named >= least * candidate.documents and _DAY.search(samples[0].text)
    if len(set(heads)) < FEWEST - 1 or not all(map(_is_name, heads)) or not (bound or dated):
        return ""
    if any(sample.after[:1] not in {"", "\n"} for sample in samples):
        return ""
    return f"(?m:^)[ \u3000]*[^\\n。！？；，：]{{1,{min(SLOT, 2 * max(map(len, heads)))}}}[ \u3000]?"


def _at_end(samples: Sequence[Sample]) -> str:
    """A name that changes between the span and the end of the line, and what follows it, dates and numbers apart."""
    tails = [hidden(fold(sample.after.partition("\n")[0])) for sample in samples]
    close = shared_head([tail[::-1] for tail in tails])[::-1]
    names = [tail[: len(tail) - len(close)] for tail in tails]
    if len(set(names)) < min(3, len(samples)) or not all(map(_is_name, names)) or max(map(len, names)) > SLOT // 2:
        return ""
    return f"[^\\n。！？；，]{{1,{SLOT // 2}}}{counted_pattern(close)}(?m:$)"


def _onward(samples: Sequence[Sample]) -> str:
    """A name that changes between the span and what follows it everywhere, in the midst of a sentence."""
    afters = [hidden(fold(sample.after.partition("\n")[0])) for sample in samples]
    if len(afters) < FEWEST or shared_head(afters):
        return ""
    for gap in range(1, min(NAME, len(afters[0])) + 1):
        said = afters[0][gap : gap + SAID]
        places = [after.find(said, 1, 1 + NAME + SAID) for after in afters]
        if len(said) == SAID and any(map(is_han, said)) and min(places) > 0:
            names = {after[:place] for after, place in zip(afters, places, strict=True)}
            close = shared_head([after[place:] for after, place in zip(afters, places, strict=True)])
            if len(names) > 1 and all(all(map(is_han, name)) for name in names):
                return f"[\u4e00-\u9fff]{{1,{NAME}}}{counted_pattern(close)}"
    return ""


def _is_name(text: str) -> bool:
    """Whether it may stand in such a place: a few characters, no end of a sentence."""
    return 0 < len(text) <= SLOT and not re.search("[。！？；，]", text)


def _behind(samples: Sequence[Sample]) -> str:
    """What comes behind a span and is always another: an account, or what its bracket holds besides."""
    accounts = [BEHIND.match(sample.after) for sample in samples]
    said = fold(samples[0].text)
    if ADDRESS.search(said) and any(ON.match(sample.after) for sample in samples):
        return REST
    if HOST.search(said) and all(sample.after.startswith("/") for sample in samples):
        return f"/{REST}"
    if all(map(BEHIND_DAY.match, (sample.after for sample in samples))):
        return f"[:： ]{{0,2}}{DAY}"
    closing = _open(fold(samples[0].text))
    if all(accounts) and len({match[1] for match in accounts if match}) > 1:
        ends = [sample.after[match.end() :][:1] for sample, match in zip(samples, accounts, strict=True) if match]
        close = f"[{re.escape(closing)}]" if closing and all(end and end in closing for end in ends) else ""
        return f"[:： ]{{0,2}}[0-9A-Za-z_-]{{4,20}}{close}"
    if not closing:
        return ""
    rest = f"[^\\n{re.escape(closing)}]{{1,{LONGEST_NAME}}}[{re.escape(closing)}]"
    return rest if all(re.match(rest, sample.after) for sample in samples) else ""


def _open(folded: str) -> str:
    """What closes the last bracket that a folded text leaves open."""
    waiting: list[str] = []
    for character in folded:
        if character in CLOSING:
            waiting.append(CLOSING[character])
        elif waiting and character in waiting[-1]:
            waiting.pop()
    return waiting[-1] if waiting else ""
