"""The judge: for a window, the spans that are foreign to the text, with a score and the evidence for and against."""

from __future__ import annotations

from typing import NamedTuple

from speechclean.judgement.evidence import HOSTS, PRIVATE, Evidence, Span, weigh
from speechclean.judgement.features import borders, classify, features
from speechclean.judgement.tagger import Costs, best_path, costs, gain, spans
from speechclean.judgement.tokens import View, view
from speechclean.judgement.weights import weights

AD = 4.5
"""A span is an ad when its evidence sums to this or more."""
FEWEST = 4
"""Windows with fewer Han characters are code, tables or foreign text, and no place for an ad."""
LEARNED = 0.35
MOST_LEARNED = 4.0
PULL = 4.0
"""How far an identifier pulls the path towards foreign: where an ad is likely, its ends are what is sought."""


class Verdict(NamedTuple):
    """What was judged: `text[start:end]` of the document, the sum of the evidence, and the evidence."""

    start: int
    end: int
    score: float
    evidence: tuple[Evidence, ...]

    @property
    def is_ad(self) -> bool:
        """Whether the evidence suffices."""
        return self.score >= AD

    def has(self, kind: str) -> bool:
        """Whether a piece of evidence of this kind was found."""
        return any(piece.kind == kind for piece in self.evidence)

    def account(self) -> str:
        """The evidence in one line: `channel +2.0 (微信), identifier +1.5 (abc123), …`."""
        return ", ".join(
            f"{piece.kind} {piece.weight:+.1f}" + (f" ({piece.words[:20]})" if piece.words else "")
            for piece in self.evidence
        )


def technical(text: str) -> bool:
    """Whether a text is Markdown or code by its marks: there, identifiers and addresses are what it speaks of."""
    return text.count("](") + text.count("```") + text.count("{#") + text.count("](#") >= 3


def judge(text: str, start: int, end: int, *, is_technical: bool = False) -> list[Verdict]:
    """All spans in `text[start:end]` that may be foreign, in order, each with its verdict."""
    seen = view(text[start:end])
    if sum(token.shape == "h" for token in seen.tokens) < FEWEST:
        return []
    sums = costs(features(seen), borders(seen), weights())
    kinds = classify(seen)
    found = []
    for first, last in spans(best_path(_pulled(seen, sums))):
        span = Span(seen, kinds, first, last)
        left, right = seen.squeezed.source(span.tokens[0].start, span.tokens[-1].end)
        left, right = start + left, start + right
        own_line = (left == 0 or text[left - 1] == "\n") and (right == len(text) or text[right] == "\n")
        learned = max(-MOST_LEARNED, min(MOST_LEARNED, LEARNED * gain(sums, first, last)))
        pieces = (*weigh(span, own_line=own_line), Evidence("learned", learned))
        if is_technical:
            pieces = (*pieces, Evidence("a technical text", -4.0))
        found.append(Verdict(left, right, sum(piece.weight for piece in pieces), pieces))
    return found


def _pulled(seen: View, sums: Costs) -> Costs:
    pulled = [
        cost + 0.15 + (PULL if token.form in PRIVATE or token.form in HOSTS or token.shape == "e" else 0.0)
        for cost, token in zip(sums.tokens, seen.tokens, strict=True)
    ]
    return sums._replace(tokens=pulled)
