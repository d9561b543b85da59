"""Reads one line as the items of a web page: controls, counters, labels with values, dates, and plain text.

A line is judged by what it is made of: all of it must be explained, a text between the items speaks for the author.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from speechclean import lexicon
from speechclean.core.pattern import Pattern

ITEM = Pattern(
    r"(?P<date>(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ t]*\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}[-/月]\d{1,2}日?[ t]+\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<address>https?://[!-~]+|[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,3}\.(?:com|cn|net|org|cc|info|top|la)\b[!-;=~]*)"
    r"|(?P<number>[约共第#+]{0,2}\d[\d.,]*(?:[万亿千百kwm]?(?:kb|mb|gb|b|次|人次|人|条|页|字|篇|个|分钟|分|秒|元|%|楼|级|k|w|x|币|积分|金币|星|赞)?)\+?(?![㐀-鿿]))"
    r"|(?P<word>a ?[+-]+(?![a-z])|[a-z0-9_@$^%+.?!…。一-鿿㐀-䶿々!]+)"
    r"|(?P<quoted>[“\"「『《‘][^”\"」』》’\n]{0,40}[”\"」』》’])"
)
GAP = Pattern(r"[|/·•、;]|[ \t\u3000]{2,}|\u3000|\t|[\[\]【】()]|>")
CRUMB = Pattern(r"[>»›→/:|-]+|[»›]")
LABEL_END = Pattern(r"[ \t]*[\])】]?[ \t]*:")
COUNT_BEHIND = Pattern(r"[ \t]*[(\[【:]?[ \t]*\d[\d.,]*[万k次]?\+?[ \t]*[)\]】]?")
BULLET = Pattern(r"(?:[-*+]|\d{1,2}\.) ")


class Item(NamedTuple):
    """A piece of a line with its kind: date, address, number, control, plain, section, label, byline, value or text."""

    kind: str
    start: int
    end: int
    weight: float = 0.0


@dataclass(slots=True)
class Reading:
    """What a line is made of. `weight` is the evidence for furniture, `text` the characters nothing explains."""

    items: list[Item] = field(default_factory=list)
    weight: float = 0.0
    text: int = 0
    parted: bool = False

    def kinds(self, *kinds: str) -> list[Item]:
        """The items of these kinds."""
        return [item for item in self.items if item.kind in kinds]


@cache
def _kinds() -> dict[str, tuple[str, float]]:
    table = {word: ("section", 0.0) for word in lexicon.load("page_sections")}
    table |= {word: ("plain", 1.0) for word in (*lexicon.load("controls_plain"), *lexicon.load("counters"))}
    return table | {word: ("control", 2.0) for word in lexicon.load("controls")}


@cache
def _labels() -> dict[str, tuple[str, float]]:
    table = {word: ("label", 1.0) for word in (*lexicon.load("page_labels"), *_kinds())}
    table |= {word: ("label", 2.0) for word in lexicon.load("counters")}
    return table | {word: ("byline", 0.0) for word in lexicon.load("byline_labels")}


def split_word(word: str) -> tuple[str, float, int]:
    """The kind, weight and unexplained length of one word, taken apart into known words, longest first."""
    kinds, position, weight, strongest = _kinds(), 0, 0.0, "section"
    while position < len(word):
        size = next((n for n in range(min(12, len(word) - position), 0, -1) if word[position : position + n] in kinds), 0)
        if size:
            kind, gain = kinds[word[position : position + size]]
            weight += gain
            strongest = kind if gain > 1 or strongest == "section" else strongest
        elif word[position] in "0123456789+.!?…。":
            size = 1
        else:
            return "text", 0.0, len(word)
        position += size
    return strongest, weight, 0


def read(line: str) -> Reading:
    """Read a folded line."""
    reading = Reading()
    open_byline = False
    behind = 0
    for match in ITEM.finditer(line):
        gap = line[behind : match.start()]
        parted = bool(GAP.search(gap))
        reading.parted |= parted
        open_byline &= not parted
        item = _item(match, line)
        if item.kind in {"label", "byline"}:
            open_byline = item.kind == "byline"
        elif item.kind == "text" and _explained(reading, line, item, open_byline=open_byline):
            item = item._replace(kind="value")
        reading.items.append(item)
        behind = item.end
    _weigh(reading, line)
    return reading


def _item(match: object, line: str) -> Item:
    import re

    assert isinstance(match, re.Match)
    kind, start, end = match.lastgroup or "text", match.start(), match.end()
    if kind == "quoted":
        return Item("text", start, end)
    if kind != "word":
        return Item(kind, start, end)
    word = match[0]
    if LABEL_END.match(line, end) and (found := _labels().get(word)):
        return Item(found[0], start, end, found[1])
    kind, weight, _ = split_word(word)
    return Item(kind, start, end, weight)


def _explained(reading: Reading, line: str, item: Item, *, open_byline: bool) -> bool:
    """Whether a text is the value of the label before it: any for a byline, one short word for a page's label."""
    if open_byline:
        return True
    last = reading.items[-1] if reading.items else None
    return last is not None and last.kind == "label" and item.end - item.start <= 12


def _weigh(reading: Reading, line: str) -> None:
    items = reading.items
    for item, behind in zip(items, [*items[1:], None], strict=True):
        empty = behind is None or behind.kind in {"label", "byline"}
        counted = bool(COUNT_BEHIND.match(line, item.end))
        if item.kind == "label":
            reading.weight += item.weight if counted or empty or item.weight < 2 else 1.0
        elif item.kind == "byline":
            reading.weight += 1.5 if empty else 0.0
        elif item.kind == "plain" and counted:
            reading.weight += 1.5
        else:
            reading.weight += item.weight
        if item.kind == "text":
            reading.text += item.end - item.start
