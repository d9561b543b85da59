"""What speaks for a string because of others: a name that what is surely foreign calls out, a line that such a line stands beside."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.judgement.span import Evidence
from speechclean.learn.features import masked
from speechclean.learn.places import SENTENCE_ENDS
from speechclean.learn.suspicion import without_words
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.learn.candidate import Candidate

NAME, BLOCK = "a name that others advertise", "a line of a block"
SURE = 3.0
"""A string is surely foreign when its own evidence sums to this or more."""
SHORTEST, LONGEST = 3, 8
CHANCE = 1
RATHER = 0.2
"""They say the names of sites that several strings advertise in so small a share of the documents with those, at most."""
SEVERAL, EVERYWHERE, PART = 3, 30, 3
"""So many sure strings in so many documents, and a third of the string's Chinese characters."""
FAIR = 200_000
"""What authors say more than once, and once more in so many characters, is no name."""
TOGETHER = 0.8
BOUND = 0.95
LONGEST_LABEL = 60
LINES = ("line", "label")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}:")
HAN = re.compile(r"[\u4e00-\u9fff]{3,}")
COMMON = re.compile("[ 请您你我他的了在是和与为由更多加本此可来自到从被把给及等将并或看读文章页网篇第于至用]*")
"""What is left of words that anybody uses around the words of pages and sellers."""


class Company:
    """The strings that are surely foreign, and the names in them."""

    def __init__(self, sure: Iterable[Candidate], authors: str) -> None:
        given = list(sure)
        self._lines = {one.key: one for one in given if one.kind in LINES}
        self._names: Counter[str] = Counter()
        self._spoken: Counter[str] = Counter()
        for one in given:
            for name in set(_pieces(one)):
                self._names[name] += 1
                self._spoken[name] += one.documents
        self._authors = _without(authors, given) if self._names else ""
        self._most = CHANCE + len(authors) // FAIR

    def speaks(self, candidate: Candidate, said: Iterable[Evidence]) -> Iterator[Evidence]:
        """What it says for a candidate that is not sure by itself, and of which this was said."""
        told = {evidence.kind for evidence in said}
        if NAME not in told and (name := self._name(candidate)):
            yield Evidence(NAME, self._weight(name, candidate), name)
        if BLOCK not in told and candidate.kind in LINES and (beside := self._beside(candidate)):
            yield Evidence(BLOCK, 4.0 if self._is_bound(candidate) else 2.5, beside)

    def _name(self, candidate: Candidate) -> str:
        """The longest string that it shares with what is sure, and that authors do not say."""
        shared = sorted(self._names.keys() & set(_pieces(candidate)), key=lambda name: (-len(name), name))
        return next((name for name in shared if self._is_name(name, candidate)), "")

    def _weight(self, name: str, candidate: Candidate) -> float:
        """More for what several advertise, most for what they do everywhere, where it is no small part of the string."""
        if self._names[name] < SEVERAL:
            return 2.0 if self._names[name] == 1 else 2.5
        letters = sum(map(is_han, candidate.samples[0].text))
        return 4.0 if PART * len(name) >= letters and self._spoken[name] >= EVERYWHERE else 2.5

    def _is_name(self, name: str, candidate: Candidate) -> bool:
        """Whether authors do not say it, or hardly: what repeats too seldom or is too short to be found stands among them."""
        said = masked(fold(candidate.samples[0].text)).text
        others = self._authors.count(name) - self._authors.count(said) * said.count(name)
        return others <= max(self._most, RATHER * self._spoken[name])

    def _beside(self, candidate: Candidate, share: float = TOGETHER) -> str:
        """The sure line that it stands right above or below, where they do so in this share of the documents of both."""
        for key, count in candidate.below.items():
            if key in self._lines and count >= share * max(candidate.documents, self._lines[key].documents):
                return key
        for key, line in self._lines.items():
            if line.below.get(candidate.key, 0) >= share * max(candidate.documents, line.documents):
                return key
        return ""

    def _is_bound(self, candidate: Candidate) -> bool:
        """Whether it is never without such a line, and no sentence: what is copied with a text may be the text's."""
        text = candidate.samples[0].text
        return text[-1] not in SENTENCE_ENDS and len(text) <= LONGEST_LABEL and bool(self._beside(candidate, BOUND))


def _pieces(candidate: Candidate) -> Iterator[str]:
    """What may be a name in it: Han characters of which one at least belongs to no word of pages and sellers."""
    text = _LABEL.sub("", fold(candidate.samples[0].text))
    rest = without_words(text)
    for run in HAN.finditer(text):
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(run.start(), run.end() - size + 1):
                if not COMMON.fullmatch(rest, at, at + size):
                    yield text[at : at + size]


def _without(text: str, repeating: Iterable[Candidate]) -> str:
    """A text without all that repeats."""
    for said in sorted(
        {masked(fold(one.samples[0].text)).text for one in repeating}, key=lambda said: (-len(said), said)
    ):
        text = text.replace(said, "\n")
    return text
