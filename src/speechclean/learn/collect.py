"""Two passes over documents: the first counts hashes, the second keeps the strings behind the counts that are high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.core.newlines import split_newlines
from speechclean.learn.candidate import NEAR, Place, Sample
from speechclean.learn.clauses import clause
from speechclean.learn.features import keys, masked, span_keys
from speechclean.learn.found import Found, of_line, place
from speechclean.learn.runs import OPENING
from speechclean.learn.seams import seam
from speechclean.learn.slotted import slotted_keys
from speechclean.learn.suspicion import suspicious
from speechclean.learn.titles import FIRST, Titles, listed, title_key, title_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechclean.learn.candidate import Candidate
    from speechclean.learn.memory import Memory
    from speechclean.learn.runs import Run
    from speechclean.learn.seams import Seam
    from speechclean.learn.sketch import Sketch

AROUND = 60
"""Characters of a sample on each side."""
SEAM = 0.5
"""A string without a suspicious word is worth a look from where its seam is worth this much."""
SITE_NAME = 0.1
"""What more pages of a source than this share are called is no title."""
BEFORE = 4
"""Characters before a clause that tell copies of one text from others."""
MOST_WAITING = 200_000
"""Strings that are only counted until then."""


class Text(NamedTuple):
    """A document and the source (site, directory) it came from."""

    text: str
    source: str = ""


def learn(texts: Callable[[], Iterable[Text]], memory: Memory, least: int) -> None:
    """Read the documents twice and add to the memory what stands in `least` of them or more.

    `texts` is called once for each pass and must give the same documents. A document that was read before, in this run
    or one that the memory knows, is not counted again.
    """
    again = memory.seen.copy()
    earlier = memory.sketch.copy() if memory.documents else None
    for text in texts():
        if not memory.seen.is_new(text.text):
            memory.repeated += 1
            continue
        memory.count_document(text.source)
        memory.authors.hear(text.text)
        folded = fold(split_newlines(text.text)[0])
        lines = [line for _, line in _lines(folded)]
        memory.sketch.add(keys(folded).union(title_keys(lines), *map(slotted_keys, lines)))
    collector = _Collector(memory, max(least, memory.sketch.floor), earlier)
    for text in texts():
        if again.is_new(text.text):
            collector.read(text)


class _Collector:
    """The second pass. `earlier` are the counts before this run: of what was rare then, no string was kept."""

    def __init__(self, memory: Memory, least: int, earlier: Sketch | None) -> None:
        self._memory = memory
        self._least = least
        self._earlier = earlier
        self._waiting: dict[str, int] = {}
        self._waits: set[str] = set()

    def read(self, text: Text) -> None:
        """Add what repeats in one document to the candidates, each string once."""
        plain, _ = split_newlines(text.text)
        folded = fold(plain)
        lines = _lines(folded)
        many = max(self._least, SITE_NAME * self._memory.sources.get(text.source, 0))
        titles = Titles(folded, [line for _, line in lines], lambda part: self._is_title(part, many))
        is_title = [
            titles.are(line) or self._is_called(line, 1 if number < FIRST else 0)
            for number, (_, line) in enumerate(lines)
        ]
        is_title.append(False)
        done: set[tuple[str, str]] = set()
        self._waits.clear()
        above: tuple[int, Candidate] | None = None
        for number, (start, line) in enumerate(lines):
            holes = list(titles.holes(line, number))
            for found in of_line(line, self._memory.sketch, self._least, holes):
                if found.kind == "span" and is_title[number] and not _is_put_behind(line, found.run):
                    continue
                if found[:2] in done or not (candidate := self._candidate(found, line)):
                    continue
                done.add(found[:2])
                where = Place(place(line, found.run), number, len(lines) - 1 - number)
                candidate.add(text.source, where, _sample(plain, start + found.run.start, start + found.run.end))
                candidate.called_beside(found.run, holes)
                self._hear_clause(candidate, line, found.run, folded[:start])
                candidate.named += titles.leaves(line, found.run.start) and found.run.end == len(line)
                candidate.heads += is_title[number + 1] and number >= NEAR and found.run.end == len(line)
                if found.kind in {"line", "label"}:
                    if above and above[0] == number - 1:
                        above[1].count_below(found.key)
                    above = number, candidate

    def _hear_clause(self, candidate: Candidate, line: str, run: Run, above: str) -> None:
        """Take in the clause that leads to a span, with what stands before it."""
        if candidate.kind == "span" and run.start and (said := clause(line, run, self._memory.sketch)):
            candidate.hear_clause(said, (above[-BEFORE:] + line[: run.start]).rpartition(said)[0][-BEFORE:] or "\n")

    def _is_title(self, part: str, many: float) -> bool:
        """Whether not too many documents are called so, and few say it at all; which of its numbers they say is not counted."""
        counts = self._memory.sketch.counts
        runs = span_keys(part) if masked(part).text == part else []
        return counts([title_key(part)])[0] < many and (not runs or min(counts(runs)) < self._least)

    def _is_called(self, line: str, own: int) -> bool:
        """Whether some other document, but not so many, is called like a line."""
        item = listed(line)
        floor = self._memory.sketch.floor
        return bool(item) and floor + own < self._memory.sketch.counts([title_key(item)])[0] < floor + self._least

    def _candidate(self, found: Found, line: str) -> Candidate | None:
        """The candidate for what was found; None while nothing speaks against its being the author's."""
        fits = seam(line, found.run) if found.kind in {"span", "frame"} else None
        known = self._memory.known(found.kind, found.key)
        if not known:
            if fits and not _is_worth_a_look(found.run, line, fits):
                self._wait(found.key)
                return None
            known = self._memory.begin(found.kind, found.key)
            before = min(self._earlier.counts(found.keys)) if self._earlier else 0
            known.documents += before if before < self._least else 0
            known.documents += self._waiting.pop(found.key, 0) - (found.key in self._waits) if fits else 0
        if fits:
            known.hear(fits)
        return known

    def _wait(self, key: str) -> None:
        """Count a document that holds a span of which nothing else is kept."""
        if key in self._waits:
            return
        self._waits.add(key)
        if len(self._waiting) >= MOST_WAITING:
            often = sorted(self._waiting.values())[MOST_WAITING // 2]
            self._waiting = {key: count for key, count in self._waiting.items() if count > often}
        self._waiting[key] = self._waiting.get(key, 0) + 1


def _is_worth_a_look(run: Run, line: str, fits: Seam) -> bool:
    """Whether it stands at an end of its line or begins with a bracket, holds a suspicious word, or breaks its sentence."""
    at_end = run.start == 0 or run.end == len(line) or line[run.start] in OPENING
    return at_end or fits.value > SEAM or fits.cuts or suspicious(line[run.start : run.end])


def _is_put_behind(line: str, run: Run) -> bool:
    """Whether it stands behind a blank and is what pages say: a name comes again before that as well."""
    return run.start > 0 and line[run.start - 1] == " " and suspicious(line[run.start : run.end])


def _lines(folded: str) -> list[tuple[int, str]]:
    """The lines that are not blank, without the blanks around them, and where they start."""
    lines = []
    start = 0
    for line in folded.split("\n"):
        body = line.strip()
        if body:
            lines.append((start + line.index(body[0]), body))
        start += len(line) + 1
    return lines


def _sample(text: str, start: int, end: int) -> Sample:
    return Sample(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
