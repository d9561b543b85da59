"""Leaves to the author what a span that is foreign took of his at its ends: a number, a sentence behind a frame, a label."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern
from speechclean.judgement.evidence import DECORATION, PRIVATE
from speechclean.judgement.seams import ENDS, PAIRS
from speechclean.judgement.standing import HOSTS
from speechclean.judgement.tokens import ACCOUNTS
from speechclean.judgement.written import NUMERALS

if TYPE_CHECKING:
    from speechclean.judgement.foreign import Gains
    from speechclean.judgement.tokens import View

PAPER = Pattern(
    r"[(（]?(?:中图分类号|文献标识码|文章编号|关键词|收稿日期|指导[老教]师)[:：]",
    first="(（",
    heads="中图 文献章 关键 收稿 指导",
)

WHENCE = Pattern(
    r"(?:本文|原文|文章|此文|全文|稿件|内容|资料|本资料)(?:系|是|均)?(?:转载自?|转自|摘自|出自|来自|来源[于自]?|选自|整理自)",
    heads="本文资 原文 文章 此文 全文 稿件 内容 资料",
)
"""With this begins what says whence a text is."""
FAR_FROM_CORE, MORE = 8, 100
"""So many tokens behind the last of an ad a number is not its own, if the span gains so much more without it, in hundredths."""
CALL = "A"
"""What is a call and nothing else may be any verb."""
CELLS = 2
VALUES = frozenset(("n1", "n2", "n3", "n4"))
NUMBERS = "nle"
"""The shapes of tokens that may be the number of a list."""
UNIT_SIGNS = frozenset("%‰℃°")
FEWEST, BEFORE_PERSON = 6, 8
"""An ad has so many tokens before a person; and so many before him may be the author's, too."""
PERSONS = frozenset(
    (
        "老师",
        "老師",
        "师傅",
        "師傅",
        "师兄",
        "師兄",
        "师姐",
        "學長",
        "学长",
        "学姐",
        "掌柜",
        "经理",
        "队长",
        "校长",
        "院长",
    )
)
CALLED = frozenset("找加问問寻尋询詢由给給跟系繫王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅小")
"""Before a person: the reader is to turn to him, or it is his name, which an ad gives."""
DOES = frozenset("跟说說问問答笑拿指望叹嘆听聽走站坐讲講递遞摸摇搖抬端把将將让讓叫骂罵又才却卻就也没沒从從")
"""With these goes on what tells of somebody."""
HELD = (PRIVATE - {"word"}) | HOSTS
OWN = frozenset("CPA")
CORE, WORDS_OF_ADS = frozenset("CPSA"), frozenset("CPSO")


def trimmed(seen: View, kinds: list[str], left: int, right: int) -> tuple[int, int]:
    """The first token of the span and the one behind it, without what is the author's."""
    left, right = _without_number(seen, left, right), _framed_end(seen, kinds, left, right)
    left, right = _between_labels(seen, left, right)
    return _behind_author(seen, kinds, left, right), _without_list_number(seen, left, right)


def short_of_number(seen: View, kinds: list[str], sums: Gains, span: tuple[int, int]) -> tuple[int, int]:
    """The span that ends in a bare number of the author's, `选 1 还是选 2`, ended where it gains more: soon behind the ad."""
    first, last = span
    number = last - 1 if seen.shapes[last - 1] != "b" else last - 2
    if number <= first or seen.forms[number] not in VALUES:
        return span
    core = next((n for n in range(number - 1, first, -1) if _is_core(seen, kinds, n) and kinds[n] != CALL), first)
    if number - core < FAR_FROM_CORE:
        return span
    best = max(range(core + 1, number), key=lambda end: sums.gain(first, end))
    return (first, best) if sums.gain(first, best) > sums.gain(first, last) + MORE else span


def short_of_author(seen: View, kinds: list[str], sums: Gains, span: tuple[int, int]) -> tuple[int, int]:
    """The span without the beginning of the author's next sentence: behind its own bracket, or with whom that tells of."""
    first, last = span
    if closed := _closed(seen, kinds, first, last):
        return (first, closed) if sums.gain(first, closed) > sums.gain(first, last) + MORE else span
    person = _subject(seen, kinds, first, last)
    if not person:
        return span
    ends = range(max(first + 1, person - BEFORE_PERSON), person + 1)
    most = max(sums.gain(first, end) for end in ends) - MORE
    return first, next(end for end in reversed(ends) if sums.gain(first, end) >= most)


def _closed(seen: View, kinds: list[str], first: int, last: int) -> int:
    """The end of the bracket that the span begins with, where its account is in that and none behind; 0 where not so."""
    closing = PAIRS.get(seen.forms[first])
    if not closing or closing not in seen.forms[first : last - 1]:
        return 0
    end = seen.forms.index(closing, first) + 1
    inside = HELD.isdisjoint(seen.forms[first:end])
    return 0 if inside or any(_is_own(seen, kinds, number) for number in range(end, last)) else end


def _is_own(seen: View, kinds: list[str], number: int) -> bool:
    form, kind = seen.forms[number], kinds[number]
    return form in HELD or form in DECORATION or not OWN.isdisjoint(kind)


def _subject(seen: View, kinds: list[str], first: int, last: int) -> int:
    """Where the person stands that the span ends with, if a verb behind it tells what he does; 0 where not so."""
    person = last - 2
    if person - first < FEWEST or last == len(seen.forms) or seen.forms[last] not in DOES:
        return 0
    if "".join(seen.forms[person:last]) not in PERSONS or not OWN.isdisjoint(kinds[person - 1]):
        return 0
    return person if seen.forms[person - 1] not in CALLED else 0


def _behind_author(seen: View, kinds: list[str], first: int, last: int) -> int:
    """The start behind the cells of a table's row, or where the ad says whence the text is: what is before is the author's."""
    behind = _behind_cells(seen, kinds, first, last) if _may_hold_cells(seen, first, last) else None
    if behind is not None:
        return behind
    return first if HOSTS.isdisjoint(seen.forms[first:last]) else _whence(seen, kinds, first, last)


def _behind_cells(seen: View, kinds: list[str], first: int, last: int) -> int | None:
    """The start behind the cells of a row; None where these are none."""
    core = next((n for n in range(first, last) if _is_core(seen, kinds, n)), last)
    cells = [n for n in range(first + 1, core) if seen.forms[n] in VALUES and _is_wide(seen, n - 1)]
    if len(cells) < CELLS:
        return None
    behind = cells[-1] + 1
    while behind < core and seen.forms[behind] in UNIT_SIGNS:
        behind += 1
    return behind if behind < last else first


def _whence(seen: View, kinds: list[str], first: int, last: int) -> int:
    """The start where the ad says whence the text is."""
    found = WHENCE.search(seen.text, seen.starts[first], seen.starts[last])
    if not found:
        return first
    start = bisect_left(seen.starts, found.start())
    plain = all(
        shape == "h" and not WORDS_OF_ADS & set(kind)
        for shape, kind in zip(seen.shapes[first:start], kinds[first:start], strict=True)
    )
    return start if plain else first


def _may_hold_cells(seen: View, first: int, last: int) -> bool:
    """Whether as many values and blanks stand there as make the cells of a row: values are tokens of numbers or Latin letters."""
    shapes = seen.shapes
    values = shapes.count("n", first, last) + shapes.count("l", first, last)
    return values >= CELLS and shapes.count("b", first, last) >= CELLS


def _is_core(seen: View, kinds: list[str], number: int) -> bool:
    """Whether the token is an account or a word of ads."""
    form = seen.forms[number]
    return form in ACCOUNTS or form in HOSTS or form in DECORATION or bool(CORE & set(kinds[number]))


def _is_wide(seen: View, number: int) -> bool:
    """Whether the token is a blank as cells are parted with."""
    return seen.shapes[number] == "b" and (
        seen.starts[number + 1] - seen.starts[number] > 1 or seen.text[seen.starts[number]] == "\t"
    )


def _without_list_number(seen: View, first: int, last: int) -> int:
    """The end before the number of a list, ①, whose next number follows: there the author's list begins."""
    if seen.shapes[last - 1] not in NUMBERS:
        return last
    start, end = seen.squeezed.source(seen.starts[last - 1], seen.starts[last])
    sign = seen.window[start:end]
    listed = len(sign) == 1 and "①" <= sign < "⑳" and chr(ord(sign) + 1) in seen.window[end:]
    return last - 1 if listed and last - first > 1 else last


def _without_number(seen: View, first: int, last: int) -> int:
    """The start without a speaker's `二要` or `三是`, behind which the ad was put into his sentence."""
    if seen.forms[first] not in NUMERALS:
        return first
    at_start = first == 0 or seen.forms[first - 1] in ENDS
    goes_on = last < len(seen.forms) and seen.shapes[last] == "h" and last - first > 3
    numbered = seen.forms[first + 1 : first + 2] in (["要"], ["是"])
    return first + 2 if at_start and goes_on and numbered else first


def _framed_end(seen: View, kinds: list[str], first: int, last: int) -> int:
    """The end at the signs with which the ad begins, where nothing behind them is one's account: `👇👇 … 👇👇`."""
    forms, sign = seen.forms, seen.forms[first]
    if sign not in DECORATION or forms[first + 1 : first + 2] != [sign]:
        return last
    end = _last_pair(forms, sign, first, last)
    own = [
        form
        for form, kind in zip(forms[end:last], kinds[end:last], strict=True)
        if form in PRIVATE or form in HOSTS or "C" in kind or "P" in kind
    ]
    return last if own else end


def _last_pair(forms: list[str], sign: str, first: int, last: int) -> int:
    """The end of the last two such signs between two tokens, the second one where there are none."""
    return next((n for n in range(last - 1, first + 2, -1) if forms[n] == forms[n - 1] == sign), last - 1) + 1


def _between_labels(seen: View, first: int, last: int) -> tuple[int, int]:
    """The span without what a paper's or a pupil's label stands before: `中图分类号：F724.6`, `（指导老师：葛青禾）`."""
    found = PAPER.search(seen.text, seen.starts[first], seen.starts[last])
    if not found:
        return first, last
    text = seen.words(first, last)
    start = seen.starts[first]
    if found.start() - start > 1:
        return first, max(first + 1, bisect_left(seen.starts, found.start()))
    behind = found.end() - start
    closed = text.find(")", behind) + 1 or text.find("）", behind) + 1
    return (
        (bisect_left(seen.starts, seen.starts[first] + closed), last)
        if found[0][0] in "(（" and 0 < closed < len(text)
        else (first, last)
    )
