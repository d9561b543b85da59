"""When a repair is proven and plausible enough to be made: the thresholds and what they were measured on.

Measured by tests/rules/transport on damaged text, and on interface texts in 150 languages, of which nothing may be touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.repair import Repair

GAIN, SHORT = 6.0, 8.0
"""How much likelier, in log10, a repair must be than what stands; one of two characters by SHORT more, of three by half of it …"""
WORST, WORST_IN_PAIRS = -4.3, -3.7
"""The worst score of Chinese that is still plausible: names and rare words in a short run. Where any two bytes make some
character, as in GBK and Big5, more is asked for than where UTF-8 is well-formed."""
CHINESE = 0.9
"""The share of a reading that must be characters of Chinese text."""
RAREST = -6.5
"""Rarer characters are no sign of good Chinese."""
CERTAIN = 0.87
"""How much of a repair must be certain: one character of eight may be lost."""
CERTAIN_IN_BIG5 = 0.97
"""The same for readers of Big5, who drop half of what is no Big5: with so much gone, what is left says little."""
LONG = 5
"""From so many characters on those before a last one of which bytes were lost prove themselves."""
WORTH_NOTING, WORTH_TELLING = 3, 0.5
"""Shorter readings are not noted, less certain ones not told."""
ROUGH = -10.5
"""A reading of pairs in which a character fits worse than this between its neighbours was put together wrongly."""
NUMERALS = frozenset("零壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟")
"""As receipts write them; they follow each other as no words do."""
UNSOUND = Pattern("[\ufffd\x80-\x9f\ue000-\uf8ff]|\\?\\?")
"""What no good reading holds."""


def accepted(repair: Repair, channel: Channel) -> bool:
    """Whether the repair gives back what stands when it is damaged again, and is clearly better Chinese."""
    reading = repair.reading
    return (
        repair.proven
        and len(reading) > 1
        and repair.gain >= enough(repair)
        and _certain(repair) >= (CERTAIN if channel.read != "big5" else CERTAIN_IN_BIG5)
        and plausibility.score(reading) >= (WORST if channel.written == "utf-8" else WORST_IN_PAIRS)
        and sum(map(_chinese, reading)) >= CHINESE * len(reading)
        and any(map(plausibility.is_han, reading))
        and not UNSOUND.search(reading)
        and (channel.written == "utf-8" or plausibility.roughest(reading) > ROUGH)
    )


def _certain(repair: Repair) -> float:
    """How much of the repair is certain; its last character, cut off by the end of the damage, is no sign against the others."""
    size = len(repair.reading)
    if size >= LONG and len(repair.guesses) == 1 and repair.guesses[0].place == size - 1:
        return 1.0
    return repair.certain


def follows(repair: Repair) -> bool:
    """Whether a repair may be made where it is known that its channel was at work: certain to the last byte, and better."""
    return repair.proven and not repair.guesses and repair.gain > 0 and all(map(_chinese, repair.reading))


def broken_off(text: str, start: int, end: int, channel: Channel) -> bool:
    """Whether what is left of the damage stands on either side of a run, or the run is Japanese or an amount.

    A reader of single bytes leaves no rare Han characters: one that stands there is the author's.
    """
    sides = text[start - 1 : start] + text[end : end + 1]
    if is_meant(text[start:end]) or "??" in (text[max(0, start - 2) : start], text[end : end + 2]):
        return True
    return any(_strange(character, channel) for character in sides)


def _strange(character: str, channel: Channel) -> bool:
    if plausibility.is_han(character):
        return channel.read != "latin" and plausibility.char(character) < RAREST
    if "\u30a1" <= character <= "\u30fe":
        return channel.read != "latin"
    return plausibility.mark(character) <= plausibility.FOREIGN


def enough(repair: Repair) -> float:
    """How much a repair must gain: more for the shortest, as chance has more to choose from, and for the longest."""
    length = sum(character > "\x7f" for character in repair.reading)
    return max(GAIN + SHORT / max(1, length - 1), 1.2 * length) if length > 1 else GAIN + 2 * SHORT


def is_meant(text: str) -> bool:
    """Whether most of a run is kana, of which misread Chinese holds fewer, or numerals as receipts write them."""
    kana = sum("\u3041" <= character <= "\u30fe" for character in text)
    return 2 * max(kana, sum(map(NUMERALS.__contains__, text))) > len(text)


def _chinese(character: str) -> bool:
    """Whether a character is what Chinese text is made of."""
    if plausibility.is_han(character):
        return plausibility.char(character) > RAREST
    return plausibility.mark(character) > plausibility.FOREIGN
