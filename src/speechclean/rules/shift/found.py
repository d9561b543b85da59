"""What is found behind a run, and the one thing in it that a later step may have changed."""

from __future__ import annotations

from speechclean import plausibility
from speechclean.core.named import NamedTuple
from speechclean.rules.shift.bytes_apart import bytes_of

LONGEST = 60
"""How many characters a run has at most, and how far behind it what it opened may be closed."""
CHANGED = -3.0
"""What it costs to say that a later step changed a byte: log10, as all weights."""
SHORTEST = 6
"""Of fewer characters none is said to have been changed."""
LOST = "a lost byte"
CLOSING = {"“": "”", "‘": "’", "《": "》", "（": "）", "「": "」", "『": "』"}


class Found(NamedTuple):
    """The reading of `text[start:end]`, and what it stands on.

    How much likelier it is, in log10, how certain the character of the lost byte is, what happened, whether the
    forward model makes of it exactly what stands, and, behind a mark, the reading if no pair was dropped.
    """

    start: int
    end: int
    reading: str
    gain: float
    certain: float
    rest: float
    how: str
    proven: bool
    straight: str = ""

    @property
    def lost(self) -> bool:
        """Whether a byte was lost."""
        return self.how == LOST

    @property
    def smooth(self) -> bool:
        """Whether every character of the reading fits between its neighbours."""
        return plausibility.roughest(self.reading) > -8.5


def with_change(text: str, found: Found) -> Found:
    """The reading behind a false mark, with one character that a later step changed put right, where that is proof."""
    if len(found.straight) < SHORTEST:
        return found
    reading = _closed(found.straight, text, found.end)
    if not reading:
        return found
    gain = found.gain + CHANGED + plausibility.likelihood(reading) - plausibility.likelihood(found.reading)
    if gain <= found.gain:
        return found
    how = "a false mark, and one byte changed since"
    return Found(found.start, found.end, reading, gain, found.certain, 1.0, how, True, found.straight)  # noqa: FBT003


def _closed(reading: str, text: str, end: int) -> str:
    """The reading with its worst character replaced by the mark that closes what the run opened, or "".

    This is all that is taken for proof where a byte differs from the model: all others of the run, which ends here in the
    text, are reproduced, and the mark is called for twice, by the byte that is left of it and by the mark that it closes.
    Any other character in that place would be a guess.
    """
    opened = _opened(reading)
    mark = CLOSING.get(opened, "")
    if not mark or mark in reading:
        return ""
    after = text[end : end + LONGEST].partition("\n")[0]
    if mark in after:
        return ""
    place = plausibility.roughest_place(reading + after[:1])
    if place <= reading.index(opened):
        return ""
    there, here = bytes_of(reading[place]), bytes_of(mark)
    one_byte = there and (there[0] == here[0] or there[1] == here[1])
    return reading[:place] + mark + reading[place + 1 :] if one_byte else ""


def _opened(reading: str) -> str:
    """The first mark in a reading that opens something."""
    for character in reading:
        if character in CLOSING:
            return character
    return ""
