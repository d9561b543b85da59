"""What repeats in one line, by the counts: all of it, or parts of it and accounts; and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from math import ceil
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.learn.features import (
    LENGTH,
    LONGEST_LINE,
    account_key,
    accounts,
    beginning,
    drawn,
    ending,
    frame_key,
    framed_labels,
    frames,
    hidden,
    labels,
    labels_key,
    line_key,
    masked,
    span_keys,
)
from speechclean.learn.runs import Run, repeated
from speechclean.learn.slotted import slotted
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.features import Masked
    from speechclean.learn.sketch import Sketch
    from speechclean.learn.titles import Hole


MORE = 1.5
"""What repeats in so many more documents than a line that holds it does so by itself."""


class Found(NamedTuple):
    """A string that repeats: its kind, what it is counted under, where it stands in its line, and its hashed keys."""

    kind: str
    key: str
    run: Run
    keys: Sequence[int]


def of_line(line: str, sketch: Sketch, least: int, holes: Sequence[Hole] = ()) -> Iterator[Found]:
    """What repeats in a folded line, without the titles in it."""
    whole = (line_key(line),)
    if len(line) <= LONGEST_LINE and is_chinese(line) and sketch.counts(whole)[0] >= least:
        yield Found("line", hidden(line), Run(0, len(line)), whole)
        yield from _oftener(masked(line), sketch, MORE * sketch.counts(whole)[0], least)
        return
    named = labels(line)
    if named and sketch.counts(own := (labels_key(named),))[0] >= least:
        yield Found("label", named, Run(0, len(line)), own)
    for names, start, end in framed_labels(line):
        if sketch.counts(own := (labels_key(names),))[0] >= least:
            yield Found("label", names, Run(start, end), own)
    plain = masked(line)
    taken = [Run(0, 0)]
    for found in _spans(plain, sketch, least, holes):
        taken.append(found.run)
        yield found
    for key, start, end in slotted(line):
        own = (frame_key(key),)
        if all(run.end <= start or end <= run.start for run in taken) and sketch.counts(own)[0] >= least:
            yield Found("frame", key, Run(start, end), own)
    for account in accounts(line):
        own = (account_key(account.name),)
        if sketch.counts(own)[0] >= least:
            yield Found("account", account.name, Run(account.start, account.end), own)


def _oftener(plain: Masked, sketch: Sketch, more: float, least: int) -> Iterator[Found]:
    """The runs of a line that stand in so many more documents than the line, in which others stand beside them."""
    keys = span_keys(plain.text)
    for run in repeated(plain.text, sketch.counts(keys), max(least, ceil(more))):
        if is_chinese(plain.text[run.start : run.end]):
            there = Run(plain.places[run.start], plain.places[run.end])
            yield Found("span", plain.text[run.start : run.end], there, keys[run.start : run.end - LENGTH + 1])


def _spans(plain: Masked, sketch: Sketch, least: int, holes: Sequence[Hole]) -> Iterator[Found]:
    """The runs that repeat in a masked line, and the short frames besides."""
    keys = span_keys(plain.text)
    counts = _without(holes, plain, sketch.counts(keys))
    yield from _short(plain, sketch, least, counts)
    reached = 0
    for run in [*repeated(plain.text, counts, least), Run(len(plain.text), len(plain.text))]:
        for match in frames(plain.text[reached : run.start]):
            text, own = match[0], (frame_key(match[0]),)
            if is_chinese(text) and sketch.counts(own)[0] >= least:
                start, end = reached + match.start(), reached + match.end()
                yield Found("span", text, Run(plain.places[start], plain.places[end]), own)
        reached = run.end
        if is_chinese(text := plain.text[run.start : run.end]):
            there = Run(plain.places[run.start], plain.places[run.end])
            yield Found("span", text, there, keys[run.start : run.end - LENGTH + 1])


def _short(plain: Masked, sketch: Sketch, least: int, counts: Sequence[int]) -> Iterator[Found]:
    """What is too short for a run: what a line begins with, what stands behind its last sentence, what a sign is put into."""
    parts = [(match[0], match.start()) for match in (ending(plain.text), beginning(plain.text)) if match]
    for part, start in [*parts, *drawn(plain.text)]:
        own = (frame_key(part),)
        if not is_chinese(part) or sketch.counts(own)[0] < least:
            continue
        beside = counts[max(0, start - 1) : start + 1]
        if (part, start) in parts or max(beside, default=0) < least:
            yield Found("span", part, Run(plain.places[start], plain.places[start + len(part)]), own)


def _without(holes: Sequence[Hole], plain: Masked, counts: list[int]) -> list[int]:
    """The counts of the runs, none for those that hold a part of a title."""
    for hole in holes:
        first, end = bisect_left(plain.places, hole.start), bisect_left(plain.places, hole.end)
        for at in range(max(0, first - LENGTH + 1), min(end, len(counts))):
            counts[at] = 0
    return counts


def is_chinese(text: str) -> bool:
    """Whether there are two Han characters in it: what has none is markup, code, or an account."""
    return sum(map(is_han, text)) > 1


def place(line: str, run: Run) -> str:
    """Whether a part is the line, its head, its tail, or inside it."""
    if run.start == 0:
        return "line" if run.end == len(line) else "head"
    return "tail" if run.end == len(line) else "inside"
