"""What speaks for and against a foreign span beginning at one token and ending at another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.judgement.ties import tied
from speechclean.judgement.tokens import ACCOUNTS

if TYPE_CHECKING:
    Start = tuple[int, int, bool]
    """A token, what speaks for a span's start there, and whether a sentence begins with it."""
    End = tuple[int, int, int]
    """The token behind a span, what speaks for an end before it, and how well it begins a sentence."""

    from speechclean.judgement.tagger import Costs
    from speechclean.judgement.tokens import View

FULL_STOP = "。"
ENDS = "。！!？?；;…\n"
STOPS = ENDS + "”’」』)】]》〕"
HANGING = "，,、：:；;。！!？?)）】]》〕.~"
CLOSERS = ".。！!？?；;…，,、：:”’」』)）】]》〉"
OPEN = ":：、，,([（【〔“「《"
PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "《": "》", "“": "”", "「": "」", "『": "』"}
BRACKETS = frozenset((*PAIRS, *PAIRS.values()))
NUMBERS = frozenset(("n1", "n2", "n3", "n4", *"一二两三四五六七八九十百千万亿"))
UNITS = "余万亿千百十多人个元名年月日天次户家件篇米吨公项条岁倍分小平度方台辆座栋所起宗株头只幅本册份批场"
WANTING = frozenset(("备注", "口令", "暗号", "验证", "回复", "门砖", "发送", "输入", "拉你", "拉您"))
NAMED_IN = "“【「『《["
WANTING_ONE = "送进领看发找给和与的把将为被请加扫点搜"
"""After these words and characters the ad goes on."""
READER, NAMING = "我您你", "搜填"

JOIN, TIED, HANGS, WORD, WANTS, SPLIT, BREAKS = 16, 250, 400, 150, 150, 18, 800
"""In hundredths; JOIN and SPLIT in tenths of a tie, which are whole numbers, since ties come in steps of 5."""
CALLS, NAMED, CHANNELS = frozenset("AP"), frozenset("AC"), frozenset("Cc")
"""The word classes behind which a reader is spoken to, behind which a name follows, and behind which an account does."""
WHOLE, HALVES, AWAY = 100, 90, -100
WITH_UNIT, LOOSEST, TIGHTEST = 100, -200, 300
JOINS = JOIN, TIED, WHOLE, WITH_UNIT, LOOSEST, TIGHTEST, AWAY
LIMITS = HANGS, WANTS, WORD, SPLIT, HALVES, BREAKS
"""What the compiled way needs to know."""


class Seams(NamedTuple):
    """The tokens of a window, their word classes, the learned costs with their sums up to each token, and what carries the ad."""

    forms: list[str]
    shapes: str
    kinds: list[str]
    costs: Costs
    sums: list[int]
    cores: list[bool]

    def starts(self, firsts: list[int]) -> list[Start]:
        """What speaks for each start, whatever the end, and whether a sentence, a line or an aside begins there."""
        forms, begins, sums = self.forms, self.costs.begins, self.sums
        return [
            (
                first,
                begins[first] - sums[first] - (HANGS if forms[first] in CLOSERS else 0),
                first == 0 or forms[first - 1] in STOPS,
            )
            for first in firsts
        ]

    def ends(self, lasts: list[int]) -> list[End]:
        """What speaks for each end, whatever the start, and how well the text behind it begins a sentence."""
        return [(last, self.closes(last), self.fresh(last)) for last in lasts]

    def closes(self, last: int) -> int:
        """What speaks for an end, whatever the start: an ad's last word, or what it opens, is not left behind."""
        learned = self.sums[last] + self.costs.ends[last]
        final = self.forms[last - 1]
        if final in OPEN:
            return learned - HANGS
        if last == len(self.forms):
            return learned
        if self._parts_account(last):
            return learned - HANGS
        after, kind, two = self.forms[last], self.kinds[last - 1], self.forms[last - 2] + final if last > 1 else ""
        if after in NAMED_IN and _asks_for_a_name(two, kind):
            return learned - HANGS
        wants = final in WANTING_ONE or two in WANTING or (after in READER and not CALLS.isdisjoint(kind))
        return learned - WANTS if wants else learned

    def _parts_account(self, last: int) -> bool:
        """Whether a channel ends there and its account begins, with a blank between them or none."""
        before = last - 1 - (self.shapes[last - 1] == "b")
        after = last + (self.shapes[last] == "b")
        if before < 0 or after >= len(self.forms) or self.forms[after] not in ACCOUNTS:
            return False
        return not CHANNELS.isdisjoint(self.kinds[before])

    def fresh(self, last: int) -> int:
        """How well the text behind the span begins a sentence."""
        if last == len(self.forms):
            return 0
        after, shape = self.forms[last], self.shapes[last]
        if after in HANGING or shape == "e":
            return -HANGS
        if self.shapes[last - 1] == shape == "h" and (held := tied(self.forms[last - 1], after)) >= HALVES:
            return -SPLIT * held // 10
        if self.kinds[last] and self.kinds[last] not in "GS":
            return -WORD
        return _clip(tied(FULL_STOP, after)) if shape == "h" else 0

    def rows(self, starts: list[Start], ends: list[End]) -> dict[int, list[int]]:
        """For each start with ends behind it what the span gains with each of them, but for broken brackets."""
        found: dict[int, list[int]] = {}
        for first, opens, is_boundary in starts:
            later = [end for end in ends if first < end[0]]
            if not later:
                continue
            reads = (
                [fresh for _, _, fresh in later] if is_boundary else self.joined(first, [last for last, _, _ in later])
            )
            found[first] = [opens + closes + read for (_, closes, _), read in zip(later, reads, strict=True)]
        return found

    def joined(self, first: int, lasts: list[int]) -> list[int]:
        """How well what stands behind each of these ends goes on with what stands before the span."""
        forms, shapes, size = self.forms, self.shapes, len(self.forms)
        before = forms[first - 1]
        if shapes[first - 1] == "h" or before in NUMBERS:
            found = [_join(before, forms[last]) if last < size and shapes[last] == "h" else 0 for last in lasts]
        else:
            found = [0] * len(lasts)
        if lasts and lasts[-1] == size:
            found[-1] = AWAY
        return found

    def broken(self, first: int, last: int) -> int:
        """What a span costs that holds a bracket, a quote or a frame by half."""
        forms = self.forms[first:last]
        halves = 0
        if not BRACKETS.isdisjoint(forms):
            halves = sum(abs(forms.count(left) - forms.count(right)) for left, right in PAIRS.items())
        framed = last < len(self.forms) and self.shapes[first] in "pe" and self.forms[last] == self.forms[first]
        return BREAKS * halves + HANGS * framed


def _asks_for_a_name(two: str, kind: str) -> bool:
    """Whether a name in quotes or brackets is asked for by the word before it: 备注“…”, 公众号【…】."""
    return two in WANTING or not NAMED.isdisjoint(kind) or two[-1:] in NAMING


def tie(seen: View, before: int, after: int) -> int | None:
    """How much two tokens belong together when what is between them has gone: two halves of a word, a number's unit."""
    if seen.shapes[after] != "h":
        return None
    left, right = seen.forms[before], seen.forms[after]
    if left in NUMBERS and right in UNITS:
        return WITH_UNIT
    return tied(left, right) if seen.shapes[before] == "h" else None


@lru_cache(maxsize=1 << 15)
def _join(left: str, right: str) -> int:
    """How well a Han character goes on with another one, or with a number."""
    if left in NUMBERS and right in UNITS:
        held = WITH_UNIT
    elif len(left) == 1:
        held = tied(left, right)
    else:
        return 0
    return JOIN * _clip(held) // 10 + (TIED if held >= WHOLE else 0)


def _clip(value: int) -> int:
    return max(LOOSEST, min(TIGHTEST, value))
