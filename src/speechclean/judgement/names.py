"""Whether a part of a file's name is an ad: the judge is asked as if that part stood behind a sentence.

A name is a title without sentences, so the judge cannot see where its own words end. It is asked for every place where
an ad may begin, at separators first; between two words that run together only more than an account counts.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.judgement.evidence import DECORATION
from speechclean.judgement.judge import judge
from speechclean.lexicon import load
from speechclean.plausibility import bond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.judgement.verdict import Verdict

LEAD = "同志们，大家好。"
"""What stands before the name when it is judged: any sentence of an author."""
ENOUGH = 3.0
"""What the evidence of words must sum to, without what the tables have learned: they have learned no titles."""
ASKED = ("call", "bargain", "speaks of itself", "decoration")
"""Evidence of which one kind is asked of an ad that stands apart from the title by no separator before it."""
TITLES = ("learned", "offer")
"""Evidence that titles give as well: a 讲稿 on offer is what the file is."""
SEPARATORS = " 　_-—–+·.,，、|｜~～＿－＋"
OPENING, CLOSING = "([{（［【《〔「『“〈｛", ")]}）］】》〕」』”〉｝"
COPY = Pattern(r"[ _-]*(?:[(（]\d{1,3}[)）]|副本|copy)?$")
"""What a download manager adds to a name that is there already."""
TITLE = Pattern(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2}|[A-Za-z0-9]{4}")
"""The least that must be left of a name."""
LONGEST = 200
"""Characters of a name that are looked at; systems allow 255 bytes."""


MOST = 400
"""Places that are tried in a name, so that none takes long."""


class Ad(NamedTuple):
    """An ad in a name: `name[start:end]` with the separators that it brought, what is left, and the verdict."""

    start: int
    end: int
    left: str
    verdict: Verdict


def ad_in_name(name: str) -> Ad | None:
    """The ad in a file's name without its suffix, or None: in doubt the name stays."""
    if len(name) > LONGEST:
        return None
    ends = _ends(name)
    apart = list(_judged(name, ((start, end) for end in ends for start in _seams(name, end))))
    glued = ((start, end) for end in ends for start in range(end) if not start or _parts(name, start))
    found = apart or [ad for ad in _judged(name, glued) if _opens(ad, name)]
    return max(found, key=_strength, default=None)


def _opens(ad: Ad, name: str) -> bool:
    """Whether the ad begins with a word that is evidence, and there is more to it than an account."""
    part = fold(name[ad.start : ad.end].lstrip(SEPARATORS + OPENING))
    words = (word for piece in ad.verdict.evidence if piece.kind not in TITLES for word in piece.words.split("、"))
    asks = part.startswith(tuple(load("ad_call"))) or any(map(ad.verdict.has, ASKED))
    return asks and any(word and part.startswith(word) for word in words)


def _strength(ad: Ad) -> tuple[float, int, int]:
    """The most evidence, on the longest words, in the shortest span."""
    pieces = [piece for piece in ad.verdict.evidence if piece.kind not in TITLES]
    return sum(piece.weight for piece in pieces), sum(len(piece.words) for piece in pieces), ad.start - ad.end


def _judged(name: str, places: Iterable[tuple[int, int]]) -> Iterator[Ad]:
    for start, end in islice(places, MOST):
        verdict = _verdict(name[:start], name[start:end])
        if verdict and (ad := _with_separators(name, start, end, verdict)):
            yield ad


def _verdict(before: str, part: str) -> Verdict | None:
    """The verdict on the part if the judge takes all of it, and no more, for an ad."""
    lead = f"{LEAD}{before}。" if before else LEAD
    text = lead + part
    for verdict in judge(text, 0, len(text)):
        known = sum(piece.weight for piece in verdict.evidence if piece.kind not in TITLES)
        inside = verdict.start <= len(lead) + len(part) - len(part.lstrip(SEPARATORS + OPENING))
        if verdict.is_ad and known >= ENOUGH and len(lead) <= verdict.start and inside and verdict.end == len(text):
            return verdict
    return None


def _ends(name: str) -> list[int]:
    """Where an ad may end: with the name, before a copy's number, at a closing bracket, before an opening one."""
    match = COPY.search(name)
    ends = {len(name), match.start() if match else len(name)}
    ends |= {place + 1 for place, sign in enumerate(name) if sign in CLOSING}
    ends |= {place for place, sign in enumerate(name) if sign in OPENING or (sign in SEPARATORS and sign != ".")}
    return sorted(ends - {0}, reverse=True)


def _seams(name: str, end: int) -> Iterator[int]:
    """Where an ad may begin: behind a separator, at a bracket or a sign that points."""
    for place in range(end):
        before = name[place - 1] if place else "a"
        if before in SEPARATORS or before in CLOSING or name[place] in OPENING or name[place] in DECORATION:
            yield place


def _parts(name: str, place: int) -> bool:
    """Whether a word may end here: what stands on both sides does not belong together."""
    before, after = name[place - 1], name[place]
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return False
    return bond(before, after) < 1.0


def _with_separators(name: str, start: int, end: int, verdict: Verdict) -> Ad | None:
    while start and name[start - 1] in SEPARATORS + OPENING:
        start -= 1
    while end < len(name) and name[end] in CLOSING:
        end += 1
    before, after = name[:start], name[end:]
    left = before + (after if before else after.lstrip(SEPARATORS))
    return Ad(start, end, left, verdict) if TITLE.search(left) else None
