"""Frames in which something else stands each time, and too few characters stay for a run: `（…吧首发）`, `[HF20267]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.fold import fold
from speechclean.judgement.span import Evidence
from speechclean.learn.features import frame_key, masked
from speechclean.learn.patterns import CLOSING, NUMBER, OPENING, counted_pattern
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechclean.learn.candidate import Candidate, Sample

STAYS, LONGEST = 3, 24
"""Characters of a frame that stay, and of all that stands in it."""
SHARE, FEWEST = 0.6, 3
"""Something else stands in it in so great a share of the samples, and so many times."""
SIGN = "…"
_FRAME = re.compile(rf"([\[(【「〖<])([^\[\](){{}}【】「」〖〗《》<>。!?;]{{{STAYS + 1},{LONGEST}}})([\])】」〗>])")
_CODE = re.compile(r"[\[(【]([a-z]{1,6})[-_ ]?[0-9]{5,12}[\])】]")


def slotted(line: str) -> Iterator[tuple[str, int, int]]:
    """What frames of a folded line are counted under, by what they begin and by what they end with, and where they stand."""
    for match in _CODE.finditer(line):
        yield f"{match[0][0]}{match[1]}0{match[0][-1]}", match.start(), match.end()
    for match in _FRAME.finditer(line):
        if CLOSING.get(match[1], "")[:1] == match[3]:
            inner = masked(match[2]).text
            for part, key in (
                (inner[:STAYS], f"{match[1]}{inner[:STAYS]}{SIGN}{match[3]}"),
                (inner[-STAYS:], f"{match[1]}{SIGN}{inner[-STAYS:]}{match[3]}"),
                (f"{inner[:2]}{inner[-2:]}", f"{match[1]}{inner[:2]}{SIGN}{inner[-2:]}{match[3]}"),
            ):
                if len(inner) > STAYS and sum(map(is_han, part)) > 1:
                    yield key, match.start(), match.end()


def slotted_keys(line: str) -> set[int]:
    """The keys of such frames."""
    return {frame_key(key) for key, _, _ in slotted(line)}


def pattern(candidate: Candidate) -> str:
    """What finds a frame with what stays in it, whatever stands there besides."""
    opening, inner = candidate.key[0], candidate.key[1:-1]
    first = f"[{re.escape(opening)}{OPENING.get(opening, '')}]"
    last = f"[{re.escape(CLOSING[opening])}]"
    if SIGN not in inner:
        return f"{first}{inner[:-1]}[-_ ]?{NUMBER}{last}"
    most = max(len(sample.text) for sample in candidate.samples)
    slot = f"[^\\n。！？；\\[\\]()（）【】「」〖〗《》<>＜＞［］]{{1,{min(LONGEST, 2 * most)}}}"
    head, _, tail = inner.partition(SIGN)
    return f"{first}{counted_pattern(head)}{slot}{counted_pattern(tail)}{last}"


def varies(candidate: Candidate) -> Iterator[Evidence]:
    """That something else stands in it each time; a code that is not put right before a text may be a reference."""
    said = {fold(sample.text) for sample in candidate.samples}
    if len(said) < max(FEWEST, SHARE * len(candidate.samples)):
        yield Evidence("the same each time", -5.0)
    elif SIGN in candidate.key:
        stays = max(map(len, candidate.key[1:-1].split(SIGN)))
        yield Evidence("a frame beside it", 0.75 if stays >= STAYS else 0.0)
    elif all(map(_heads_text, candidate.samples)):
        yield Evidence("right before a text", 1.5)
    elif candidate.cuts < FEWEST:
        yield Evidence("a reference", -5.0)


def _heads_text(sample: Sample) -> bool:
    """Whether it begins a line and the text begins behind it without a blank."""
    return not sample.before.rpartition("\n")[2].strip() and bool(sample.after[:1].strip())
