"""Where the word ends that an ad asks to be told, 备注街道 or 口令：防台, and an author's sentence begins without a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.judgement.seams import HALVES
from speechclean.judgement.ties import tied

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View

COMMAS = frozenset("，,、")
ASKED, NOTE, COLONS, LONGEST_WORD = frozenset(("备注", "口令", "暗号", "验证")), "备", frozenset("：:"), 4
"""What an ad asks to be told stands behind these words: mostly a word of two characters, without a mark behind it."""
OF_OTHERS = frozenset("他她它我你您这那其")
"""With these an author's sentence begins, and no such word."""


def asked(seen: View, last: int, ceiling: int) -> int:
    """The end of the word that the ad asks to be told, 备注街道 or 口令：防台, where the ad ends before it or in it."""
    forms = seen.forms
    for place in range(last, max(1, last - LONGEST_WORD), -1):
        label = place - (forms[place - 1] in COLONS)
        if "".join(forms[label - 2 : label]) not in ASKED:
            continue
        if label == place and forms[place - 2] != NOTE and forms[place - 3] not in COMMAS:
            return 0
        if not _are_han(seen, place, place + 3) or forms[place] in OF_OTHERS:
            return 0
        end = _end_of_word(seen, place)
        return end if end - 2 <= last < end + 2 and last != end <= ceiling else 0
    return 0


def _end_of_word(seen: View, start: int) -> int:
    """The end of a word of two characters, or three where the third belongs to them and not to what follows."""
    forms, end = seen.forms, start + 2
    if not _are_han(seen, end, end + 2):
        return end
    held, on = tied(forms[end - 1], forms[end]), tied(forms[end], forms[end + 1])
    return end + 1 if held >= HALVES and held > on else end


def _are_han(seen: View, first: int, last: int) -> bool:
    return seen.shapes[first:last] == "h" * (last - first)
