"""What a cut would leave of its sentence: a unit without its number, a word or two of a clause, a list without its end.

An ad that was set into a text leaves the text; where the rest is a piece of a clause, the span is the author's.
"""

from __future__ import annotations

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.likeness import likeness
from speechclean.judgement.span import Evidence

UNIT = Pattern(
    r" ?(?:公[里斤分顷]|千[米克瓦]|[厘毫]米|平方|小[时時]|分[钟鐘]"
    r"|[名位个個次天年月日周人元块塊折岁歲条條项項篇米吨杯碗台套件间間层層楼樓号號届章节页頁本册份张張倍点點秒斤](?![信群号]))"
)
"""What a number counts."""
LONGEST_COUNT = 4
"""A number of more digits at the end of a span is an account's."""
LEADING = frozenset("约約共第每超近满滿达達逾仅僅至")
"""Behind them stands a number."""
BEFORE_OBJECT, NEAR_END = 6, 14
REACH, OF_PAGE = 200, 1.5
"""So far beside a span its line is read; one that reads so well is a page's, whose ad was cut too short."""
ALTERNATIVE = Pattern(r"[，,、] ?(?:或|或者|也可|及|以及|和|并)")
"""How a sentence goes on that gives something else, too."""
NAME = Pattern(r"(?<![\w.])[A-Za-z]{2,12}\Z")
OF_NAME = Pattern(r" ?(?:版(?!本|权)|系统|软件|格式|文件|协议|接口|插件)")
"""What a name in Latin letters is of."""
LONGEST_PIECE, MARKS = 4, frozenset("，。！？；,!?;”」』\n")
"""A word or two before the next mark."""
WHOLE = frozenset("谢謝再散敬鞠完加欢歡祝你您大各同朋")
"""How a sentence or a clause begins that has as few."""
ENDING = frozenset("。！？；!?;”」』\n")
COMMAS = frozenset("，,、：:；;")
STARTS = frozenset("。！？!?\n”」』")
COMMA = "、"
WANTING = Pattern(r"(?:[先请請可再]到|登[录錄陆陸]|[访訪][问問]|[参參][见見]|可以用|可用|[详詳][见見])[ \u3000]?\Z")
WANTED = frozenset("到录錄陆陸问問见見用")
"""How a sentence ends that lacks an address."""


def of_rest(text: str, start: int, end: int, *, is_sure: bool) -> list[Evidence]:
    """The evidence that the sentence around `text[start:end]` would be broken without it, where its line is no page's.

    Of an ad of which the learned judge `is_sure` the tail is left at most.
    """
    found = _broken(text, start, end, is_sure=is_sure)
    if not found:
        return []
    first = text.rfind("\n", max(0, start - REACH), start) + 1 or max(0, start - REACH)
    line = text[first : end + REACH].partition("\n")[0]
    return [] if likeness(fold(line)) >= OF_PAGE else found


def _broken(text: str, start: int, end: int, *, is_sure: bool) -> list[Evidence]:
    if _parts_number(text, start, end):
        return [Evidence("parts a number from what it counts", -9.0, text[end - 1 : end + 2])]
    if not is_sure and (rest := _piece(text, start, end)):
        return [Evidence("leaves a piece of a clause", -6.0, rest)]
    if text[end : end + 1] in COMMAS and ALTERNATIVE.match(text, end) and (text[start - 1 : start] or "\n") in STARTS:
        return [Evidence("leaves a sentence without its beginning", -6.0, text[end : end + 3])]
    if text[end - 1].isascii() and OF_NAME.match(text, end) and NAME.search(text, max(start, end - NEAR_END), end):
        return [Evidence("parts a name from what it is of", -4.0, text[end - 2 : end + 2])]
    return _cut_short(text, start) if _ends_sentence(text, end) else []


def _cut_short(text: str, start: int) -> list[Evidence]:
    """Whether a sentence that ends where a span begins would lack the rest of a list, or an address."""
    if start and text[start - 1] == COMMA:
        return [Evidence("leaves a list without its end", -4.0, text[start - 1 : start + 2])]
    if text[max(0, start - 2) : start].strip()[-1:] in WANTED and WANTING.search(
        text, max(0, start - BEFORE_OBJECT), start
    ):
        return [Evidence("leaves a sentence without its object", -4.0, text[max(0, start - 2) : start])]
    return []


def _parts_number(text: str, start: int, end: int) -> bool:
    """Whether a span ends between a number and what it counts, or before the number that its last word announces."""
    if text[end - 1] in LEADING:
        return text[end : end + 2].lstrip()[:1].isdigit()
    if not text[end - 1].isdigit() or not UNIT.match(text, end):
        return False
    digits = end - 1
    while digits > start and text[digits - 1].isdigit():
        digits -= 1
    return end - digits <= LONGEST_COUNT and (digits == start or _is_han(text[digits - 1]))


def _piece(text: str, start: int, end: int) -> str:
    """The word or two that stand behind a span up to the next mark, where a clause begins with the span."""
    before = text[start - 1 : start] or "\n"
    if before not in COMMAS and before not in STARTS:
        return ""
    stop = end
    while stop < len(text) and stop - end <= LONGEST_PIECE and _is_han(text[stop]):
        stop += 1
    mark = text[stop : stop + 1] or "\n"
    if not end < stop <= end + LONGEST_PIECE or mark not in MARKS or not _is_han(text[end - 1]) or text[end] in WHOLE:
        return ""
    return text[end:stop] if before in COMMAS or mark in ENDING else ""


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _ends_sentence(text: str, end: int) -> bool:
    return end == len(text) or text[end - 1] in ENDING or text[end] in ENDING
