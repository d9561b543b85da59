"""Removes the readings that a site put behind plain characters against copying: `推進(jìn)`, `黨(dang)(dang)的(de)`.

Readings of rare characters, unusual readings that a text explains, and primers stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import Cuts, Reason
from speechclean.core.rule import Example, Rule, Summary
from speechclean.rules.glosses.glossed import bracketed
from speechclean.rules.glosses.kit import bracketed_kit, judged, orphans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.core.document import Document
    from speechclean.core.edit import Edit
    from speechclean.rules.glosses.kit import Kit

NAME = "glosses-brackets"
TONED = tuple("āáǎàōóǒòēéěèīíǐìūúǔùǘǚǜăĕĭŏŭ")
ENDINGS = (*"aeiounrgɑɡ \u3000", *TONED, *"\u0300\u0301\u0304\u0306\u030c")
"""What a syllable ends in, written with its tone or without, and a blank behind it."""


def find(document: Document) -> Iterable[Edit]:
    """Cut the glosses where they are a kit's; in a sparse one, what a reader may need stays."""
    kit = document.fact(bracketed_kit)
    if not kit.is_noise:
        return ()
    return Cuts(document.text, taken(document, kit), Reason(NAME, f"{kit.plain} plain characters glossed"))


def taken(document: Document, kit: Kit) -> list[tuple[int, int]]:
    """The spans of the glosses that are a kit's."""
    text = document.text
    found = left = kit.glosses if text == document.original else bracketed(text)
    spans: list[tuple[int, int]] = []
    rest = kit
    while rest.is_noise:  # what is left by itself may look like a kit again
        more = rest.taken(text, left)
        spans = sorted([*spans, *more]) if spans else more
        if not more or len(more) == len(left.spans):
            break
        left = left.less(more)
        rest = judged(text, left)
    if others := orphans(text, kit, found.others):
        spans = sorted([*spans, *others])
    return spans


RULE = Rule(
    name=NAME,
    summary=Summary("Pinyin in brackets behind plain characters", "括号注音（防抓取）"),
    find=find,
    triggers=tuple(letter + bracket for letter in ENDINGS for bracket in ")]】"),
    examples=(
        Example("推進(jìn)農業改革，關鍵(jiàn)是優化產(chǎn)業布局。", "推進農業改革，關鍵是優化產業布局。"),
        Example("安(an)全(quan)生產(chan)(chan)的(de)(de)責任落實(shi)到人(ren)", "安全生產的責任落實到人"),
        Example.keep("亳(bó)州古称谯城，饕餮(tāo tiè)是凶兽。", why="rare characters"),
        Example.keep("叶公好(hào)龙，不是好(hǎo)坏的好；否(pǐ)极泰来，不是是否(fǒu)的否。", why="readings explained"),
    ),
)
