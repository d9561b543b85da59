"""Reads one line as the items of a web page: controls, counters, labels with values, dates, and plain text.

A line is judged by what it is made of: all of it must be explained, a text between the items speaks for the author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.judgement.letter_sizes import weigh_sizes
from speechclean.judgement.page_words import (
    DIGITS,
    ends_in_label,
    is_byline,
    is_nobody,
    is_run,
    label_at_end,
    split_word,
)

if TYPE_CHECKING:
    import re

ITEM = Pattern(
    r"(?P<played>\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d(?!\d)|(?<![\d:])0?0:00(?![\d:]))"
    r"|(?P<date>(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ t]*\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|1[01]\d[-/.](?:0\d|1[0-2])[-/.][0-3]\d(?!\d)"
    r"|\d{1,2}[-/月]\d{1,2}日?[ t]*\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}:\d{2}(?::\d{2})?|[01]\d-[0-3]\d(?!\d))"
    r"|(?P<address>https?://[!-~]+|[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,3}\.(?:com|cn|net|org|cc|info|top"
    r"|la)\b[!-;=~]*)"
    r"|(?P<number>[约共第#+]{0,2}\d[\d.,]*(?:[万亿千百kwm]?(?:kb|mb|gb|b|次|人次|人|条|页|字|篇|个|分钟|分|秒|元|%"
    r"|楼|级|k|w|x|币|积分|金币|星"
    r"|赞)?)\+?(?![㐀-鿿]))"
    r"|(?P<word>a ?[+-]+(?![b-z]|a(?! ?[+-]))|[a-z0-9_@$^%+.?!…。一-鿿㐀-䶿々!]+)"
    r"|(?P<quoted>[“\"「『《‘][^”\"」』》’\n]{0,40}[”\"」』》’])"
)
GAP = Pattern(r"[|/·•、;]|[ \t\u3000]{2,}|\u3000|\t|[\[\]【】()]|>")
LABEL_END = Pattern(r"[ \t]*[\])】]?[ \t]*:")
COUNT_BEHIND = Pattern(r"[ \t]*[(\[【: ]{0,3}[ \t]*\d[\d.,]*[万k次]?\+?[ \t]*[)\]】]?")
FORUM = Pattern(
    r"只看|全部楼层|阅读模式|[倒正]序|注册(?:时间)?:|注册时间|威望|最后登录|楼主|使用道具|檢視積分|检视积分|电梯直达"
)
NUMERIC = Pattern(r"\d[\d.]*(?:[a-z]{1,2}|[次人条页字篇个分秒元楼级星赞万])*")
LONGEST_VALUE = 12
"""The value of a page's label is a short word, or several."""
MOST_DIGITS = 7
"""More digits than this are no counter: a telephone, an account."""
LONGEST_TITLE = 50
SENTENCE_END = Pattern(r"[。！？!?]")
CODE_SIGN = Pattern(r"[{}=;<`$\\]")
BULLET = Pattern(r"(?:[-*+]|\d{1,2}\.) ")
WORD = Pattern(r"[a-z0-9_@$^%+.?!…。一-鿿㐀-䶿々!]+")
LABEL_SIGNS = " \t])】"
BEFORE_NUMBER = "约共第"


class Item(NamedTuple):
    """A piece of a line: played (a player's time), date, address, number, control, plain, size, section, label, byline, value or text."""

    kind: str
    start: int
    end: int
    weight: float = 0.0


class Reading:
    """What a line is made of. `weight` is the evidence for furniture, `text` the characters nothing explains."""

    __slots__ = ("items", "line", "parted", "text", "weight")

    def __init__(self, line: str) -> None:
        self.line = line
        self.items: list[Item] = []
        self.weight = 0.0
        self.text = 0
        self.parted = False

    @property
    def forum(self) -> bool:
        """Whether it is the line of a forum."""
        return FORUM.search(self.line) is not None

    def words(self, start: int, end: int) -> str:
        """What stands between two positions of the line."""
        return self.line[start:end]

    def goes_on(self, pattern: Pattern, position: int) -> int:
        """Where what the pattern finds at a position ends, or the position."""
        found = pattern.match(self.line, position)
        return found.end() if found else position

    def kinds(self, *kinds: str) -> list[Item]:
        """The items of these kinds."""
        return [item for item in self.items if item.kind in kinds]


def is_all_text(line: str) -> bool:
    """Whether a folded line is one run of letters, as most titles are, that is not made of known words."""
    return is_run(line) and split_word(line.rstrip(";"))[0] == "text"


def is_one_byline(line: str) -> bool:
    """Whether a folded line is a byline and its value, and that no known word: nothing in it weighs."""
    label, _, value = line.partition(":")
    if not is_byline(label) or not is_run(value):
        return False
    value = value.rstrip(";")
    return split_word(value)[0] == "text" and not is_nobody(value)


def read(line: str) -> Reading:
    """Read a folded line."""
    reading = Reading(line)
    open_byline = False
    open_label = False
    behind = 0
    for match in ITEM.finditer(line):
        start, end = match.span()
        if start > behind and GAP.search(line, behind, start):
            reading.parted = True
            open_byline = False
            open_label = open_label and start - behind < 2
        for item in _items(match, line):
            kind = item.kind
            if kind == "text" and (open_byline or (open_label and item.end - item.start <= LONGEST_VALUE)):
                item = _valued(item, line)  # noqa: PLW2901  # read with what stands before it
            elif kind in {"label", "byline"}:
                open_byline, open_label = kind == "byline", kind == "label"
            reading.items.append(item)
        behind = end
    if "+" in line and "-" in line:
        weigh_sizes(reading, line)
    _weigh(reading, line)
    return reading


def _items(match: re.Match[str], line: str) -> list[Item]:
    kind, start, end = match.lastgroup or "text", match.start(), match.end()
    if kind == "word":
        return _word(match[0], start, end, labelled=LABEL_END.match(line, end) is not None)
    if kind == "quoted":
        inner, weight, _ = split_word(match[0][1:-1].strip())
        named = weight and match[0][0] in "『「"
        return [Item(inner, start, end, weight) if named else Item("text", start, end)]
    if kind == "number" and sum(letter.isdigit() for letter in match[0]) > MOST_DIGITS:
        kind = "text"
    return [Item(kind, start, end)]


def _word(word: str, start: int, end: int, *, labelled: bool) -> list[Item]:
    """One word, or two where a label is glued to the value before it: `187作者:`."""
    if labelled and (found := label_at_end(word)):
        size, kind, weight = found
        label = Item(kind, end - size, end, weight)
        return [*_word(word[:-size], start, end - size, labelled=False), label] if size < len(word) else [label]
    if word[0] in DIGITS and NUMERIC.fullmatch(word):
        return [Item("number", start, end)]
    kind, weight, _ = split_word(word)
    return [Item(kind, start, end, weight)]


def _valued(item: Item, line: str) -> Item:
    """A text as the value of the label before it; an author who is none counts as the site's."""
    if is_nobody(line[item.start : item.end]):
        return item._replace(kind="control", weight=1.0)
    return item._replace(kind="value")


LENGTH = Pattern(r"[总總]?字数[ \t]?[::][ \t]?(?:[约共] ?)?\d{2,6} ?字?(?![\d千万])")
"""How long a text is: beside a date a site says so; a book's is told in thousands."""
EMPTY = (None, "label", "byline")
"""What stands behind a label that has no value."""


def _weigh(reading: Reading, line: str) -> None:
    behind = None
    for item in reversed(reading.items):
        kind, weight = item.kind, item.weight
        if kind == "text":
            reading.text += item.end - item.start
        elif kind == "label":
            full = behind in EMPTY or weight < 2 or _is_counted(line, item)
            reading.weight += weight if full else 1.0
            reading.weight += LENGTH.match(line, item.start) is not None and bool(reading.kinds("date"))
        elif kind == "byline":
            reading.weight += 1.5 if behind in EMPTY else 0.0
        elif weight:
            reading.weight += 1.5 if kind in {"plain", "section"} and _is_counted(line, item) else weight
        behind = kind
    if CODE_SIGN.search(line):
        reading.text += 3 * len(CODE_SIGN.findall(line))


def _is_counted(line: str, item: Item) -> bool:
    return COUNT_BEHIND.match(line, item.end) is not None


def is_prose(line: str) -> bool:
    """Whether unknown words are so much of a folded line that it is no furniture: told in a fifth of the time of reading it.

    A known word weighs no more than it has characters, an unknown character a third against it, and only behind a label
    it does not. A word that begins with a Han character is an item by itself, but for the signs of numbers.
    """
    if any(ends_in_label(before.rstrip(LABEL_SIGNS)) for before in line.split(":")[:-1]):
        return False
    words = [word for word in WORD.findall(line) if word[0] > "z" and word[0] not in BEFORE_NUMBER]
    needed = 3 * (len(line) - line.count(" "))
    for word in sorted(words, key=len, reverse=True):  # a few long ones mostly tell
        if split_word(word)[0] == "text":
            needed -= 4 * len(word)
            if needed <= 0:
                return True
    return needed <= 0


def is_furniture(reading: Reading, folded: str) -> bool:
    """Whether the controls outweigh what they do not explain."""
    signs = len([item for item in reading.items if item.weight])
    if BULLET.match(folded) and signs < 2:
        return False
    score = reading.weight - reading.text / 3
    if not reading.kinds("control", "label", "byline") and not reading.parted and reading.weight < 3:
        return False
    return score >= 2 and reading.weight >= (3 if reading.text else 2)


def behind_text(reading: Reading, folded: str) -> int:
    """Where controls begin that stand, after a gap, behind a title or a name; 0 where none do."""
    weight, first = 0.0, None
    for item in reversed(reading.items):
        if item.kind in {"text", "value", "byline", "date"}:
            break
        weight += item.weight + (item.kind == "number") / 2
        first = first if item.kind == "section" else item
    else:
        return 0
    if first is None or any(item.weight for item in reading.items[: reading.items.index(first)]):
        return 0
    if weight < (3 if first.kind == "plain" else 2) or SENTENCE_END.search(folded):
        return 0
    start = len(folded[: first.start].rstrip("[(【 \t\u3000|·:"))
    gap = folded[start : first.start]
    return start if gap.strip(":") and start <= LONGEST_TITLE and first.kind in {"control", "label", "plain"} else 0
