"""Which characters may have stood where a reader lost some of their bytes."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.fold import fold_table
from speechclean.core.named import NamedTuple
from speechclean.rules.transport.channels import BLANKS, CONTROLS, UNDEFINED, encoded

if TYPE_CHECKING:
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
LEAD_LOST, END_LOST = (False, True, True), (True, True, False)


class Weighed(NamedTuple):
    """Options behind one character: each with its weight there and what it is for the next one, and the best weight."""

    options: list[tuple[str, float, str]]
    best: float


class Options:
    """Characters that fit, the likeliest first, each with its weight by itself."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}

    @cached_property
    def _by_fold(self) -> dict[str, str]:
        """The characters by their Simplified form."""
        return {plausibility.plain(character): character for character in reversed(self.weights)}

    @cached_property
    def _first(self) -> list[tuple[str, float, str]]:
        first = [*self.weights.items()][:MOST]
        return [(character, weight, plausibility.plain(character)) for character, weight in first]

    def after(self, last: str, script: str = "", most: int = MOST) -> list[tuple[str, float]]:
        """The options worth weighing after this character, weighed: the most frequent ones and those that often follow it."""
        called = self._called(last, most)
        less = plausibility.unlisted(last)
        row = plausibility.listed(last)
        found = [(character, weigh(last, character, script)) for character in called]
        for character, weight, folded in self._first[:most]:
            if folded in row:
                if character not in called:
                    found.append((character, weigh(last, character, script)))
            else:
                found.append((character, weight - less))
        return found

    def _called(self, last: str, most: int) -> dict[str, None]:
        if len(self.weights) <= most:
            return {}
        row = plausibility.listed(last)
        by_fold = self._by_fold
        if len(by_fold) < len(row) / FEWER:
            return dict.fromkeys([by_fold[plain] for plain in by_fold if plain in row][:most])
        return dict.fromkeys([by_fold[plain] for plain in plausibility.followers(last) if plain in by_fold][:most])


@lru_cache(maxsize=1 << 10)
def weighed(options: Options, last: str, script: str, most: int) -> Weighed:
    """`options.after` the same, remembered: a search asks again behind each of the readings that it follows."""
    found = [(character, fit, plain(character)) for character, fit in options.after(last, script, most)]
    return Weighed(found, max((fit for _, fit, _ in found), default=-1e9))


@lru_cache(maxsize=1 << 14)
def plain(character: str) -> str:
    """What a character is for the one after it."""
    return chr(fold_table().get(ord(character), ord(character)))


@lru_cache(maxsize=1 << 15)
def weigh(last: str, character: str, script: str = "") -> float:
    """The weight of a character after `last`; less where it belongs to the other script."""
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
def fitting(channel: Channel, loss: Loss, *, free: bool) -> dict[tuple[str, ...], Options]:
    """For the bytes that are left of a character, with "" for a lost one, the characters that fit.

    `free` is the place before a line end, an ASCII character or a sign of loss, where any byte may be missing.
    """
    weights = {c: w for c, w in plausibility.known().items() if w > RAREST}
    if loss.script:
        weights = {c: w for c in weights if (w := plausibility.char(c, loss.script)) > RAREST}
    weights |= {c: plausibility.mark(c) for c in PUNCTUATION}
    table: dict[tuple[str, ...], Options] = {}
    for character in sorted(weights, key=weights.__getitem__, reverse=True):
        raw = encoded(character, channel.written)
        for mask in MASKS.get(len(raw), ()):
            if _may_go(raw, mask, channel, loss.kind, free=free):
                key = tuple([byte if present else "" for byte, present in zip(raw, mask, strict=True)])
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
