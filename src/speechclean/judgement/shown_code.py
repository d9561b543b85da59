"""Whether a line is one of some lines of code that the line above them announces: an author shows how a page is made.

Extractors leave markup around an author's sentences; code that is shown holds none, and what is announced is code.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.listing import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

ANNOUNCES = Pattern(
    r"(?:代[码碼]|[脚腳]本|[样樣]式|[标標][记記签籤]|[源模][码碼文板]|[页頁][脚腳眉面]|[网網][页頁]|表[单單]|元素|[属屬]性|[语語]句|命令|函[数數]|"
    r"[结結][构構]|骨架|布局|[长長](?:成)?[这這][样樣]|[写寫]法|例子|典型的|[这這]样的?|[这這]样的[东東]西|改[用成为為]|第[一二三四五六七八九十\d]{1,3}行|[一两兩几幾][个個](?:[链鏈]接|按[钮鈕]|表格|[图圖]片|[标標][题題])"
    r"|[写寫][成作]|HTML|CSS|JS|SQL|JavaScript)[^\n。]{0,16}[：:]\Z"
)
"""How a line ends that announces code."""
HEADED = Pattern(
    r"(?<![^\n])[ \t\u3000]{0,4}(?:示例|例|(?:\d{1,2}[.、 ]{1,2}){1,3}(?:(?:返回|响应|请求|输出)(?:示例|结果|参数|内容|报文)?|示例))"
    r"[一二三四五六七八九\d]{0,2}[ \t]*\n(?=[ \t]{0,8}[<{])",
)
"""A heading under which code stands: 示例一, 3 返回."""
OPENING = "<{}()[];.#$@/*&"
"""What a line of code begins with that does not begin with a letter."""
SIGNS = frozenset("({=;<>}")
"""One of them stands in a line of code that does."""
ENDS = "：\n", ":\n"
MADE = Pattern(
    r"=[\"']|\n[ \t]+[<}\w]|[{};]|<(?:form|script|style|footer|header|nav|html|head|body|meta|input|button)\b"
)
"""What code holds besides the plain tags that extractors leave around paragraphs."""
MOST, LONGEST, REACH = 30, 300, 60
"""So many lines at most are shown together, none longer; so much of the announcing line is read."""


def is_shown_code(text: str, start: int) -> bool:
    """Whether the line in which a place stands is a line of code that was announced, or is one of a listing."""
    return is_announced_code(text, start) or is_listed(text, start)


def is_announced_code(text: str, start: int) -> bool:
    """Whether the line in which a place stands is a line of code that was announced, by itself or with those above it."""
    floor = max(0, start - LONGEST)
    first = text.rfind("\n", floor, start) + 1
    if first <= floor > 0 or not _is_code(text, first):
        return False
    blocks = _blocks(text)
    behind = bisect_right(blocks, (start, len(text)))
    return behind > 0 and start < blocks[behind - 1][1]


@lru_cache(maxsize=2)
def _blocks(text: str) -> list[tuple[int, int]]:
    """From where to where the announced lines of code stand; several rules ask of each line."""
    blocks: list[tuple[int, int]] = []
    reached = 0
    headed = {match.end() for match in HEADED.compiled.finditer(text)}
    for first in sorted(headed.union(place for sign in ENDS for place in _places(text, sign))):
        if first >= reached and (first in headed or _announces(text, first)):
            reached = _behind_code(text, first)
            if reached > first and MADE.search(text, first - 1, min(reached, len(text))):
                blocks.append((first, reached))
    return blocks


def _places(text: str, sign: str) -> Iterator[int]:
    """Where the lines begin that follow one with this end."""
    place = text.find(sign)
    while place >= 0:
        yield place + len(sign)
        place = text.find(sign, place + 1)


def _announces(text: str, first: int) -> bool:
    """Whether the line above the one that begins there announces code."""
    above = max(text.rfind("\n", max(0, first - REACH), first - 1) + 1, first - REACH)
    return ANNOUNCES.search(text, above, first - 1) is not None


def _behind_code(text: str, first: int) -> int:
    """Where the first line begins from `first` on that is none of code."""
    for _ in range(MOST):
        if not _is_code(text, first):
            break
        first = _end(text, first) + 1
    return first


def _is_code(text: str, first: int) -> bool:
    """Whether the line that begins there is one of code, and holds no sentence."""
    line = text[first : _end(text, first)].strip()
    if not line or ("。" in line and line[0] + line[-1] != "<>"):
        return False
    return line[0] in OPENING or (line[0].isascii() and line[0].isalpha() and not SIGNS.isdisjoint(line))


def _end(text: str, first: int) -> int:
    """Where the line ends that begins there; a longer one is none of code, and ends where it begins."""
    end = text.find("\n", first, first + LONGEST)
    return end if end >= 0 else len(text) if len(text) - first <= LONGEST else first
