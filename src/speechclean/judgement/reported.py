"""Whether a piece that sounds like a site is told of, not said: what was printed, a caption, some site's words, a pattern.

And where the author's title ends that stands before a site's words in one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.edit import cut
from speechclean.core.pattern import Pattern
from speechclean.judgement.mentioned import is_named, is_shown
from speechclean.shapes import cut_line

if TYPE_CHECKING:
    from speechclean.core.document import Document, Line
    from speechclean.core.edit import Edit

_COUNT = "[一二两兩三四五六七八九十几幾数數百]"
_PRINTED = (
    r"[印写寫刻贴貼挂掛刷][着著道了的]是?|[显顯]示[着著]?|[弹彈跳][出了]|[小大红紅黑白黄黃金灰蓝藍]字"
    rf"|{_COUNT}{{1,3}}[行句个個段串条條则則][^，。：:\n]{{0,2}}(?:字|[话話]|文字|短信|消息|通知|[广廣]告|[标標][语語])"
)
PRINTED = Pattern(rf"(?:{_PRINTED})[：:][ \u3000]?[“「『]?\Z")
"""How what stands before a piece ends, where a story shows what was to be read."""
ANNOUNCING = Pattern(rf"(?:{_PRINTED}|[说說念喊问問答读讀]道?)[：:]\s*\Z")
"""How a line ends behind which a story shows what was to be read or heard."""
WITHIN = Pattern(rf"(?:{_PRINTED}|(?<![小解演评評])[说說念喊]道?)[：:](?=[^\n]{{4}})")
TOLD, COLONS = frozenset("着著道了的是示出字话話信息知告语語说說念喊"), "：:"
"""What stands before the colon of all that is announced so: most patterns need not be tried, nor compiled."""
SITES = Pattern(
    r"[编編小][者辑輯编編]|站[长長点點]|本[站书書文章网網]|客服|管理[员員]|公告|提[示醒]|[声聲]明|作者|[网網书書]友|吧主|楼主|樓主"
)
"""Who speaks for a page, and what a page calls what it says."""
NEAR, HEAD = 14, 40
"""So far before a piece, and in its beginning, an announcement stands."""
CAPTION = Pattern(
    r"[图圖表]\s?\d{1,3}[\s为為是：:.—-]|(?<!某)某(?!某)[^\s，。、“”]{0,6}?(?:文[库庫]|平[台臺]|[网網]站|[软軟]件|公[众眾][号號]|小程序)",
    first="图圖表某",
)
"""A caption, and what is said of a site that is not named."""
FINDING = Pattern(
    r"(?:[调調]查|暗[访訪]|走[访訪]|[记記]者|研究|[检檢抽]查|[审審][计計]|[统統][计計]|[数數][据據]|[报報]告|[结結]果)"
    r"[^，。：:\n]{0,6}?(?:[发發][现現]|[显顯]示|表明|[获獲][悉知]|了解到)[，,：:]",
)
"""How a sentence begins that tells what was found out."""
QUOTES = {"“": "”", "「": "」", "『": "』"}
SIGNS_OF_PATTERNS = "\\", "^(", "(?:", ".*", ")*", ")+", ")?", ")$"
"""What stands around the alternatives of a pattern."""
REACH = 200
"""A line is looked for so far before a piece."""
CLOSING = frozenset("】］]〕」』）)")
INK = Pattern(r"\S")
NUMBER = "[零〇一二三四五六七八九十百千两\\d]"
TITLE = Pattern(
    rf"(?:《[^《》\n]{{1,30}}》 ?)?(?P<chapter>第{NUMBER}{{1,7}}[章回节卷集])(?:[ \u3000][^\s\u3000，。:]{{1,16}})?(?=[ \u3000])"
    r"|[^\s\u3000,，。:【】]{4,30}(?:讲话|致辞|发言|报告|总结|体会|倡议书|[话言讲]稿|主持词)(?:[(（][^()（）]{0,12}[)）])?(?=[ \u3000])"
)


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is what a story shows or a report found, a caption, or a pattern in code."""
    if text[start - 1 : start] in ("'", '"', "`") and start and text[start] in "([":
        return True
    if (text[end - 1 : end] in CLOSING and is_named(text, end)) or _is_of_pattern(text, start, end):
        return True
    if CAPTION.search(text, start, end) or FINDING.match(text, start, end) or is_announced_in_line(text, start, end):
        return True
    if start > 1 and text[start - 1] == "\n":
        return ANNOUNCING.search(text, max(0, start - 12), start) is not None or is_shown(text, start, end)
    return False


def _is_of_pattern(text: str, start: int, end: int) -> bool:
    """Whether a piece is the alternatives of a regular expression: `^(Copyright|版权所有).*`."""
    if text.find("|", start, end) < 0:
        return False
    around = text[max(0, start - 3) : start + 3] + text[max(start + 3, end - 3) : end + 3]
    return any(map(around.__contains__, SIGNS_OF_PATTERNS))


def is_announced_in_line(text: str, start: int, end: int) -> bool:
    """Whether a narrator's words and a colon, right before a piece or in its beginning, announce what was to be read."""
    if _tells(text, start - 1) and PRINTED.search(text, max(0, start - NEAR), start):
        return SITES.search(text, _start_of_line(text, start), start) is None
    stop = min(end, start + HEAD)
    colons = [place for sign in COLONS if (place := text.find(sign, start + 1, stop)) >= 0]
    if not colons or not _one_tells(text, min(colons), stop):
        return False
    found = WITHIN.search(text, start, stop)
    return found is not None and SITES.search(text, start, found.start()) is None


def is_in_shown_quotation(text: str, start: int) -> bool:
    """Whether a quotation that is open at a place is announced as what was to be read."""
    first = _start_of_line(text, start)
    opened = max(text.rfind("“", first, start), text.rfind("「", first, start), text.rfind("『", first, start))
    if opened < 1 or not (_tells(text, opened - 1) or _tells(text, opened - 2)):
        return False
    if text.find(QUOTES[text[opened]], opened, start) >= 0:
        return False
    return PRINTED.search(text, max(first, opened - NEAR), opened + 1) is not None


def _one_tells(text: str, start: int, stop: int) -> bool:
    """Whether one of the colons between two places does."""
    for place in range(start, stop):  # noqa: SIM110  # a generator would not be compiled to C
        if _tells(text, place):
            return True
    return False


def _tells(text: str, place: int) -> bool:
    """Whether a colon stands there behind a word that tells of what was to be read."""
    return place > 0 and text[place] in COLONS and text[place - 1] in TOLD


def _start_of_line(text: str, place: int) -> int:
    floor = max(0, place - REACH)
    return text.rfind("\n", floor, place) + 1 or floor


def title_end(document: Document, line: Line) -> int:
    """Where the title ends with which the first line of a text begins; where none does, the line's start."""
    text = document.text
    if text[: line.start].strip() or not INK.search(text, line.end):
        return line.start
    found = TITLE.match(text, line.start, line.end)
    if (
        not found or text.find(found["chapter"] or found[0], line.end) >= 0
    ):  # it stands again below, this one is the site's
        return line.start
    return found.end()


def cut_behind_title(document: Document, line: Line, why: str) -> Edit:
    """Cut a line, or what stands in it behind the author's title."""
    start = title_end(document, line)
    if start > line.start:
        return cut(document.text, start, line.end, why)
    return cut_line(document.text, line.start, line.end, why)


def names_source(text: str, start: int) -> bool:
    """Whether a sentence begins with brackets behind a quotation, which tell who said it."""
    return start > 0 and text[start - 1] in "”」’』" and text[start] in "（("
