"""Where a foreign span begins and ends to the character: what is left must read on, and what goes must not."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from speechclean.plausibility import START, bond

if TYPE_CHECKING:
    from speechclean.judgement.tagger import Costs
    from speechclean.judgement.tokens import Token

ENDS = "。！!？?；;…\n"
STOPS = ENDS + "”’」』)】]》〕"
HANGING = "，,、：:；;。！!？?)）】]》〕.~"
CLOSERS = "。！!？?；;…，,、：:”’」』)）】]》〉"
OPEN = ":：、，,([（【〔“「《"
PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "《": "》", "“": "”", "「": "」", "『": "』"}
WANTING = frozenset(("备注", "口令", "暗号", "验证", "回复", "门砖", "发送", "输入", "拉你", "拉您"))
WANTING_ONE = "送进领看发找给和与的把将为被请加扫点搜"
"""After these words and characters the ad goes on."""

JOIN, TIED, FRESH, HANGS, COMMA, WORD, WANTS = 1.6, 2.5, 0.6, 4.0, 2.5, 2.2, 1.5
DOUBT = 0.8
"""Of ends that are as good but for this much, the first is taken: what may be the author's stays."""
CORE = 4
"""Starts and ends this near the path's own are tried, too."""
REACH = 16
"""How many tokens behind the path's end are tried as its tail."""
FRONT = 40
"""How many tokens before the path's start are looked at for the start of the sentence."""


class Seams(NamedTuple):
    """The tokens of a window, their word classes, and the learned costs with their sums up to each token."""

    tokens: tuple[Token, ...]
    kinds: list[str]
    costs: Costs
    sums: list[float]

    def opens(self, first: int) -> float:
        """What speaks for a start, whatever the end."""
        penalty = HANGS if self.tokens[first].form in CLOSERS else 0.0
        return self.costs.begins[first] - self.sums[first] - penalty

    def closes(self, last: int) -> float:
        """What speaks for an end, whatever the start: an ad's last word, or what it opens, is not left behind."""
        learned = self.sums[last] + self.costs.ends[last]
        final = self.tokens[last - 1].form
        if final in OPEN:
            return learned - HANGS
        if last < len(self.tokens) and (
            final in WANTING_ONE
            or (self.tokens[last].form in "我您你" and set(self.kinds[last - 1]) & set("AP"))
            or (last > 1 and self.tokens[last - 2].form + final in WANTING)
        ):
            return learned - WANTS
        return learned

    def at_a_boundary(self, first: int) -> bool:
        """Whether a sentence, a line or an aside begins there."""
        return first == 0 or self.tokens[first - 1].form in STOPS

    def fresh(self, last: int) -> float:
        """How well the text behind the span begins a sentence."""
        if last == len(self.tokens):
            return 0.0
        after = self.tokens[last]
        if after.form in HANGING or after.shape == "e":
            return -HANGS
        if self.kinds[last] and self.kinds[last] not in "GS":
            return -WORD
        return FRESH * _clip(bond(START, after.form)) if after.shape == "h" else 0.0

    def joined(self, first: int, last: int) -> float:
        """How well the text behind the span goes on with the sentence before it."""
        before = self.tokens[first - 1]
        if last == len(self.tokens):
            return -1.0
        if before.form in ",，、":
            return -COMMA
        after = self.tokens[last]
        if not before.shape == after.shape == "h":
            return 0.0
        tie = bond(before.form, after.form)
        return JOIN * _clip(tie) + (TIED if tie >= 1.0 else 0.0)

    def broken(self, first: int, last: int) -> float:
        """What a span costs that holds a bracket, a quote or a frame by half."""
        forms = [token.form for token in self.tokens[first:last]]
        halves = sum(abs(forms.count(left) - forms.count(right)) for left, right in PAIRS.items())
        sign = self.tokens[first]
        framed = last < len(self.tokens) and sign.shape in "pe" and self.tokens[last].form == sign.form
        return HANGS * (halves + framed)


def _clip(value: float) -> float:
    return max(-2.0, min(3.0, value))


def refine(tokens: tuple[Token, ...], kinds: list[str], costs: Costs, path: tuple[int, int]) -> tuple[int, int]:
    """The best ends for a span that the path found."""
    seams = Seams(tokens, kinds, costs, [0.0, *accumulate(costs.tokens)])
    lasts = _lasts(seams, *path)
    closes = {last: seams.closes(last) for last in lasts}
    fresh = {last: seams.fresh(last) for last in lasts}
    ranked: list[tuple[float, int, int]] = []
    for first in _firsts(seams, *path):
        opens, boundary = seams.opens(first), seams.at_a_boundary(first)
        ranked += [
            (opens + closes[last] + (fresh[last] if boundary else seams.joined(first, last)), first, last)
            for last in lasts
            if first < last
        ]
    return _best(seams, sorted(ranked, reverse=True))


def _best(seams: Seams, ranked: list[tuple[float, int, int]]) -> tuple[int, int]:
    """The best pair when broken brackets are counted, too; then the first end that is nearly as good."""
    best = (float("-inf"), 0, 0)
    for gain, first, last in ranked:
        if gain <= best[0]:
            break
        best = max(best, (gain - seams.broken(first, last), first, last))
    found, start, end = best
    near = [last for gain, first, last in ranked if first == start and last < end and gain >= found - DOUBT]
    for last in sorted(near):
        gain = next(gain for gain, f, e in ranked if f == start and e == last)
        if gain - seams.broken(start, last) >= found - DOUBT:
            return start, last
    return start, end


def _firsts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's start and its neighbours, the starts of words of a class, of clauses, and of the sentence."""
    tokens, kinds = seams.tokens, seams.kinds
    found = set(range(max(0, first - CORE), min(first + CORE, last - 1) + 1))
    found.update(n for n in range(first + 1, last) if kinds[n] and not kinds[n - 1])
    number = first
    while number > max(0, first - FRONT) and tokens[number - 1].form not in ENDS:
        number -= 1
        if number == 0 or tokens[number - 1].form in STOPS + "，,、：:([【〔《“「":
            found.add(number)
    return sorted(found)


def _lasts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's end and its neighbours, what follows it in the sentence, and the ends behind identifiers."""
    tokens = seams.tokens
    found = set(range(max(first + 1, last - CORE), last + 1))
    found.update(n + 1 for n in range(first, last) if tokens[n].form in ENDS or tokens[n].shape in "lnde")
    number = last
    while number < min(len(tokens), last + REACH) and (number == last or tokens[number - 1].form not in ENDS):
        number += 1
        found.add(number)
    return sorted(found)
