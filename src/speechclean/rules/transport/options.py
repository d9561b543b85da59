"""Which characters may have stood where a reader lost some of their bytes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.fold import fold_table
from speechclean.core.named import NamedTuple
from speechclean.rules.transport.channels import BLANKS, CONTROLS, UNDEFINED, encoded

if TYPE_CHECKING:
    from speechclean.native.chances import Chances
    from speechclean.rules.transport.channels import Channel

RAREST = -6.0
"""Rarer characters are never guessed."""
MOST = 40
"""How many options are weighed at one place, beside those that the character before calls for."""
PUNCTUATION = "，。、：；！？“”‘’（）《》〈〉【】「」『』—…·％－～\u3000"
FEWER = 20
"""Looking for a character in the row of another one takes this part of the time of reading the row."""
MASKS = {
    2: ((True, False), (False, True)),
    3: ((True, True, False), (True, False, True), (False, True, True), (True, False, False), (False, False, True)),
}
"""Which bytes of a character of two or three bytes are left."""
GONE = "\0"
"""Stands for a lost byte."""
LEAD_LOST, END_LOST = (False, True, True), (True, True, False)


class Weighed(NamedTuple):
    """Characters behind another one, what each is for the next one, their weights, and the best weight among them."""

    characters: str
    folded: str
    weights: list[float]
    best: float


class Options:
    """Characters that fit, the likeliest first, each with its weight by itself."""

    __slots__ = ("_by_fold", "_first", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self._by_fold: dict[str, str] = {}
        self._first: list[tuple[str, float, str]] = []

    def settle(self) -> None:
        """Make ready to be asked, when all weights are known."""
        self._by_fold = {plausibility.plain(character): character for character in reversed(self.weights)}
        first = [*self.weights.items()][:MOST]
        self._first = [(character, weight, plausibility.plain(character)) for character, weight in first]

    def after(self, last: str, script: str, most: int) -> Weighed:
        """The options worth weighing after this character, weighed: the most frequent ones and those that often follow it."""
        if not self._first:
            self.settle()
        called = self._called(last, most)
        less = plausibility.unlisted(last)
        row = plausibility.listed(last)
        quick = plausibility.compiled()
        characters, folds = list(called.values()), list(called)
        weights = [_fit(quick, last, character, script) for character in characters]
        for character, own, folded in self._first[:most]:
            if folded not in row:
                weights.append(own - less)
            elif called.get(folded) != character:
                weights.append(_fit(quick, last, character, script))
            else:
                continue
            characters.append(character)
            folds.append(folded)
        return Weighed("".join(characters), "".join(folds), weights, max(weights, default=-1e9))

    def _called(self, last: str, most: int) -> dict[str, str]:
        """The options that often follow a character, by their Simplified form."""
        if len(self.weights) <= most:
            return {}
        row = plausibility.listed(last)
        by_fold = self._by_fold
        if len(by_fold) < len(row) / FEWER:
            found = [folded for folded in by_fold if folded in row]
        else:
            found = [folded for folded in plausibility.followers(last) if folded in by_fold]
        return {folded: by_fold[folded] for folded in found[:most]}


@lru_cache(maxsize=1 << 11)
def weighed(options: Options, last: str, script: str = "", most: int = MOST) -> Weighed:
    """`options.after` the same, remembered: a search asks again behind each of the readings that it follows."""
    return options.after(last, script, most)


def _fit(quick: Chances | None, last: str, character: str, script: str) -> float:
    return weigh(last, character, script) if quick is None else quick.weigh_in(last, character, script)


@lru_cache(maxsize=1 << 14)
def plain(character: str) -> str:
    """What a character is for the one after it."""
    return chr(fold_table().get(ord(character), ord(character)))


@lru_cache(maxsize=1 << 15)
def weigh(last: str, character: str, script: str = "") -> float:
    """The weight of a character after `last`; less where it belongs to the other script."""
    if quick := plausibility.compiled():
        return quick.weigh_in(last, character, script)
    weight = plausibility.pair(last, character)
    if script and plausibility.is_han(character):
        weight += min(0.0, plausibility.char(character, script) - plausibility.char(character))
    return weight


LEADS = "\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef"
"""The bytes that begin nearly all Chinese characters and marks in UTF-8."""


class Loss(NamedTuple):
    """What a reader may have lost: nothing, or which bytes, in text of which script."""

    kind: str = "none"
    script: str = ""


@cache
def fitting(channel: Channel, loss: Loss, *, free: bool) -> dict[str, Options]:
    """For the bytes that are left of a character, with GONE for a lost one, the characters that fit.

    `free` is the place before a line end, an ASCII character or a sign of loss, where any byte may be missing.
    """
    weights = {c: w for c, w in plausibility.known().items() if w > RAREST}
    if loss.script:
        weights = {c: w for c in weights if (w := plausibility.char(c, loss.script)) > RAREST}
    weights |= {c: plausibility.mark(c) for c in PUNCTUATION}
    table: dict[str, Options] = {}
    for character in sorted(weights, key=weights.__getitem__, reverse=True):
        raw = encoded(character, channel.written)
        for mask in MASKS.get(len(raw), ()):
            if _may_go(raw, mask, channel, loss.kind, free=free):
                key = "".join([byte if present else GONE for byte, present in zip(raw, mask, strict=True)])
                table.setdefault(key, Options()).weights[character] = weights[character]
    return table


def _may_go(raw: str, mask: tuple[bool, ...], channel: Channel, kind: str, *, free: bool) -> bool:
    """Whether the reader may lose these bytes of a character and keep the others."""
    gone = [byte for byte, present in zip(raw, mask, strict=True) if not present]
    if kind != "pairs":
        droppable = UNDEFINED if kind == "undefined" else CONTROLS
        return all(byte in droppable or byte in BLANKS for byte in gone)
    if free or gone == ["\x80"]:
        return True
    if len(raw) == 2:
        return not mask[0] and channel.drops(raw)
    if mask == (True, True, False):
        return raw[2] in _ends(channel)
    return mask == LEAD_LOST or (mask[0] and channel.drops(raw[1:]))


@cache
def _ends(channel: Channel) -> str:
    """The last bytes of a UTF-8 character that the reader may drop, alone or with the lead byte of the next one."""
    ends = map(chr, range(0x80, 0xC0))
    return "".join(byte for byte in ends if any(channel.drops(byte + lead) for lead in LEADS))
