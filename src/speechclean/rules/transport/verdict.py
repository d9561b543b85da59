"""What to do about a window that may be mojibake: an edit where the repair is proven and better, a note where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.edit import swap
from speechclean.core.note import Note
from speechclean.core.pattern import Pattern
from speechclean.lexicon import load
from speechclean.rules.transport.depth import again
from speechclean.rules.transport.repair import repairs
from speechclean.rules.transport.suspects import suspects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.core.rule import Find
    from speechclean.rules.transport.channels import Channel
    from speechclean.rules.transport.repair import Repair

GAIN, SHORT = 6.0, 8.0
"""How much likelier, in log10, a repair must be than what stands; one of two characters by SHORT more, of three by half of it …"""
WORST = -4.3
"""The worst score of Chinese that is still plausible: names and rare words in a short run."""
RAREST = -6.5
"""Rarer characters are no sign of good Chinese."""
CERTAIN = 0.9
"""How much of a repair must be certain: with one character in ten guessed, the rest tells that the guess is near."""
SUBJECT = Pattern(
    r"乱码|亂碼|编码|編碼|解码|解碼|转码|轉碼|字符集|字元集|锟斤拷|(?i:\bmojibake\b|\bgbk\b|\bgb ?18030\b|\bgb ?2312\b|\bbig-?5\b"
    r"|(?<!encoding=.)(?<!charset=.)\butf-?8\b|\blatin-?1\b|\biso-?8859|\bcp-?1252\b|\bgetbytes\b|\bencodings?\b(?!=))"
)


def reread(channel: Channel, lexicon: str) -> Find:
    """The `find` of a rule that repairs what one channel made; `lexicon` holds its signs."""

    def find(document: Document) -> Iterator[Edit | Note]:
        for window in suspects(document, frozenset(load(lexicon)), channel):
            found = list(repairs(document.text, window.start, window.end, channel))
            if not any(accepted(repair) for repair in found):
                found = list(again(document.text, window.start, window.end, channel)) or found
            for repair in found:
                yield from _settled(document, repair, channel)

    return find


def _settled(document: Document, repair: Repair, channel: Channel) -> Iterator[Edit | Note]:
    text = document.text
    old = text[repair.start : repair.end]
    if accepted(repair) and not is_subject(text, repair):
        guessed = f", {len(repair.guesses)} of {len(repair.reading)} characters by likelihood" if repair.guesses else ""
        evidence = f"{repair.label or channel.label}{guessed}; likelier by 10^{repair.gain:.0f}"
        yield swap(text, repair.start, repair.end, repair.reading, evidence)
    elif repair.gain >= GAIN:
        yield Note("mojibake", repair.start, repair.end, old, reading=repair.reading, certain=round(repair.certain, 2))


def accepted(repair: Repair) -> bool:
    """Whether the repair gives back what stands when it is damaged again, and is clearly better Chinese."""
    return (
        repair.proven
        and len(repair.reading) > 1
        and repair.gain >= max(GAIN + SHORT / (len(repair.reading) - 1), 1.2 * len(repair.reading))
        and repair.certain >= CERTAIN
        and plausibility.score(repair.reading) >= WORST
        and sum(map(_chinese, repair.reading)) >= CERTAIN * len(repair.reading)
    )


def _chinese(character: str) -> bool:
    """Whether a character is what Chinese text is made of."""
    if plausibility.is_han(character):
        return plausibility.char(character) > RAREST
    return plausibility.mark(character) > plausibility.FOREIGN


def is_subject(text: str, repair: Repair) -> bool:
    """Whether the line of a run, or the one before or behind it, speaks of encodings: then the mojibake is shown on purpose."""
    start = text.rfind("\n", 0, max(0, text.rfind("\n", 0, repair.start))) + 1
    after = text.find("\n", repair.end)
    end = text.find("\n", after + 1) if after >= 0 else -1
    around = (
        text[max(start, repair.start - 200) : repair.start]
        + "\n"
        + text[repair.end : end if 0 <= end < repair.end + 200 else repair.end + 200]
    )
    return SUBJECT.search(around) is not None
