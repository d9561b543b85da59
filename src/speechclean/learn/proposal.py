"""Proposals: candidates with enough evidence, as rules that a person may accept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement.cuts import explain
from speechclean.learn import accounts, clauses, slotted
from speechclean.learn.blocks import grouped
from speechclean.learn.candidate import SAMPLES
from speechclean.learn.company import SHARED, SURE, Company
from speechclean.learn.families import LOOSE, families
from speechclean.learn.features import LENGTH, hidden, masked
from speechclean.learn.merge import merged
from speechclean.learn.patterns import (
    ACCOUNT,
    BEHIND_ANY,
    BEHIND_SENTENCE,
    CLOSING,
    beginning_pattern,
    counted_pattern,
    ending_pattern,
    framed_pattern,
    inside,
    labels_pattern,
    line_pattern,
)
from speechclean.learn.places import OFTEN, filling
from speechclean.learn.score import PROPOSED, hints, is_of_site, score, setting, weigh
from speechclean.learn.skeleton import around as beside
from speechclean.learn.slots import span_pattern
from speechclean.learn.wider import weighed as weighed_widely
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from speechclean.judgement.span import Evidence
    from speechclean.learn.candidate import Candidate, Sample
    from speechclean.learn.memory import Memory
from speechclean.learn.score import Setting

ROUNDS = 4
"""How often it is asked what speaks for a string because of others: what one round finds speaks for more."""
SPOKEN_FOR = 0.7
"""An account is left to the proposals that hold it when these stand in so great a share of its places."""


class Proposal(NamedTuple):
    """A rule to think about: its kind and body as in a rule file, what it was made from, and the evidence."""

    kind: str
    body: dict[str, object]
    shown: str
    candidate: Candidate
    evidence: tuple[Evidence, ...]
    group: str = ""

    @property
    def score(self) -> float:
        """The sum of the evidence."""
        return score(list(self.evidence))

    @property
    def name(self) -> str:
        """What the rule is called: the same in every run."""
        from hashlib import blake2b

        letters = "".join(c for c in self.shown if is_han(c) or (c.isascii() and c.isalnum())).lower()[:12]
        digest = blake2b(f"{self.kind} {self.body}".encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
        return f"learned-{letters}-{digest}" if letters else f"learned-{digest}"


def propose(memory: Memory, least: int) -> list[Proposal]:
    """What the memory holds that stands in `least` documents and has the evidence, the surest and commonest first."""
    around = setting(memory.sources)
    known = [memory.candidates[name] for name in sorted(memory.candidates)]
    enough = [one for one in merged(known, least) if one.documents >= least]
    weighed = [(one, weighed_widely(one, around)) for one in enough]
    around = around._replace(sites=_sites(weighed, memory.sources))
    weighed = [
        (one, pieces if around.sites.isdisjoint(filling(one, memory.sources)) else weighed_widely(one, around))
        for one, pieces in weighed
    ]
    for _ in range(ROUNDS):
        company = Company(
            ((one, is_of_site(pieces)) for one, pieces in weighed if _sure(pieces) >= SURE),
            [(one, hints(one, pieces)) for one, pieces in weighed if -SURE < _sure(pieces) < SURE],
            memory.authors,
        )
        weighed = [(one, own if score(own) >= SURE else [*own, *company.speaks(one, own)]) for one, own in weighed]
    authors = memory.authors.text
    clauses.share([one for one, pieces in weighed if one.kind == "span" and score(pieces) >= PROPOSED])
    found = [_proposal(one, tuple(pieces), authors) for one, pieces in weighed if score(pieces) >= PROPOSED]
    found = [one for one in found if one.candidate.kind != "account" or not _spoken_for(one.candidate, found)]
    found = list({one.name: one for one in reversed(found)}.values())[::-1]  # parts of one line may give the same rule
    labels = [one.candidate for one in found if one.candidate.kind == "label"]
    found = [one for one in found if one.candidate.kind != "span" or not _is_head(one.candidate, labels)]
    lines = [one for one in enough if one.kind == "line"]
    found = list(_in_families(found, lines))
    found += _in_wide_families(found, lines, around, company)
    return grouped(sorted(found, key=lambda one: (-one.candidate.documents, -one.score, one.shown)))


def _sites(weighed: Iterable[tuple[Candidate, list[Evidence]]], sources: Mapping[str, int]) -> frozenset[str]:
    """The sources that are sites: something on most of their pages is surely foreign, and a site's."""
    sure = (one for one, pieces in weighed if score(pieces) >= SURE and is_of_site(pieces))
    return frozenset(name for one in sure for name in filling(one, sources))


def _is_head(span: Candidate, labels: Iterable[Candidate]) -> bool:
    """Whether it is how some lines begin that a label and what follows it make."""
    return any(span.documents < label.documents and span.key.startswith(label.key) for label in labels)


def _sure(pieces: list[Evidence]) -> float:
    """The evidence of which others may be told: not that of names that nothing sure holds."""
    return sum(piece.weight for piece in pieces if piece.kind != SHARED)


def _in_families(found: list[Proposal], lines: list[Candidate]) -> Iterator[Proposal]:
    """The proposals, those for lines of a family as one, when they are the greater part of it."""
    proposed = {one.candidate.key: one for one in found if one.candidate.kind == "line"}
    gone: set[str] = set()
    for matches, group in families(lines):
        mine = [proposed[one.key] for one in group if one.key in proposed]
        if 2 * sum(one.candidate.documents for one in mine) < sum(one.documents for one in group):
            continue
        gone.update(one.key for one in group)
        whole = _together(group)
        most = max(mine, key=lambda one: one.score)
        yield Proposal("line", {"matches": matches}, most.shown, whole, most.evidence)
    yield from (one for one in found if one.candidate.kind != "line" or one.candidate.key not in gone)


def _in_wide_families(
    found: Sequence[Proposal], lines: Iterable[Candidate], around: Setting, company: Company
) -> Iterator[Proposal]:
    """Proposals for lines that share one end only, none of which is proposed by itself, where all of them together are sure."""
    known = {one.candidate.key for one in found}
    taken = [re.compile(str(one.body["matches"])) for one in found if one.kind == "line" and "matches" in one.body]
    left = [one for one in lines if one.key not in known and not any(it.fullmatch(one.key) for it in taken)]
    for matches, group in families(left, LOOSE):
        whole = _together(group)
        whole.samples = [one.samples[0] for one in group[:SAMPLES]]
        pieces = weigh(whole, around)
        pieces += company.speaks(whole, pieces)
        if score(pieces) >= SURE:
            yield Proposal("line", {"matches": matches}, whole.samples[0].text, whole, tuple(pieces))


def _together(group: Sequence[Candidate]) -> Candidate:
    """What was seen of some lines, as of one: of a page that holds several of them each counts for it, where samples do not show so."""
    whole = group[0].copy()
    for other in group[1:]:
        whole.take(other)
    texts = {sample.text for one in group for sample in one.samples}
    around = {row for one in group for sample in one.samples for row in (sample.before + sample.after).split("\n")}
    if not texts.isdisjoint(around):  # they stand beside one another
        whole.documents = max(one.documents for one in group)
        whole.sources = {name: max(one.sources.get(name, 0) for one in group) for name in whole.sources}
    return whole


def _spoken_for(account: Candidate, found: Iterable[Proposal]) -> bool:
    """Whether other proposals take it in nearly all the places that samples show."""
    if accounts.disguises(account.samples) > 1:
        return False
    others = [one.candidate for one in found if one.candidate.kind != "account"]
    held = {_head(other) for other in others if account.key in fold(other.samples[0].text)}
    return sum(any(map(_line_of(sample).__contains__, held)) for sample in account.samples) >= SPOKEN_FOR * len(
        account.samples
    )


def _head(candidate: Candidate) -> str:
    """What a candidate is known by in its line: the first of labels, all of a string."""
    return candidate.key.partition(":")[0] if candidate.kind == "label" else candidate.key


def _line_of(sample: Sample) -> str:
    """The line of a sample in both ways in which lines are counted."""
    line = fold(sample.before.rpartition("\n")[2] + sample.text + sample.after.partition("\n")[0])
    return f"{hidden(line)}\n{masked(line).text}"


def _proposal(candidate: Candidate, pieces: tuple[Evidence, ...], authors: str) -> Proposal:
    if candidate.kind == "line":
        return _line(candidate, pieces)
    if candidate.kind == "account":
        spans = sorted({_ad_around(sample) for sample in candidate.samples}, key=lambda span: (-len(span), span))
        found = accounts.pattern(candidate, spans, authors)
        return Proposal("regex", {"pattern": found, "flags": "i"}, candidate.key, candidate, pieces)
    if candidate.kind == "frame":
        found = slotted.pattern(candidate)
        return Proposal("regex", {"pattern": found, "flags": "i"}, candidate.key, candidate, pieces)
    return (_label if candidate.kind == "label" else _span)(candidate, pieces)


def _label(candidate: Candidate, pieces: tuple[Evidence, ...]) -> Proposal:
    text = f"{candidate.key}…"
    if candidate.key[0] in CLOSING:
        return Proposal("regex", {"pattern": framed_pattern(candidate.key)}, text, candidate, pieces)
    return Proposal("line", {"matches": labels_pattern(candidate.key)}, text, candidate, pieces)


def _span(candidate: Candidate, pieces: tuple[Evidence, ...]) -> Proposal:
    text = candidate.samples[0].text
    if len(candidate.key) < LENGTH and not is_han(candidate.key[-1]) and candidate.share("head") >= OFTEN:
        return Proposal("regex", {"pattern": beginning_pattern(candidate.key)}, text, candidate, pieces)
    if len(candidate.key) < LENGTH and candidate.key[0] not in CLOSING and candidate.share("tail") >= OFTEN:
        before, _ = beside(candidate.samples, candidate)
        inner = inside([sample.text for sample in candidate.samples]) or counted_pattern(hidden(fold(text)))
        found = ending_pattern(inner, before or (BEHIND_ANY if ACCOUNT in inner else BEHIND_SENTENCE))
        return Proposal("regex", {"pattern": found, "flags": "i"}, text, candidate, pieces)
    if found := span_pattern(candidate):
        return Proposal("regex", {"pattern": found, "flags": "i"}, f"{text}…", candidate, pieces)
    return Proposal("literal", {"text": text}, text, candidate, pieces)


def _line(candidate: Candidate, pieces: tuple[Evidence, ...]) -> Proposal:
    text = candidate.samples[0].text
    if len({sample.text for sample in candidate.samples}) > 1 and any(c.isdigit() for c in text):
        return Proposal("line", {"matches": line_pattern(text)}, text, candidate, pieces)
    return Proposal("line", {"contains": text, "max": len(text)}, text, candidate, pieces)


def _ad_around(sample: Sample) -> str:
    """The whole ad that an account stands in, or the account alone."""
    start, end = len(sample.before), len(sample.before) + len(sample.text)
    for verdict in explain("".join(sample)):
        if verdict.is_ad and verdict.start <= start and end <= verdict.end:
            return "".join(sample)[verdict.start : verdict.end].strip()
    return sample.text
