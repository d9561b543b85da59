"""Which of the encodings of Chinese text some bytes are in, and their reading, damaged and mixed as they may be."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from speechclean.decode import lattice, utf8
from speechclean.decode.likeness import mean, strange, total
from speechclean.decode.spans import LOST, Span

PLAUSIBLE = -3.7
"""Mean weight above which a strict reading needs no rival: prose has -2.8, Tang poems -3.4, wrong readings -5 and less."""
SAMPLE = 1000
"""Characters that are weighed where a text is strict."""
STRETCHES, STRETCH = 40, 160
"""How many stretches of how many bytes are weighed where it is not."""
FLAVOURS = ("cp950", "big5hkscs")
_BLOCK = 1 << 16
_WINDOW = 1 << 11
_SETTLED = 100
"""Bytes at the end of a window that are read again: what follows them may change their reading."""
_ELSEWHERE = -2.0
"""Another encoding than the file's own, from the start of a line."""


class Candidate(NamedTuple):
    """An encoding, how plausible the sample is in it, and its strict reading where there is one."""

    encoding: str
    score: float
    text: str | None


def strict(data: bytes, encoding: str) -> str | None:
    """The text where the bytes are strictly in the encoding, up to a partial character at the end."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(data) - 3 or "incomplete" not in error.reason:
            return None
        return data[: error.start].decode(encoding)


def big5_flavour(data: bytes) -> str:
    """The flavour of Big5 that reads most of the bytes: Microsoft's, else Hong Kong's."""
    return next((flavour for flavour in FLAVOURS if strict(data, flavour) is not None), FLAVOURS[0])


def clearly(data: bytes) -> Candidate | None:
    """The encoding that is strict and so plausible that no other is asked."""
    for encoding in ("gb18030", big5_flavour(data)):
        text = strict(data, encoding)
        if text is not None and mean(_sample(text)) >= PLAUSIBLE:
            return Candidate(encoding, 0.0, text)
    return None


def _sample(text: str) -> str:
    """The first characters from where the text leaves ASCII."""
    if len(text) <= SAMPLE:
        return text
    found = _beyond().search(text)
    start = found.start() if found else 0
    return text[start : start + SAMPLE]


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile("[^\\x00-\\x7f]")


def ranked(data: bytes) -> list[Candidate]:
    """The candidates, the most plausible first, weighed on stretches from all over the data."""
    stretches = _stretches(data)
    candidates = []
    for encoding in ("utf-8", "gb18030", big5_flavour(data)):
        score = sum(_score(stretch, encoding) for stretch in stretches)
        candidates.append(Candidate(encoding, score, strict(data, encoding)))
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _score(stretch: bytes, encoding: str) -> float:
    text = strict(stretch, encoding) if encoding != "utf-8" else None
    if text is not None:
        return total(text)
    return lattice.best(stretch, 0, len(stretch), {encoding: 0.0}, last=True)[1]


def _stretches(data: bytes) -> list[bytes]:
    """Stretches that hold bytes beyond ASCII, evenly spread, from a line's start where it is near."""
    if len(data) <= STRETCH * STRETCHES // 4:
        return [data]
    high = [match.start() for match in _high().finditer(data)]
    chosen = high if len(high) <= STRETCHES else [high[len(high) * n // STRETCHES] for n in range(STRETCHES)]
    return [data[start : start + STRETCH] for start in chosen]


@cache
def _high() -> re.Pattern[bytes]:
    """A run of bytes that starts beyond ASCII, at the start of a line or anywhere; long runs give several."""
    return re.compile(rb"[\x80-\xff][^\n]{0,158}")


def read(data: bytes, encoding: str, others: tuple[str, ...], start: int = 0) -> list[Span]:
    """The reading in an encoding; where it fails or looks wrong, all the encodings compete for that stretch."""
    priors = {encoding: 0.0} | dict.fromkeys(others, _ELSEWHERE)
    spans: list[Span] = []
    size = _BLOCK
    while start < len(data):
        stop = _block_end(data, start, size)
        text, sound = _sound(data[start:stop], encoding, last=stop == len(data))
        if sound < 0:
            spans.append(Span(encoding, start, start + len(text.encode(encoding)), text))
            start, size = spans[-1].end, min(_BLOCK, size * 2)
            continue
        keep = _line_start(text, sound)
        low = start + len(text[:keep].encode(encoding))
        if keep:
            spans.append(Span(encoding, start, low, text[:keep]))
        high = _window_end(data, low, low + len(text[keep:sound].encode(encoding)))
        found, _ = lattice.best(data, low, high, priors, last=high == len(data))
        start, size = _take(data, found, high, spans), 1 << 10
    return spans


def _take(data: bytes, found: list[Span], high: int, spans: list[Span]) -> int:
    """Take what a window's reading has settled; where the next one starts."""
    if high < len(data) and data[high - 1 : high] != b"\n":
        settled = [span for span in found if span.end <= high - _SETTLED]
        found = settled or found
    spans.extend(found)
    return found[-1].end


def _block_end(data: bytes, start: int, size: int) -> int:
    if start + size >= len(data):
        return len(data)
    newline = data.rfind(b"\n", start, start + size)
    return newline + 1 if newline >= 0 else start + size


def _sound(block: bytes, encoding: str, *, last: bool) -> tuple[str, int]:
    """The text of a block as far as it can be read, and where it stops making sense (-1: nowhere)."""
    try:
        text, sound = block.decode(encoding), -1
    except UnicodeDecodeError as error:
        text = block[: error.start].decode(encoding)
        whole = not last and error.start and error.start >= len(block) - 3
        sound = -1 if whole else len(text)
    place = -1 if encoding == "utf-8" else strange(text)
    return text, sound if place < 0 else place


def _line_start(text: str, place: int) -> int:
    """Where the line that holds a place starts, or what of it is near."""
    return max(text.rfind("\n", 0, place) + 1, place - _WINDOW // 8)


def _window_end(data: bytes, low: int, spot: int) -> int:
    """The end of the line, or of what of it is near."""
    stop = max(low + _WINDOW, spot + _WINDOW // 2)
    return data.find(b"\n", spot, stop) + 1 or min(len(data), stop)
