"""Whether a line is an author's reference, or the header of his references: numbered lines below 参考文献 or 注释."""

from __future__ import annotations

from speechclean.core.pattern import Pattern

HEADER = Pattern(
    r"[ \t\u3000【\[]{0,4}(?:(?:主要)?[参參]考(?:文[献獻]|[资資]料|[书書]目)|引用(?:文[献獻]|[书書]目)|"
    r"[注註][释釋]|[脚腳尾]注|References)[】\]：: \t\u3000]{0,3}(?=\n|\Z)"
)
NUMBERED = Pattern(
    r"[ \t\u3000]{0,4}(?:\^ ?)?(?:[\[［〔(（]\d{1,3}[\]］〕)）]|\d{1,3}(?![\d年月日:：/-])|[①-⑳])"
    r"[.．、↑^ \u3000]{0,3}(?:[^\W\d]|[《“‘\"（(<])"
)
OPENING = frozenset("参參主引注註脚腳尾【R[［〔(（^0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""What the lines begin with that are matched with these two, but for blanks."""
MOST, LONGEST = 60, 400
"""So many references are followed up to their header, none longer."""


def is_reference(text: str, first: int) -> bool:
    """Whether the line that begins at a place is one of numbered references below their header, or that header."""
    if text[first : first + 5].lstrip()[:1] not in OPENING:
        return False
    if HEADER.match(text, first):
        below = text.find("\n", first) + 1
        return below > 0 and NUMBERED.match(text, below) is not None
    for _ in range(MOST):
        if not NUMBERED.match(text, first):
            return False
        above = text.rfind("\n", max(0, first - LONGEST), max(0, first - 1)) + 1
        if above >= first:
            return False
        if HEADER.match(text, above):
            return True
        first = above
    return False
