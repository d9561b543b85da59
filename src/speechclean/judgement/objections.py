"""What speaks for the author where a span is about to go as an ad: what the cut would leave, whose number it is, who says it.

Asked last, of the few spans that are ads by all else.
"""

from __future__ import annotations

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.aligned import is_of_pairs
from speechclean.judgement.alike_rows import has_alike
from speechclean.judgement.chats import is_said_in_chat
from speechclean.judgement.contacts import has_office, is_of_contacts
from speechclean.judgement.left_over import of_rest
from speechclean.judgement.span import Evidence

OFFICE = Pattern(
    r"[^\W\d_a-z](?:[部处處科室办辦]|(?<!群)[组組]|中心|总机|總機)[：: \u3000]{0,2}(?:\(?0\d{2,3}\)?[- ]?\d{7,8}[，,、； \u3000]{1,2})?"
    r"(?:[^\W\d_a-z]{1,3}(?:先生|小姐|女士|老[师師])[ \u3000])?\Z"
)
"""What stands before the number of a part of an office."""
EXTENSION = Pattern(r"(?:分[机機]|[内內][线線]) ?\d{2,6}")
PERSON = Pattern(r"\d ?[（(][^\W\d_a-z]{1,3}(?:[姨叔姐哥嫂伯]|先生|小姐|女士|太太|老[师師]|[师師]傅|[经經]理)[）)]\Z")
"""How a number ends with whom it is of, in brackets."""
RATING = Pattern(r"[^\s：:★☆]{1,8}[：:][★☆]{1,5}(?:[（(][^）)\n]{1,10}[）)])?")
BAD = Pattern(
    r"(?:反面(?:教材|例子|案例|典型)|反例|[错錯][误誤](?:示[例范]|例子|[写寫]法)|[违違][法规規][^\n。：:]{0,8}(?:用[语語]|[举舉]例|示例|例子)"
    r"|[骗騙][术術]|套路|话术)[^\n。]{0,8}[：:]?\s{0,3}\n(?:[^\n]{0,60}\n)?[^\n]{0,40}\Z"
)
"""The line above, or one more above, where an author shows what nobody should write."""
CROSSED = frozenset("×✗✘❌✖")
QUOTES = frozenset('“「『"')
SHARED = Pattern(
    r"(?:[放传傳存]|整理|打包|分享|上[传傳])[^。！？!?\n]{0,16}[网網云雲][盘盤][^。！？!?\n，,]{0,4}[，,：: ]\Z|[用从從到走][ \u3000]?\Z"
)
NETDISK = Pattern(
    r"(?:[百度夸克阿里迅雷天翼蓝奏123]{2,3})?[网網云雲][盘盤]|(?:[链鏈鍊]接)?[：: ]{0,2}https?://(?:pan|yunpan|www\.lanzou|drive)\."
)
NETDISKS = frozenset("盘盤/")
"""A link to what an author shares, and how his clause ends that leads to it."""
NEAR, FAR, NEAR_ITS_START = 40, 120, 8
PARTS = frozenset("部处處科室組组办辦心机機")
"""One of them stands in the name of an office's part."""


def objections(text: str, start: int, end: int, *, is_line: bool, is_sure: bool) -> list[Evidence]:
    """The evidence for the author of `text[start:end]`, which may fill its line, and of which the learned judge is sure."""
    found = [] if is_line else of_rest(text, start, end, is_sure=is_sure)
    row, span = text[max(0, start - NEAR) : start].rpartition("\n")[2], text[start:end]
    found += _of_owner(row, span)
    if "★" in span and RATING.fullmatch(fold(span).strip()):
        found.append(Evidence("a rating", -6.0, span))
    if _is_shown_as_bad(text, start, row):
        found.append(Evidence("shown as what nobody should write", -12.0))
    if not NETDISKS.isdisjoint(span) and NETDISK.match(span) and SHARED.search(row):
        found.append(Evidence("the author's clause leads to what he shares", -12.0, row[-4:]))
    return found + _of_line(text, start - len(row), row, span, is_line=is_line)


def _of_owner(row: str, span: str) -> list[Evidence]:
    """Whether it is told whose number it is."""
    if not PARTS.isdisjoint(row) and OFFICE.search(row):
        return [Evidence("the number of an office's part", -4.0)]
    if not PARTS.union("线線").isdisjoint(span) and EXTENSION.search(span):
        return [Evidence("the number of an office's part", -4.0)]
    return [Evidence("whose number it is", -3.0)] if span[-1] in "）)" and PERSON.search(span) else []


def _of_line(text: str, first: int, row: str, span: str, *, is_line: bool) -> list[Evidence]:
    """Whether the line that begins there is one of somebody's fields, of a list, of a chat, of a table."""
    found: list[Evidence] = []
    if not any(map(str.isalpha, row)) and has_office(span):
        found.append(Evidence("fields of its author", -9.0))
    elif len(row) <= NEAR_ITS_START and is_of_contacts(text, first):
        found.append(Evidence("one of its author's fields", -5.0))
    elif is_line and not any(sign.isascii() and sign.isalnum() for sign in span) and has_alike(text, first):
        found.append(Evidence("one of rows with a sign", -2.0))
    if is_said_in_chat(text, first):
        found.append(Evidence("said in a chat", -4.0))
    elif not row.strip() and is_of_pairs(text, first):
        found.append(Evidence("a row of pairs", -5.0))
    return found


def _is_shown_as_bad(text: str, start: int, row: str) -> bool:
    """Whether a span is quoted behind a cross, or below a line that speaks of what is wrong."""
    if QUOTES.isdisjoint(row):
        return False
    return not CROSSED.isdisjoint(row[:3]) or BAD.search(text, max(0, start - FAR), start) is not None
