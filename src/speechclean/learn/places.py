"""What a string's places say of it: that it was put into sentences, stands apart from them, or is on all pages of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.judgement.span import Evidence
from speechclean.learn import accounts
from speechclean.learn.features import LENGTH
from speechclean.learn.leads import labels
from speechclean.learn.speech import speaks
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from speechclean.learn.candidate import Candidate, Sample

CUT, MOST_CUTS, SEAM, MOST_SEAM = 1.2, 3, 0.3, 5.0
"""What a word weighs that is cut in two, and so many at most; and what a seam weighs of which all sum to no more."""
PROVEN = 3.0
"""A single word cut in two may be a chance, unless all seams sum to this."""
FEWEST, MEAN, SURE = 4, 1.0, 4.0
"""Or no word is cut, and so many seams say so much each and together."""
HARDLY, ODD, LONG = 8, 0.15, 9
"""Authors' words of so many characters hardly ever fit in so badly, in log10 a seam, at so many seams."""
CALLED = 0.5
"""It stands beside titles when it does in so great a share of its documents."""
HINTS = 3
"""So many seams are a hint."""
OFTEN = 0.8
ABOUT_ALL, MANY = 0.5, 20
"""A line that so great a share of a source of so many documents has at one of its ends belongs to the source's pages."""
ALL, ELSEWHERE, OTHERS, LETTERS = 0.8, 0.02, 2, 4
"""All the more when nearly all have it, and hardly a document of so many other sources; a shorter one may be a name."""
ENUMERATED = 2
"""So many of its marks stand in what somebody counts up."""
CLOSED = "。！？…”」』）)!?"
LITTLE = 8
"""So few characters follow what stands behind the last sentence of its line."""
SENTENCE_ENDS = "。！？；，"


def fits(candidate: Candidate) -> Iterator[Evidence]:
    """How it fits into its sentences, and in how many ways an account is written."""
    is_account = candidate.kind == "account"
    cuts, value = accounts.cuts(candidate) if is_account else (candidate.cuts, candidate.seam)
    seams = candidate.seams or len(candidate.samples)
    if candidate.kind == "frame":
        return  # what authors say in brackets may be left out as well
    if value > 0 and (cuts > 1 or (cuts and value >= PROVEN)):
        weight = CUT * min(MOST_CUTS, cuts) + SEAM * min(MOST_SEAM, value)
        yield Evidence("cuts words in two", weight, f"{cuts} of {seams} seams")
    elif not is_account and seams >= FEWEST and value >= max(SURE, MEAN * seams):
        yield Evidence("cuts sentences in two", SEAM * min(MOST_SEAM, value), f"{seams} seams")
    elif (
        not is_account and seams >= HARDLY and value >= ODD * seams and len(candidate.key) >= LONG and speaks(candidate)
    ):
        yield Evidence("fits in no sentence", 1.0, f"{seams} seams")
    ways = max(accounts.disguises(candidate.samples), len(labels(candidate.samples))) if is_account else 0
    if ways > 1:
        yield Evidence("in disguise", min(3.0, 1.0 * ways), f"{ways}")


def titled(candidate: Candidate) -> Iterator[Evidence]:
    """Whether it stands beside the title of its document, or above those of others."""
    if max(candidate.called_before, candidate.called_behind) >= CALLED * candidate.documents:
        yield Evidence("beside the document's title", 1.5)
    if candidate.heads >= CALLED * candidate.documents:
        yield Evidence("above titles of others", 3.5)


def hint(candidate: Candidate) -> float:
    """What little its seams say, before they prove anything."""
    return SEAM * candidate.seam / candidate.seams if candidate.seams >= HINTS else 0.0


def stands(candidate: Candidate, sources: Mapping[str, int], sites: Collection[str]) -> Iterator[Evidence]:
    """Whether it stands apart, at the ends of documents, on most pages of a source that is a site, or in one source only."""
    own = candidate.share("line") >= OFTEN
    if _is_apart(candidate):
        yield Evidence("a line of its own" if own else "at an end of a line", 1.5 if own else 1.0)
        for place in ("top", "bottom"):
            if own and candidate.share(place) >= OFTEN:
                yield Evidence("at an end of documents", 0.5, place)
    filled = next((name for name in filling(candidate, sources) if name in sites), "")
    if own and filled and max(map(candidate.share, ("top", "bottom"))) >= OFTEN:
        yield Evidence("on most pages of a source", 1.5, filled)
        if _is_own(candidate, filled, sources):
            yield Evidence("on no pages of others", 2.0, filled)
    if candidate.kind == "label" and candidate.key.count(":") > 1 and filled:
        yield Evidence("labels side by side", 0.5)
    if len(candidate.key) < LENGTH and not is_han(candidate.key[-1]) and candidate.share("head") >= OFTEN:
        yield Evidence("right before a text", 0.5)
    if not own and all(map(is_behind, candidate.samples)):
        yield Evidence("behind the last sentence", 1.0)
    if len(sources) >= 3 and len(candidate.sources) == 1 and speaks(candidate):
        yield Evidence("in one source only", 0.5, next(iter(candidate.sources)))


def filling(candidate: Candidate, sources: Mapping[str, int]) -> list[str]:
    """The large sources of which most documents hold it."""
    large = (name for name in sorted(candidate.sources) if sources.get(name, 0) >= MANY)
    return [name for name in large if candidate.sources[name] >= ABOUT_ALL * sources[name]]


def _is_own(candidate: Candidate, source: str, sources: Mapping[str, int]) -> bool:
    """Whether nearly all pages of the source have it, and hardly one of the others."""
    text = candidate.samples[0].text
    if text[-1] in SENTENCE_ENDS or sum(map(is_han, text)) < LETTERS:
        return False
    large = sum(count >= MANY for name, count in sources.items() if name != source)
    others = candidate.documents - candidate.sources[source]
    rest = sum(sources.values()) - sources[source]
    return candidate.sources[source] >= ALL * sources[source] and large >= OTHERS and others <= ELSEWHERE * rest


def is_behind(sample: Sample) -> bool:
    """Whether it stands at the end of its line, behind a sentence, and ends none itself."""
    after = sample.after.partition("\n")[0]
    whole = sample.text + after
    return (
        sample.before[-1:] in CLOSED and len(after) <= LITTLE and whole[-1] not in SENTENCE_ENDS and sample.before != ""
    )


def _is_apart(candidate: Candidate) -> bool:
    """Whether it stands by itself and speaks as pages do."""
    ends = sum(map(candidate.share, ("line", "head", "tail")))
    text = candidate.samples[0].text
    return ends >= OFTEN and text[-1] not in SENTENCE_ENDS and text.count("、") < ENUMERATED and speaks(candidate)
