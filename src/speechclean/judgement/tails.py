"""Where an author's sentence goes on behind a site's that was glued before it without a mark.

`本文由某某文库整理发布三个月后路修到了山顶。`: the last word of a site is 发布, and what follows reads like no site's. A
quoted name parts the two as well.
"""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness
from speechclean.judgement.voice import AUTHOR, Voice, heard_in

HAN = Pattern("[㐀-鿿]")
FEWEST_HAN, AUTHORS = 7, -2.5
"""So many characters behind the last word of a site that read worse than this are an author's."""
ENDS = frozenset('。.!?…”"')
CLOSING = frozenset("”》")
"""A quoted name ends with one."""
FEWEST_SURELY, SURELY_AUTHORS = 6, -4.5
"""So many that read worse than this are his behind an address, however short the site's last clause is: 无需登录, 免注册."""
GOES_ON = frozenset("时后前的了着过之与和或等也")
"""With these a site's own clause goes on behind its word: 转发时请勿删去本行."""
FEWEST_OF_SITE = 6
"""So many stand in a site's last clause, to which something was glued; 也希望大家多多支持我们 goes on by itself."""
MARKS = Pattern(r"[,，:：;；、~～|《》“”\s]")
"""What is parted by marks is judged as a clause of its own."""


def tail_of_author(folded: str) -> int:
    """Where the author's tail of a folded sentence begins, or its length; what ends without a mark is none."""
    if folded[-1:] not in ENDS:
        return len(folded)
    last = MARKS.compiled.split(folded)[-1]
    if (sure := _surely_behind(folded, last)) < len(folded):
        return sure
    if len(HAN.findall(last)) < FEWEST_OF_SITE + FEWEST_HAN:  # the site's last clause and the tail are one run
        return _behind_name(folded, last)
    start = _end_of_site(folded)
    tail = folded[start:]
    if (
        len(HAN.findall(MARKS.compiled.split(folded[:start])[-1])) < FEWEST_OF_SITE
        or not HAN.match(tail)
        or MARKS.search(tail)
        or len(HAN.findall(tail)) < FEWEST_HAN
    ):
        return len(folded)
    return start if likeness(tail) < AUTHORS else len(folded)


def _surely_behind(folded: str, last: str) -> int:
    """Where the author's tail begins that surely is his, in the clause behind a site's address, or its length."""
    start = max(len(folded) - len(last), _end_of_site(folded)) if len(last) > FEWEST_SURELY else len(folded)
    tail = folded[start:]
    if (
        start == len(folded) - len(last)
        or not HAN.match(tail)
        or tail[0] in GOES_ON
        or not Voice(folded).has("address")
    ):
        return len(folded)
    return start if len(HAN.findall(tail)) >= FEWEST_SURELY and likeness(tail) < SURELY_AUTHORS else len(folded)


def _behind_name(folded: str, last: str) -> int:
    """Where the clause begins that follows the quoted name of a site or its channel, if an author wrote it."""
    start = len(folded) - len(last)
    if folded[start - 1 : start] not in CLOSING or len(HAN.findall(last)) < FEWEST_HAN or not HAN.match(last):
        return len(folded)
    return start if _end_of_site(folded) <= start and likeness(last) < AUTHORS else len(folded)


def _end_of_site(folded: str) -> int:
    """Where the last word of a site ends."""
    voice = Voice(folded)
    groups = voice.audible.difference(AUTHOR)
    return max((match.end() for group in groups for match in heard_in(voice.sentence, group)), default=0)
