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
WANTING = frozenset(("备注", "口令", "暗号", "验证", "回复", "门砖", "发送", "输入", "拉你", "拉您"))
WANTING_ONE = "送进领看发找给和与的把将为被请加扫点搜"
"""After these words and characters the ad goes on."""
DOUBT = 0.8
"""Of ends that are as good but for this much, the first is taken: what may be the author's stays."""
CORE = 4
"""Starts and ends this near the path's own are tried, too."""
REACH = 16
"""How many tokens behind the path's end are tried as its tail."""
FRONT = 40
"""How many tokens before the path's start are looked at for the start of the sentence."""
JOIN, FRESH, HANGS, COMMA, WORD, WANTS, TIED = 1.6, 0.6, 4.0, 2.5, 2.2, 1.5, 2.5
PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "《": "》", "“": "”", "「": "」", "『": "』"}


class Seams(NamedTuple):
    """The tokens of a window with the sums of the learned costs up to each."""

    tokens: tuple[Token, ...]
    kinds: list[str]
    costs: Costs
    sums: list[float]

    def gain(self, first: int, last: int) -> float:
        """How much the learned path gains by these ends, and how well what is left reads on."""
        learned = self.sums[last] - self.sums[first] + self.costs.begins[first] + self.costs.ends[last]
        return learned + self._reads_on(first, last) - HANGS * self._unbalanced(first, last) - self._wants(first, last)

    def _wants(self, first: int, last: int) -> float:
        """What an end costs that leaves the ad's last word, or its frame, open."""
        final = self.tokens[last - 1]
        after = self.tokens[last].form if last < len(self.tokens) else ""
        if (
            self.tokens[first].form in CLOSERS
            or final.form in OPEN
            or (after and after == self.tokens[first].form and self.tokens[first].shape in "pe")
        ):
            return HANGS
        if after and (final.form in WANTING_ONE or (last > 1 and self.tokens[last - 2].form + final.form in WANTING)):
            return WANTS
        return 0.0

    def _unbalanced(self, first: int, last: int) -> int:
        """How many brackets or quotes stand in the span without their partners."""
        forms = [token.form for token in self.tokens[first:last]]
        return sum(
            abs(forms.count(left) - forms.count(right))
            for left, right in PAIRS.items()
            if left in forms or right in forms
        )

    def _reads_on(self, first: int, last: int) -> float:
        before = self.tokens[first - 1] if first else None
        after = self.tokens[last] if last < len(self.tokens) else None
        if before is None or before.form in STOPS:
            if after is None:
                return 0.0
            if after.form in HANGING or after.shape == "e":
                return -HANGS
            if self.kinds[last] and self.kinds[last] not in "GS":
                return -WORD
            return FRESH * _clip(bond(START, after.form)) if after.shape == "h" else 0.0
        if after is None:
            return -1.0
        if before.form in ",，、":
            return -COMMA
        if before.shape == after.shape == "h":
            tie = bond(before.form, after.form)
            return JOIN * _clip(tie) + (TIED if tie >= 1.0 else 0.0)
        return 0.0


def _clip(value: float) -> float:
    return max(-2.0, min(3.0, value))


def refine(tokens: tuple[Token, ...], kinds: list[str], costs: Costs, path: tuple[int, int]) -> tuple[int, int]:
    """The best ends for a span that the path found."""
    first, last = path
    seams = Seams(tokens, kinds, costs, [0.0, *accumulate(costs.tokens)])
    firsts = _firsts(seams, first, last)
    lasts = _lasts(tokens, first, last)
    gains = {(f, e): seams.gain(f, e) for f in firsts for e in lasts if f < e}
    start, _ = max(gains, key=gains.__getitem__)
    best = max(gain for (f, _), gain in gains.items() if f == start)
    return start, min(e for (f, e), gain in gains.items() if f == start and gain >= best - DOUBT)


def _firsts(seams: Seams, first: int, last: int) -> list[int]:
    tokens = seams.tokens
    found = {n for n in range(first - CORE, min(first + CORE, last - 1) + 1) if n >= 0}
    number = first
    while number > max(0, first - FRONT) and tokens[number - 1].form not in ENDS:
        number -= 1
        if number == 0 or tokens[number - 1].form in STOPS + "，,、：:([【〔《“「":
            found.add(number)
    found |= {n for n in range(first + 1, last) if seams.kinds[n] and not seams.kinds[n - 1]}
    return sorted(found)


def _lasts(tokens: tuple[Token, ...], first: int, last: int) -> list[int]:
    found = set(range(max(first + 1, last - CORE), last + 1))
    found |= {n + 1 for n in range(first, last) if tokens[n].form in ENDS or tokens[n].shape in "lnde"}
    number = last
    while number < min(len(tokens), last + REACH) and (number == last or tokens[number - 1].form not in ENDS):
        number += 1
        found.add(number)
    return sorted(found)
