"""Which parts of a line are made of runs that many documents hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.learn.features import LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 240
"""What repeats over more characters than this is a passage, copied as a whole."""
SAME = 0.5
"""Runs that stand in fewer than this share of the documents of the run beside them may be its chance neighbours,"""
CHANCE = 1
"""where they are so many characters at most."""
OPENING, CLOSING = "【[(「『", "】])」』:"
STRAY = 4
LEADING = "。，、；：！？,.;:!? \t\u3000”’」』》）)】]…"
TRAILING = " \t\u3000“‘「『《（([【、，；"


class Run(NamedTuple):
    """A part of a line."""

    start: int
    end: int


def repeated(line: str, counts: Sequence[int], least: int) -> Iterator[Run]:
    """The parts of a line whose every run stands in `least` documents, parted where the counts say so, trimmed."""
    first = -1
    for place, count in enumerate([*counts, 0]):
        if count >= least and first < 0:
            first = place
        elif count < least and first >= 0:
            start, last = _core(line, counts, Run(first, place - 1))
            run = _trimmed(line, start, last + LENGTH)
            if run.end - run.start == LENGTH - 1 and line[run.end : run.end + 1] == " ":
                run = Run(run.start, run.end + 1)
            if LENGTH <= run.end - run.start <= LONGEST:
                yield run
            first = -1


def _core(line: str, counts: Sequence[int], places: Run) -> tuple[int, int]:
    """The first and last place without a character at the ends that only some documents have there; frames stay."""
    first, last = places
    limit = SAME * max(counts[first : last + 1])
    start, end = first, last
    while counts[start] < limit:
        start += 1
    while counts[end] < limit:
        end -= 1
    opened = start - first > CHANCE or any(sign in OPENING for sign in line[first:start])
    closed = last - end > CHANCE or any(sign in CLOSING for sign in line[end + LENGTH : last + LENGTH])
    return first if opened else start, last if closed else end


def _trimmed(line: str, start: int, end: int) -> Run:
    """Without the marks that belong to the text before and behind, and without what stands outside its own frame."""
    closed = dict(zip(CLOSING, OPENING, strict=False)).get(line[end - 1], "\n") in line[start:end]
    for back in () if closed else (2, 3):
        if end - back >= start + LENGTH - 1 and line[end - back] in CLOSING:
            end -= back - 1
            break
    for ahead in (1, 2):
        if start + ahead + LENGTH <= end and line[start + ahead] in OPENING:
            start += ahead
            break
    end = _before_stray(line, start, end)
    while start < end and line[start] in LEADING:
        start += 1
    while start < end and line[end - 1] in TRAILING:
        end -= 1
    end = _before_heading(line, start, end)
    if end - start < LENGTH and start and line[start - 1] in "》”】」』":
        start -= 1  # the second half of a frame that others have filled otherwise
    framed = start and end and (line[start - 1], line[end - 1]) in zip(OPENING, CLOSING, strict=False)
    return Run(start - 1 if framed and line[start - 1] not in line[start:end] else start, end)


def _before_heading(line: str, start: int, end: int) -> int:
    """The end, or that of a frame at the start when the head of an article stands behind: that is the text's."""
    for sign, opening in zip("】])」』〗〕", "【[(「『〖〔", strict=True):
        if start < end and line[start] == opening and (at := line.find(sign, start, end)) >= 0:
            return at + 1 if line[at + 1 : end].lstrip().startswith("第") else end
    return end


def _before_stray(line: str, start: int, end: int) -> int:
    """The end, or that of a bracket which was opened before the start when little stands behind: that is the text's."""
    for sign, opening in zip(CLOSING, OPENING, strict=False):
        at = line.find(sign, start, end)
        if at >= 0 and end - at - 1 <= STRAY and opening not in line[start:at]:
            return at + 1
    return end
