"""What was seen of one string that repeats: in how many documents and sources, where, between what, with samples."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import asdict, dataclass, field, replace
from math import fsum
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.learn.chosen import keep, rank
from speechclean.learn.seams import MOST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.learn.runs import Run
    from speechclean.learn.seams import Seam
    from speechclean.learn.titles import Hole

SAMPLES = 8
SAMPLES_OF_ACCOUNTS, SHORT = 40, 40
"""An account stands in many ads, and each is another: more samples, with fewer characters around most of them."""
NAMED = re.compile("[0-9a-z]{2}[_-][0-9a-z_-]{2}|[a-z]{5}$")
MOST_SOURCES = 32
BESIDE = 2
"""Signs between a string and the title of its document."""
MOST_BELOW, MOST_LEADS = 32, 32
EDGES, AT_EDGE = "。！？!?;；…”\n", "|"
"""What stands before the beginning of a sentence, and what is kept of a clause that began one."""
KINDS = ("line", "head", "tail", "inside")
NEAR = 8
"""A line is at the top or the bottom when it is one of so many lines that are not blank."""


class Sample(NamedTuple):
    """A string as it stood, with what stood around it, newlines included."""

    before: str
    text: str
    after: str

    def shortened(self) -> Sample:
        """The same with little around it."""
        return Sample(self.before[-SHORT:], self.text, self.after[:SHORT])

    def rank(self) -> tuple[int, str]:
        """Which samples are kept: those that are first by this, in whatever order they come."""
        return rank("\0".join(self.shortened()))


class Place(NamedTuple):
    """Where a string stands: `line`, `head`, `tail` or `inside` of its line, and which line that is, from both ends."""

    kind: str
    from_top: int
    from_bottom: int


@dataclass(slots=True)
class Candidate:
    """A string that repeats: a line, a span, the label of lines, or an account.

    `heard` are the different surroundings (two characters each) in which it was seen, each with how much likelier it was put
    there than written there, in log10, and whether it stands inside a word; `below` are the repeating lines that stand right
    under it; `called_before` and `called_behind` count the documents in which their own title stands beside it, `heads` those
    in which the line below is what another document is called, and `named` those whose title another line has, where this
    one ends its line behind a few words; `leads` are the clauses that come again before it, each with what stood before it,
    or, when that was different things, whether it began a sentence there, in `led` documents.
    """

    kind: str
    key: str
    documents: int = 0
    sources: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    heard: dict[str, tuple[float, bool]] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    below: dict[str, int] = field(default_factory=dict)
    called_before: int = 0
    called_behind: int = 0
    heads: int = 0
    named: int = 0
    leads: dict[str, str] = field(default_factory=dict)
    led: int = 0

    def called_beside(self, run: Run, holes: Iterable[Hole]) -> None:
        """Count a document that says its own title right before or behind the string."""
        self.called_before += any(0 <= run.start - hole.end <= BESIDE and hole.spared for hole in holes)
        self.called_behind += any(0 <= hole.start - run.end <= BESIDE and hole.spared for hole in holes)

    def add(self, source: str, place: Place, sample: Sample) -> None:
        """Count one document that holds it."""
        self.documents += 1
        self.sources[source] = self.sources.get(source, 0) + 1
        keep(self.sources, MOST_SOURCES)
        kinds = [place.kind]
        if place.from_top < NEAR:
            kinds.append("top")
        if place.from_bottom < NEAR:
            kinds.append("bottom")
        for kind in kinds:
            self.places[kind] = self.places.get(kind, 0) + 1
        self._show(sample)

    def _show(self, sample: Sample) -> None:
        """Keep a sample if it is among the first by rank, and the first that says something else than the very first."""
        ranks = [one.rank() for one in self.samples]
        at = bisect_left(ranks, own := sample.rank())
        if ranks[at : at + 1] == [own]:  # they differ far away at most
            self.samples[at] = min(self.samples[at], sample) if at < SAMPLES else self.samples[at]
            return
        self.samples.insert(at, sample)
        if len(self.samples) > (SAMPLES_OF_ACCOUNTS if self.kind == "account" or NAMED.search(self.key) else SAMPLES):
            others = [one.text for one in self.samples[1:]]
            differs = others[-1] != self.samples[0].text and {*others[:-1]} == {self.samples[0].text}
            del self.samples[-2 if differs else -1]
        self.samples[SAMPLES:] = [one.shortened() for one in self.samples[SAMPLES:]]

    def hear(self, seam: Seam) -> None:
        """Take in how it fits at one place; the same surroundings, as those of a word of the text's own, count once."""
        self.heard[seam.beside] = min(self.heard.get(seam.beside, seam[1:]), seam[1:])
        keep(self.heard, MOST)

    @property
    def seams(self) -> int:
        """In how many different surroundings it was seen."""
        return len(self.heard)

    @property
    def seam(self) -> float:
        """How much likelier it was put there than written there, in log10, over all of these."""
        return fsum(value for value, _ in self.heard.values())

    @property
    def cuts(self) -> int:
        """In how many of these it stands inside a word."""
        return sum(cuts for _, cuts in self.heard.values())

    def hear_clause(self, said: str, before: str) -> None:
        """Take in a clause that leads to it, and what stands before that."""
        self.led += 1
        if said in self.leads:
            known = self.leads[said]
            ended = known == AT_EDGE or known[-1:] in {*EDGES} or before[-1] in EDGES
            self.leads[said] = known if known == before else AT_EDGE if ended else ""
        else:
            self.leads[said] = before
            keep(self.leads, MOST_LEADS)

    def copy(self) -> Candidate:
        """Another one with the same counts."""
        return replace(self, sources=dict(self.sources), places=dict(self.places), leads=dict(self.leads))

    def take(self, other: Candidate) -> None:
        """Count in what was seen of another one, which holds this string."""
        self.documents += other.documents
        for mine, its in ((self.sources, other.sources), (self.places, other.places)):
            for name, count in its.items():
                mine[name] = mine.get(name, 0) + count
        self.led += other.led
        ahead = other.key.removesuffix(self.key)
        for said, before in other.leads.items():
            self.leads.setdefault(f"{said}{ahead}" if ahead != other.key else said, before)

    def count_below(self, key: str) -> None:
        """Count that this line stands right above another one that repeats."""
        self.below[key] = self.below.get(key, 0) + 1
        keep(self.below, MOST_BELOW)

    def share(self, place: str) -> float:
        """In which share of the documents that were looked into it stands there."""
        looked = sum(self.places.get(kind, 0) for kind in KINDS)
        return self.places.get(place, 0) / max(1, looked)

    def as_json(self) -> dict[str, object]:
        """For a file."""
        return asdict(self)
