"""What was seen of one string that repeats: in how many documents and sources, where, between what, with samples."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from speechclean.core.named import NamedTuple

SAMPLES = 5
MOST_SOURCES = 32
MOST_BELOW = 4
KINDS = ("line", "head", "tail", "inside")
NEAR = 8
"""A line is at the top or the bottom when it is one of so many lines that are not blank."""


class Sample(NamedTuple):
    """A string as it stood, with what stood around it, newlines included."""

    before: str
    text: str
    after: str


class Place(NamedTuple):
    """Where a string stands: `line`, `head`, `tail` or `inside` of its line, and which line that is, from both ends."""

    kind: str
    from_top: int
    from_bottom: int


@dataclass(slots=True)
class Candidate:
    """A string that repeats: a line, a span, the label of lines, or an account.

    `seam` sums, in log10, how much better what stands around it fits together than with it; `below` are the repeating
    lines that stand right under it.
    """

    kind: str
    key: str
    documents: int = 0
    sources: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    seam: float = 0.0
    seams: int = 0
    samples: list[Sample] = field(default_factory=list)
    below: dict[str, int] = field(default_factory=dict)

    def add(self, source: str, place: Place, sample: Sample) -> None:
        """Count one document that holds it."""
        self.documents += 1
        if source in self.sources or len(self.sources) < MOST_SOURCES:
            self.sources[source] = self.sources.get(source, 0) + 1
        kinds = [place.kind]
        if place.from_top < NEAR:
            kinds.append("top")
        if place.from_bottom < NEAR:
            kinds.append("bottom")
        for kind in kinds:
            self.places[kind] = self.places.get(kind, 0) + 1
        if sample in self.samples:
            return
        if len(self.samples) < SAMPLES:
            self.samples.append(sample)
        elif len({one.text for one in self.samples}) == 1 != len({self.samples[0].text, sample.text}):
            self.samples[-1] = sample  # the first that says something else

    def take(self, other: Candidate) -> None:
        """Count in what was seen of another one, which holds this string."""
        self.documents += other.documents
        for mine, its in ((self.sources, other.sources), (self.places, other.places)):
            for name, count in its.items():
                mine[name] = mine.get(name, 0) + count

    def count_below(self, key: str) -> None:
        """Count that this line stands right above another one that repeats."""
        if key in self.below or len(self.below) < MOST_BELOW:
            self.below[key] = self.below.get(key, 0) + 1

    def share(self, place: str) -> float:
        """In which share of the documents that were looked into it stands there."""
        looked = sum(self.places.get(kind, 0) for kind in KINDS)
        return self.places.get(place, 0) / max(1, looked)

    def as_json(self) -> dict[str, object]:
        """For a file."""
        return asdict(self)
