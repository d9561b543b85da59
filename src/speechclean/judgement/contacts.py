"""Whether a line is of somebody's contacts: fields with labels, of several kinds, in the line or in those beside it.

An ad names one channel and calls; who gives a telephone, an address and a mail box signs what he wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.core.pattern import Pattern
from speechclean.judgement.lines import line_beside, line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {
    "phone": "电话|手机|热线|tel|mobile|phone",
    "mail": "e-?mail|邮箱|信箱|电邮|邮件",
    "account": "微信号?|qq号?群?|line(?: ?id)?|whatsapp|wechat|skype|telegram|抖音号?|小红书|微博|公众号|视频号|b站",
    "site": "网址|官网|网站|主页|github|博客",
    "place": "地址|住址|现居|工作室|邮编|传真|fax",
}
"""The labels of each kind of field."""
FIELD = Pattern(
    r"(?<![\w@.])[^\W\d_a-z]{0,6}?(?:"
    + "|".join(f"(?P<{kind}>{labels})" for kind, labels in KINDS.items())
    + r")[^\W\d_a-z]{0,4}(?: ?[:/]|[ \u3000](?=[a-z\d+@(]))[ \u3000]?(?=[^\s:])",
)
PREFIX = Pattern(
    r"(?:\W|[\d一二三四五六七八九十]){0,6}(?:[^\W\d_a-z]{0,2}(?:联[系络]|联系方式|联络方式)[我人]?[: \u3000])?[ \u3000]?"
)
"""What may stand before the first field: a number, 联系：."""
MAIL = Pattern(r"[a-z0-9][\w.+-]{1,30}@[a-z0-9-]{1,30}\.[a-z]{2,4}")
PHONE = Pattern(r"(?<![\d-])(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4})(?!\d)")
FIXED = Pattern(r"(?<!\d)0\d{2,3}[- ]?\d{3,4} ?\d{4}(?!\d)|(?<![\d ])[2-9]\d{3} \d{4}(?![\d ])")
CALLING = Pattern(
    "加[我薇威v]|领取|免费(?!送|寄)|资料|代[写办开]|下载|全文|获取|更多|扫码|添加|本[站网]|版权|侵[权删]|举报|站长|在线编辑|广告|备案|icp|©|招商|加盟|原创|优惠"
)
"""What an ad or a page says beside its contacts."""
SEPARATORS = frozenset(":：@/ \u3000")
"""Between a label and what it is the label of stands one of them."""
LONGEST, REACH, LONGEST_PERSON = 120, 4, 60
"""No line of fields is longer, none with a person; so many lines above and below are looked at."""
LONGEST_HEADING = 10
SEVERAL, OF_BLOCK = 2, 3
"""So many kinds of fields in one line are a person's, and so many fields in a block."""


def is_of_contacts(text: str, first: int) -> bool:
    """Whether the line that begins there holds fields of a person, or one in a block of such lines."""
    own = _fields(text, first)
    if not own:
        return _heads_person(text, first)
    kinds = {kind for kind, _ in own}
    if len(kinds) >= SEVERAL and "mail" in kinds:
        return True
    block = set(own)
    for fields in (*_beside(text, first, -1), *_beside(text, first, 1)):
        if len(own) >= SEVERAL and [kind for kind, _ in fields] == [kind for kind, _ in own]:
            return True
        block.update(fields)
    return len(block) > len(own) and len(block) >= OF_BLOCK and len({kind for kind, _ in block}) >= SEVERAL


def _heads_person(text: str, first: int) -> bool:
    """Whether the line is a word above one with a person's mail and telephone: 媒体联系."""
    end = line_end(text, first)
    if end - first > LONGEST_HEADING or end == len(text):
        return False
    return {"mail", "phone"}.issubset(kind for kind, _ in _fields(text, end + 1))


def has_office(line: str) -> bool:
    """Whether a line is made of several kinds of fields, and one of the numbers is no mobile telephone's."""
    fields = _fields(line, 0)
    return len({kind for kind, _ in fields}) >= SEVERAL and FIXED.search(fold(line)) is not None


def _beside(text: str, first: int, step: int) -> Iterator[list[tuple[str, str]]]:
    """The fields of the lines above or below one, up to the first without."""
    for _ in range(REACH):
        first = line_beside(text, first, step)
        fields = _fields(text, first) if first >= 0 else []
        if not fields:
            return
        yield fields


def _fields(text: str, first: int) -> list[tuple[str, str]]:
    """The kind and the label of each field that a line is made of; none where it calls, or is a sentence."""
    end = line_end(text, first)
    row = text[first:end].strip() if end - first <= LONGEST else ""
    if "。" in row or SEPARATORS.isdisjoint(row):
        return []
    line = fold(row)
    if CALLING.search(line):
        return []
    if "@" in line and len(line) <= LONGEST_PERSON and MAIL.search(line) and PHONE.search(line):
        return [("mail", "@"), ("phone", "")]
    found = [(match.lastgroup or "", match[0]) for match in FIELD.finditer(line)]
    return found if found and _begins(line) else []


def _begins(line: str) -> bool:
    """Whether a line begins with a field, or with a number or a name and several."""
    first = next(FIELD.finditer(line))
    prefix = PREFIX.match(line)
    return first.start() <= (prefix.end() if prefix else 0) or _is_name(line[: first.start()], line)


def _is_name(before: str, line: str) -> bool:
    """Whether a short name with a blank behind it stands before the first of several fields."""
    return len(before) <= 20 and before[-1:] in " \u3000" and sum(1 for _ in FIELD.finditer(line)) >= SEVERAL
