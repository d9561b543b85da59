"""Which characters may have stood where a reader lost some of their bytes."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from speechclean import plausibility
from speechclean.core.fold import fold
from speechclean.rules.transport.channels import BLANKS, CONTROLS, UNDEFINED, encoded

if TYPE_CHECKING:
    from speechclean.rules.transport.channels import Channel

RAREST = -6.0
"""Rarer characters are never guessed."""
MOST = 40
"""How many options are weighed at one place, beside those that the character before calls for."""
PUNCTUATION = "，。、：；！？“”‘’（）《》〈〉【】「」『』—…·％－～\u3000"
MASKS = {
    2: ((True, False), (False, True)),
    3: ((True, True, False), (True, False, True), (False, True, True), (True, False, False), (False, False, True)),
}
"""Which bytes of a character of two or three bytes are left."""
LEAD_LOST, END_LOST = (False, True, True), (True, True, False)


class Options:
    """Characters that fit, the likeliest first."""

    def __init__(self) -> None:
        self.characters: list[str] = []

    @cached_property
    def by_fold(self) -> dict[str, str]:
        """The characters by their Simplified form."""
        return {fold(character): character for character in reversed(self.characters)}

    def after(self, last: str, most: int = MOST) -> list[str]:
        """The options worth weighing after this character: the most frequent ones and those that often follow it."""
        if len(self.characters) <= most:
            return self.characters
        called = [self.by_fold[plain] for plain in plausibility.followers(last) if plain in self.by_fold]
        return [*dict.fromkeys((*self.characters[:most], *called[:most]))]


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
                table.setdefault(key, Options()).characters.append(character)
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
