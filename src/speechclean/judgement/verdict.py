"""What was judged of a span: whether it is an ad, and the evidence for and against."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.judgement.span import Evidence

AD, DOUBTFUL = 3.0, 1.0
"""A span is an ad when its evidence sums to the first or more; from the second on it may be one."""


class Verdict:
    """What was judged: `text[start:end]` of the document, the sum of the evidence, and the evidence."""

    __slots__ = ("end", "evidence", "is_refuted", "score", "start")

    def __init__(self, start: int, end: int, score: float, evidence: tuple[Evidence, ...]) -> None:
        self.start = start
        self.end = end
        self.score = score
        self.evidence = evidence
        self.is_refuted = False
        """Whether it was an ad but for what was asked last."""

    def refuted(self, against: list[Evidence]) -> Verdict:
        """The verdict with what was asked last."""
        score = self.score + sum([piece.weight for piece in against])
        told = Verdict(self.start, self.end, score, (*self.evidence, *against))
        told.is_refuted = self.is_ad and not told.is_ad
        return told

    def moved(self, by: int) -> Verdict:
        """The same verdict so many characters further on."""
        return Verdict(self.start + by, self.end + by, self.score, self.evidence) if by else self

    @property
    def is_ad(self) -> bool:
        """Whether the evidence suffices."""
        return self.score >= AD

    @property
    def is_doubtful(self) -> bool:
        """Whether it nearly suffices: of such spans most are ads, and some are not."""
        return DOUBTFUL <= self.score < AD

    def has(self, kind: str) -> bool:
        """Whether a piece of evidence of this kind was found."""
        return any(piece.kind == kind for piece in self.evidence)

    def account(self) -> str:
        """The evidence in one line: `channel +2.0 (微信), identifier +1.5 (abc123), …`."""
        return ", ".join([_told(piece) for piece in self.evidence])


def _told(piece: Evidence) -> str:
    weighed = _weighed(piece.kind, piece.weight)
    return f"{weighed} ({piece.words[:20]})" if piece.words else weighed


@lru_cache(maxsize=1 << 10)
def _weighed(kind: str, weight: float) -> str:
    return f"{kind} {weight:+.1f}"
