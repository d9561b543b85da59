"""Lines that somebody says or writes, and no page prints.

A list with the commas of a sentence, a rating of a work, the end of an occasion, what leads to the lines below.
"""

from __future__ import annotations

from speechclean.core.pattern import Pattern

COMMA, COMMAS = "、", 3
LISTED = Pattern(r"(?:[(]\d{1,2}[)][^、\s:]{1,6}:)?(?:[^、\s:]{1,10}、){3}[^、\s:]")
"""Pages part their words with blanks and bars."""
RATED = Pattern(r"《[^》]{1,30}》.{0,8}指数: ?[★☆]{1,5}$")
OF_BOOK = Pattern(r"本[章节课](?:小结|要点|习题|练习|思考题|介绍|学习目标)")
OF_OFFICE = Pattern(
    r"(?:特)?(?:[此专谨](?:[复致令证告函呈]|[函批答]复|函[告达]|通[知告报]|报告?|公告|说明|声明|证明|呈)|敬礼)[。!]?$"
)
"""How a paper of an office ends."""
OPENING = frozenset("《本")
OPENING_OF_OFFICE = frozenset("特此专谨敬")
LONGEST_LABEL = 12
CLOSED = Pattern(
    r"(?:今[天日晚]|[本此这]次|本[届场])[^,。!]{0,8}?(?:会议|大会|[晚年班早例]会|培训|仪式|典礼|婚礼|比赛|决赛|活动|讲座|演出|联欢|课程?|汇报|宣讲|运动会|演练)"
    r"的?(?:全部|所有)"
)
"""A host closes an occasion before those who were there; a site closes a text."""


def is_said(folded: str) -> bool:
    """Whether a folded line is one of them."""
    if folded.count(COMMA) >= COMMAS and LISTED.match(folded):
        return True
    if folded[0] in OPENING and (RATED.match(folded) or OF_BOOK.match(folded)):
        return True
    if folded[0] in OPENING_OF_OFFICE and OF_OFFICE.match(folded):
        return True
    return _introduces(folded) or closes_occasion(folded)


def _introduces(line: str) -> bool:
    """Whether a sentence leads to what stands below it: an author's, who goes on."""
    return (
        line.endswith(":") and line.count(":") == 1 and len(line) > LONGEST_LABEL and ("," in line or line[0] == "请")
    )


def closes_occasion(folded: str) -> bool:
    """Whether a folded sentence closes an occasion."""
    return ("全部" in folded or "所有" in folded) and CLOSED.search(folded) is not None
