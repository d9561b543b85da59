"""What speaks for a string because of others: a name that what is surely foreign calls out, a line that such a line stands beside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.judgement.span import Evidence
from speechclean.learn.features import LENGTH, masked
from speechclean.learn.places import SENTENCE_ENDS
from speechclean.learn.slotted import SIGN
from speechclean.learn.suspicion import without_words
from speechclean.plausibility import is_han, own, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechclean.learn.authors import Authors
    from speechclean.learn.candidate import Candidate

NAME, BLOCK, SHARED = "a name that others advertise", "a line of a block", "a name that only repeats"
SELDOM = 0.1
"""What several strings say is no word of authors who say it in so small a share of the documents with those."""
ITEMS, ITEM, AGAINST = "a heading or an item", "an item of a site's", 3.5
"""What speaks against an item does not against one that names a site, or that is never without a site's line."""
SURE = 3.0
"""A string is surely foreign when its own evidence sums to this or more."""
SHORTEST, LONGEST = 2, 8
RARE = 0.0
"""Two characters may be a name where the second is no likelier behind the first than elsewhere, in log10."""
CHANCE = 1
RATHER = 0.2
"""They say the names of sites that several strings advertise in so small a share of the documents with those, at most."""
SEVERAL, EVERYWHERE, PART = 3, 30, 3
"""So many sure strings in so many documents, and a third of the string's Chinese characters."""
HINTED = 0.1
"""What is not sure, but has so much for it, may be put there all the same."""
HEARD = 8.0
"""What repeats would have been heard from authors so often, by the share of documents that excerpts are from, if it were theirs."""
FAIR = 200_000
"""What authors say more than once, and once more in so many characters, is no name."""
TOGETHER = 0.8
BOUND = 0.95
LONGEST_LABEL = 60
LINES = ("line", "label")
_LABEL = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}:")
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
COMMON = re.compile("[ 请您你我他的了在是和与为由更多加本此可来自到从被把给及等将并或看读文章页网篇第于至用]*")
"""What is left of words that anybody uses around the words of pages and sellers."""


class Shared(NamedTuple):
    """In how many ways a name is said by what repeats, and how often excerpts would hold it."""

    ways: int
    heard: float


class Company:
    """The strings that are surely foreign, each with whether it is a site's, and the names in them."""

    def __init__(
        self, sure: Iterable[tuple[Candidate, bool]], others: Sequence[tuple[Candidate, float]], heard: Authors
    ) -> None:
        known = list(sure)
        given = [one for one, _ in known]
        rest = [one for one, _ in others if one.kind != "account"]
        weak = [one for one, weight in others if weight >= HINTED and _may_be_put(one)]
        self._weak = {one.key for one in weak}
        self._lines = {one.key: one for one, is_of_site in known if is_of_site and one.kind in LINES}
        self._names: Counter[str] = Counter()
        self._spoken: Counter[str] = Counter()
        for one in given:
            for name in set(_pieces(one)):
                self._names[name] += 1
                self._spoken[name] += one.documents
        authors = heard.text
        self._shared = _shared([*given, *weak], heard.share)
        self._strangers = _without(authors, [*given, *rest]) if self._shared or self._names else ""
        self._authors = _without(authors, given) if self._names else ""
        self._most = CHANCE + len(authors) // FAIR

    def speaks(self, candidate: Candidate, said: Iterable[Evidence]) -> Iterator[Evidence]:
        """What it says for a candidate that is not sure by itself, and of which this was said."""
        told = {evidence.kind for evidence in said}
        if NAME not in told and (name := self._name(candidate)):
            yield Evidence(NAME, self._weight(name, candidate), name)
        elif not {NAME, SHARED} & told and candidate.key in self._weak and (name := self._only_repeats(candidate)):
            yield Evidence(SHARED, 2.5 if self._shared[name].ways > SEVERAL else 2.0, name)
        if BLOCK not in told and candidate.kind in LINES and (beside := self._beside(candidate)):
            yield Evidence(BLOCK, 4.0 if self._is_bound(candidate) else 2.5, beside)
        if (
            ITEM not in told
            and ITEMS in told
            and candidate.kind == "line"
            and (NAME in told or self._is_bound(candidate))
        ):
            yield Evidence(ITEM, AGAINST)

    def _name(self, candidate: Candidate) -> str:
        """The longest string that it shares with what is sure, and that authors do not say."""
        shared = sorted(self._names.keys() & set(_pieces(candidate)), key=lambda name: (-len(name), name))
        return next((name for name in shared if self._is_name(name, candidate)), "")

    def _only_repeats(self, candidate: Candidate) -> str:
        """The longest string that several others hold, too, each with other words, and that authors do not say."""
        said = masked(fold(candidate.samples[0].text)).text
        held = sorted(self._shared.keys() & set(_pieces(candidate)), key=lambda name: (-len(name), name))
        return next((name for name in held if self._is_strange(name) and name != said), "")

    def _is_strange(self, name: str) -> bool:
        """Whether authors hardly say what several strings do, for how often those were heard."""
        return self._strangers.count(name) <= max(self._most, SELDOM * self._shared[name].heard)

    def _weight(self, name: str, candidate: Candidate) -> float:
        """More for what several advertise, most for what they do everywhere, where it is no small part of the string."""
        if len(name) == SHORTEST:
            return 2.5
        if name in self._shared and self._is_strange(name) and _may_be_put(candidate):
            return 4.0 if self._shared[name].ways > SEVERAL else 3.0
        if self._names[name] < SEVERAL:
            return 2.0 if self._names[name] == 1 else 2.5
        letters = sum(map(is_han, candidate.samples[0].text))
        return 4.0 if PART * len(name) >= letters and self._spoken[name] >= EVERYWHERE else 2.5

    def _is_name(self, name: str, candidate: Candidate) -> bool:
        """Whether authors do not say it, or hardly: what repeats too seldom or is too short to be found stands among them."""
        if len(name) == SHORTEST and self._names[name] < SEVERAL:
            return False
        if name in self._shared and self._is_strange(name):
            return True
        said = masked(fold(candidate.samples[0].text)).text
        if self._names[name] >= SEVERAL:
            return self._strangers.count(name) <= max(self._most, RATHER * self._spoken[name])
        others = self._authors.count(name) - self._authors.count(said) * said.count(name)
        return others <= max(self._most, RATHER * self._spoken[name])

    def _beside(self, candidate: Candidate, share: float = TOGETHER) -> str:
        """The sure line that it stands right above or below, where they do so in this share of the documents of both."""
        for key, count in sorted(candidate.below.items()):
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


def _may_be_put(candidate: Candidate) -> bool:
    """Whether it may hold a name that nothing sure does: no account, and no sentence or part of several."""
    text = candidate.samples[0].text
    return candidate.kind != "account" and len(text) <= LONGEST_LABEL and not any(map(text.__contains__, SENTENCE_ENDS))


def _shared(given: Iterable[Candidate], share: float) -> dict[str, Shared]:
    """The names that several strings hold with other words around each, often enough for authors to be heard saying them.

    What they all begin with is no name, but how authors say something: `（以下简称…）`.
    """
    around: dict[str, set[str]] = defaultdict(set)
    spoken: Counter[str] = Counter()
    for one in given:
        text = "".join(filter(is_han, fold(one.samples[0].text)))
        for name in set(_pieces(one)):
            around[name].add(text.partition(name)[0][-SHORTEST:] + "|" + text.partition(name)[2][:SHORTEST])
            spoken[name] += one.documents
    several = {name: said for name, said in around.items() if len({one.partition("|")[0] for one in said}) > 1}
    found = {name: Shared(len(said), spoken[name] * share) for name, said in several.items() if len(said) >= SEVERAL}
    return {name: shared for name, shared in found.items() if shared.heard >= HEARD}


def _pieces(candidate: Candidate) -> Iterator[str]:
    """What may be a name in it: Han characters of which one at least belongs to no word of pages and sellers."""
    said = fold(candidate.samples[0].text)
    short = len(candidate.key) < LENGTH  # what looks like a label is the head of a text
    stays = short or candidate.kind == "frame" or (candidate.kind == "label" and said.startswith(candidate.key[:2]))
    text = candidate.key if stays else _LABEL.sub("", said)
    rest = without_words(text)
    for run in HAN.finditer(text):
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(run.start(), run.end() - size + 1):
                if size == SHORTEST and pair(text[at], text[at + 1]) - own(text[at + 1]) > RARE:
                    continue
                if not COMMON.fullmatch(rest, at, at + size):
                    yield text[at : at + size]


def _without(text: str, repeating: Iterable[Candidate]) -> str:
    """A text without all that repeats, whatever changes in it."""
    held = {said for one in repeating for said in _says(one)}
    for said in sorted(held, key=lambda said: (-len(said), said)):
        text = text.replace(said, "\n")
    return text


def _says(candidate: Candidate) -> Iterator[str]:
    """What is the same wherever it stands, as excerpts of authors are counted; of a frame what it begins or ends with."""
    if candidate.kind == "frame":
        yield max(candidate.key.split(SIGN), key=len)
    elif candidate.kind in {"span", "line"}:
        yield candidate.key
    yield from {masked(fold(sample.text)).text for sample in candidate.samples}
