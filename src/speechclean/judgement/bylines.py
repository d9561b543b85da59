"""Which parts of a line of a page belong to the text: dates with their labels, and bylines that have a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.judgement.page_line import Item, Reading

    Spans = list[tuple[int, int]]

DATE = Pattern(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?")
"""A day, with its hour or without; other patterns are made with its source."""
GLUED = 4
"""Fewer characters than this stand between a label and its value."""
NUMBER = Pattern(r" ?[〔\[(【]\d{4}[)〕\]】] ?第?\d{1,4}号")
"""What follows the office in a document's number: 石农发〔2021〕19号."""
PRESS = Pattern(
    r"[〔\[(【]?记者[^/\s,。:〔〕\[\]()【】]{2,8}/[^/\s,。:〔〕\[\]()【】]{2,6}(?:报[导道]|电|摄影)[〕\])】]?"
)
"""How newspapers of Taiwan begin: 〔記者王大明／臺北報導〕."""
OF_DATES = frozenset(("section", "byline", "plain", "text"))
"""What a date's label may be read as, when a colon stands between them."""


def bylines(reading: Reading) -> Spans:
    """The spans of dates and bylines, none of a forum's line: its posts are dated by the forum."""
    if reading.forum:
        return []
    kept, press = _all(reading), PRESS.search(reading.line)
    return sorted([*kept, press.span()]) if press else kept


def date_of_post(reading: Reading) -> Spans:
    """The date in a forum's line, which is the text's where the post is the page's first."""
    return [(item.start, item.end) for item, before in _dates(reading) if before != "label"][:1]


def _dates(reading: Reading) -> Iterator[tuple[Item, str]]:
    for before, item in zip(["", *(item.kind for item in reading.items)], reading.items, strict=False):
        if item.kind == "date":
            yield item, before


def _all(reading: Reading) -> Spans:
    kept: Spans = []
    before = ""
    for number, (item, behind) in enumerate(zip(reading.items, [*reading.items[1:], None], strict=False)):
        if item.kind == "date" and before != "label":
            _keep_date(reading, number, kept)
        elif item.kind == "byline" and behind and behind.kind in {"value", "date"}:
            kept.append((item.start, item.end))
        elif item.kind == "value" and kept and item.start - kept[-1][1] < GLUED:
            kept[-1] = (kept[-1][0], item.end)
        before = item.kind
    return [(start, reading.goes_on(NUMBER, end)) for start, end in kept]


def _keep_date(reading: Reading, number: int, kept: Spans) -> None:
    """Add a date, with the label before it: `更新:2019-08-11`, `最近更新时间:2022-07-01`."""
    items = reading.items
    start, end = items[number].start, items[number].end
    label = items[number - 1] if number else None
    if label and label.kind in OF_DATES and reading.words(label.end, start).strip() == ":":
        start = label.start
        if number > 1 and items[number - 2].kind == "text" and items[number - 2].end == start:
            start = items[number - 2].start
    while kept and kept[-1][1] > start:
        kept.pop()
    kept.append((start, end))
