"""What repeats in one line, by the counts: all of it, or parts of it and accounts; where it stands, and how it fits in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.learn.features import (
    LENGTH,
    LONGEST_LINE,
    account_key,
    accounts,
    hidden,
    labels,
    labels_key,
    line_key,
    masked,
    span_keys,
)
from speechclean.learn.runs import Run, repeated
from speechclean.plausibility import is_han, pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.sketch import Sketch

ENDS = "。！？；，、：!?;,:)]】》”’」』"


class Found(NamedTuple):
    """A string that repeats: its kind, what it is counted under, where it stands in its line, and its hashed keys."""

    kind: str
    key: str
    run: Run
    keys: Sequence[int]


def of_line(line: str, sketch: Sketch, least: int) -> Iterator[Found]:
    """What repeats in a folded line."""
    whole = (line_key(line),)
    if len(line) <= LONGEST_LINE and is_chinese(line) and sketch.counts(whole)[0] >= least:
        yield Found("line", hidden(line), Run(0, len(line)), whole)
        return
    named = labels(line)
    if named and sketch.counts(own := (labels_key(named),))[0] >= least:
        yield Found("label", named, Run(0, len(line)), own)
    plain = masked(line)
    keys = span_keys(plain.text)
    for run in repeated(plain.text, sketch.counts(keys), least):
        if is_chinese(text := plain.text[run.start : run.end]):
            there = Run(plain.places[run.start], plain.places[run.end])
            yield Found("span", text, there, keys[run.start : run.end - LENGTH + 1])
    for account in accounts(line):
        own = (account_key(account.name),)
        if sketch.counts(own)[0] >= least:
            yield Found("account", account.name, Run(account.start, account.end), own)


def is_chinese(text: str) -> bool:
    """Whether there are two Han characters in it: what has none is markup, code, or an account."""
    return sum(map(is_han, text)) > 1


def place(line: str, run: Run) -> str:
    """Whether a part is the line, its head, its tail, or inside it."""
    if run.start == 0:
        return "line" if run.end == len(line) else "head"
    return "tail" if run.end == len(line) else "inside"


def seam(line: str, run: Run) -> float:
    """How much better what stands around a span fits together than with the span; 0 where that cannot be told."""
    if run.end == len(line):
        return 0.0
    before = line[run.start - 1] if run.start else ENDS[0]
    after, first, last = line[run.end], line[run.start], line[run.end - 1]
    if not is_han(after) or not (is_han(before) or before in ENDS):
        return 0.0
    right = 0.0 if last in ENDS else pair(before, after) - pair(last, after)
    left = 0.0 if before in ENDS else pair(before, after) - pair(before, first)
    return left + right
