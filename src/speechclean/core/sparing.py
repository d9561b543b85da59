"""Keeps edits off the spans that a user protects."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Spared(NamedTuple):
    """Protected text. An empty span protects a place: nothing is inserted there."""

    start: int
    end: int


def sparing(edits: Iterable[Edit], spans: Iterable[Spared]) -> list[Edit]:
    """The edits without what they would do to protected spans.

    An edit that replaces text by as much text keeps its pieces beside the spans; any other that touches one is left
    out as a whole: half a removal helps nobody.
    """
    filled = _united(span for span in spans if span.start < span.end)
    ends = [span.end for span in filled]
    places = {span.start for span in spans if span.start == span.end}
    return [
        left
        for edit in edits
        if edit.old or edit.start not in places
        for left in _beside(edit, filled, bisect_left(ends, edit.start + 1))
    ]


def spans_of(strings: tuple[str, ...], text: str) -> Iterator[Spared]:
    """Where the strings stand that the user protects."""
    for string in strings:
        start = text.find(string)
        while string and start >= 0:
            yield Spared(start, start + len(string))
            start = text.find(string, start + 1)


def _united(spans: Iterable[Spared]) -> list[Spared]:
    """The spans by place, those that overlap made one."""
    united: list[Spared] = []
    for span in sorted(spans):
        if united and span.start < united[-1].end:
            united[-1] = Spared(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _beside(edit: Edit, spans: list[Spared], first: int) -> Iterator[Edit]:
    """What is left of an edit; no span before number `first` reaches it."""
    last = first
    while last < len(spans) and spans[last].start < edit.end:
        last += 1
    if first == last:
        yield edit
    elif len(edit.old) == len(edit.new):
        position = edit.start
        for start, end in [*spans[first:last], Spared(edit.end, edit.end)]:
            old, new = (side[position - edit.start : max(0, start - edit.start)] for side in (edit.old, edit.new))
            if old != new:
                part = edit.parts[0]._replace(start=position, end=start)
                yield Edit(position, old, new, (part,))
            position = max(position, end)
