"""Where a foreign span begins and ends to the character: what is left must read on, and what goes must not."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from speechclean.judgement.features import IDENTIFIERS
from speechclean.plausibility import bond

if TYPE_CHECKING:
    from speechclean.judgement.tagger import Costs
    from speechclean.judgement.tokens import Token

FULL_STOP = "。"
ENDS = "。！!？?；;…\n"
STOPS = ENDS + "”’」』)】]》〕"
HANGING = "，,、：:；;。！!？?)）】]》〕.~"
CLOSERS = ".。！!？?；;…，,、：:”’」』)）】]》〉"
OPEN = ":：、，,([（【〔“「《"
PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "《": "》", "“": "”", "「": "」", "『": "』"}
NUMBERS = frozenset(("n1", "n2", "n3", "n4", *"一二两三四五六七八九十百千万亿"))
UNITS = "余万亿千百十多人个元名年月日天次户家件篇米吨公项条岁倍分小平度方台辆座栋所起宗株头只幅本册份批场"
MIRRORED = {"👉": "👈", "➡": "⬅", "☞": "☜", "☛": "☚", "↘": "↙", "→": "←", "◆": "◆"}
WANTING = frozenset(("备注", "口令", "暗号", "验证", "回复", "门砖", "发送", "输入", "拉你", "拉您"))
NAMED_IN = "“【「『《["
WANTING_ONE = "送进领看发找给和与的把将为被请加扫点搜"
"""After these words and characters the ad goes on."""

JOIN, TIED, FRESH, HANGS, COMMA, WORD, WANTS, SPLIT, BREAKS = 1.6, 2.5, 1.0, 4.0, 2.5, 1.5, 1.5, 1.8, 8.0
DOUBT = 0.8
"""Of ends that are as good but for this much, the first is taken: what may be the author's stays."""
CORE = 4
"""Starts and ends this near the path's own are tried, too."""
REACH = 18
"""How many tokens behind the path's end are tried as its tail."""
TAIL, CLOSED_TAIL = 12, 22
NAME = 16
"""A name in quotes has no more tokens than this."""
CORE_KINDS = "CPS"
ACCOUNTS = IDENTIFIERS - {"word", "i3"}
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
        if last < len(self.tokens) and self._names_next(last):
            return learned - HANGS
        if last < len(self.tokens) and (
            final in WANTING_ONE
            or (self.tokens[last].form in "我您你" and set(self.kinds[last - 1]) & set("AP"))
            or (last > 1 and self.tokens[last - 2].form + final in WANTING)
        ):
            return learned - WANTS
        return learned

    def _names_next(self, last: int) -> bool:
        """Whether a name in quotes or brackets follows a word that asks for one: 备注“…”, 公众号【…】."""
        word = self.tokens[last - 2].form + self.tokens[last - 1].form if last > 1 else ""
        wants = word in WANTING or set(self.kinds[last - 1]) & set("AC") or word[-1:] in "搜填"
        return bool(wants) and self.tokens[last].form in NAMED_IN

    def at_a_boundary(self, first: int) -> bool:
        """Whether a sentence, a line or an aside begins there."""
        return first == 0 or self.tokens[first - 1].form in STOPS

    def fresh(self, last: int) -> float:
        """How well the text behind the span begins a sentence."""
        if last == len(self.tokens):
            return 0.0
        after, final = self.tokens[last], self.tokens[last - 1]
        if after.form in HANGING or after.shape == "e":
            return -HANGS
        if final.shape == after.shape == "h" and (tie := bond(final.form, after.form)) >= 0.9:
            return -SPLIT * tie
        if self.kinds[last] and self.kinds[last] not in "GS":
            return -WORD
        return FRESH * _clip(bond(FULL_STOP, after.form)) if after.shape == "h" else 0.0

    def joined(self, first: int, last: int) -> float:
        """How well the text behind the span goes on with the sentence before it."""
        before = self.tokens[first - 1]
        if last == len(self.tokens):
            return -1.0
        if before.form in ",，、":
            return -COMMA
        after = self.tokens[last]
        tied = tie(before, after)
        if tied is None:
            return 0.0
        return JOIN * _clip(tied) + (TIED if tied >= 1.0 else 0.0)

    def broken(self, first: int, last: int) -> float:
        """What a span costs that holds a bracket, a quote or a frame by half."""
        forms = [token.form for token in self.tokens[first:last]]
        halves = sum(abs(forms.count(left) - forms.count(right)) for left, right in PAIRS.items())
        sign = self.tokens[first]
        framed = last < len(self.tokens) and sign.shape in "pe" and self.tokens[last].form == sign.form
        return BREAKS * halves + HANGS * framed


def tie(before: Token, after: Token) -> float | None:
    """How much two tokens belong together when what is between them has gone: two halves of a word, a number's unit."""
    if after.shape != "h":
        return None
    if before.form in NUMBERS and after.form in UNITS:
        return 2.0
    return bond(before.form, after.form) if before.shape == "h" else None


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
    first, last = without_whole_sentences(tokens, kinds, _best(seams, sorted(ranked, reverse=True)))
    first = _without_aside(seams, first, last)
    return first, _framed(seams, first, last)


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
        if any(_is_core(seams, n) for n in range(last, end)):
            continue
        gain = next(gain for gain, f, e in ranked if f == start and e == last)
        if gain - seams.broken(start, last) >= found - DOUBT:
            return start, last
    return start, end


def _without_aside(seams: Seams, first: int, last: int) -> int:
    """The start behind a bracket that is closed before the ad begins, and holds nothing of it: (50字), [2-4]."""
    tokens = seams.tokens
    partner = PAIRS.get(tokens[first].form)
    closing = next((n for n in range(first + 1, min(first + NAME, last - 1)) if tokens[n].form == partner), first)
    if closing == first or any(set(kind) & set(CORE_KINDS + "cO") for kind in seams.kinds[first:closing]):
        return first
    return next(n for n in range(closing + 1, last) if n == last - 1 or tokens[n].form not in CLOSERS)


def _framed(seams: Seams, first: int, last: int) -> int:
    """The end of a span that opens with a bracket or a sign: where that is closed, if it holds the ad."""
    tokens = seams.tokens
    opening = tokens[first]
    partner = PAIRS.get(opening.form, opening.form if opening.shape == "p" else "")
    if opening.shape not in "pe" or opening.form in "《“「『":
        return last
    closings = [
        n + 1
        for n in range(first + 3, min(len(tokens), last + 3))
        if tokens[n].form == partner or tokens[n].form == MIRRORED.get(opening.form, opening.form)
    ]
    if not closings or any(seams.kinds[n] or tokens[n].form in ACCOUNTS for n in range(closings[-1], last)):
        return last
    return closings[-1] if any(_is_core(seams, n) for n in range(first + 1, closings[-1] - 1)) else last


def without_whole_sentences(tokens: tuple[Token, ...], kinds: list[str], ends: tuple[int, int]) -> tuple[int, int]:
    """The span without the sentences at its ends in which nothing belongs to an ad: they are the author's."""
    first, last = ends
    stops = [n + 1 for n in range(first, last - 1) if tokens[n].form in "。…\n"]
    for stop in stops:
        if _holds_something(tokens, kinds, first, stop):
            break
        first = stop
    for stop in reversed(stops):
        if stop <= first or _holds_something(tokens, kinds, stop, last):
            break
        last = stop
    return first, last


def _holds_something(tokens: tuple[Token, ...], kinds: list[str], first: int, last: int) -> bool:
    return any(
        token.shape in "nlkde" or set(kind) & set("CPS")
        for token, kind in zip(tokens[first:last], kinds[first:last], strict=True)
    )


def _firsts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's start and its neighbours, the starts of words of a class, of clauses, and of the sentence."""
    tokens, kinds = seams.tokens, seams.kinds
    found = set(range(max(0, first - CORE), min(first + CORE, last - 1) + 1))
    for n in range(first + 1, min(last, first + FRONT)):
        if (kinds[n] and not kinds[n - 1]) or (_is_core(seams, n) and not _is_core(seams, n - 1)):
            found.add(n)
    number = first
    while number > max(0, first - FRONT) and tokens[number - 1].form not in ENDS:
        number -= 1
        if number == 0 or tokens[number - 1].form in STOPS + "，,、：:([【〔《“「":
            found.add(number)
    return sorted(found)


def _lasts(seams: Seams, first: int, last: int) -> list[int]:
    """The path's end and its neighbours, what follows it in the sentence, and the ends behind identifiers.

    Behind the last account, host, sign or channel no more than a short tail is tried.
    """
    tokens = seams.tokens
    core = _with_name(seams, max((n + 1 for n in range(first, last) if _is_core(seams, n)), default=last))
    furthest = min(len(tokens), core + TAIL)
    found = set(range(max(first + 1, last - CORE), min(last, furthest) + 1))
    found.update(
        n + 1
        for n in range(max(first, last - FRONT), min(last, furthest))
        if tokens[n].form in ENDS or _is_core(seams, n)
    )
    number = min(last, furthest)
    found.add(number)
    while number < min(furthest, last + REACH) and (number == last or tokens[number - 1].form not in ENDS):
        number += 1
        found.add(number)
    if (
        core < len(tokens)
        and tokens[core].shape == "p"
        and last <= core + CLOSED_TAIL
        and tokens[last - 1].form in STOPS
    ):
        found.add(last)  # a clause of the ad to its full stop
    return sorted(found)


def _with_name(seams: Seams, core: int) -> int:
    """The end of the name in quotes or brackets that begins where the core ends, or soon after it."""
    tokens = seams.tokens
    for opening in range(core, min(core + 5, len(tokens))):
        form = tokens[opening].form
        if form in NAMED_IN and form:
            closings = (
                n + 1 for n in range(opening, min(opening + NAME, len(tokens))) if tokens[n].form == PAIRS[form]
            )
            return next(closings, core)
        if form in ENDS:
            break
    return core


def _is_core(seams: Seams, number: int) -> bool:
    """Whether a token carries the ad: an account, a host, a channel, a seller's or a site's word, a sign."""
    token = seams.tokens[number]
    sign = token.shape in "nlkd" or (token.shape == "e" and not token.form.isascii())
    return sign or bool(set(seams.kinds[number]) & set(CORE_KINDS))
