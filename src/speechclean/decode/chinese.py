"""Which of the encodings of Chinese text some bytes are in, damaged and mixed as they may be."""

from __future__ import annotations

import re
from functools import cache

from speechclean.core.named import NamedTuple
from speechclean.decode import lattice
from speechclean.decode.likeness import mean, total
from speechclean.decode.spans import LOST, REPLACEMENT

CANDIDATES = ("utf-8", "gb18030", "cp950")
PLAUSIBLE = -3.7
"""Mean weight above which a strict reading stands: prose has -2.8, Tang poems -3.4, wrong readings -5 and less."""
SAMPLE = 1000
"""Characters that are weighed where a text is strict."""
STRETCHES, STRETCH = 40, 160
"""How many stretches of how many bytes are weighed where it is not."""
_TELLING = 12
"""Bytes that are enough to tell by."""
_WORST = -60.0
"""No stretch counts for more: in a mixed file the encoding that reads half wins, not the one that half reads all."""


class Candidate(NamedTuple):
    """An encoding, and by how much (log10) the bytes are less plausible in it than in the best one of each stretch."""

    encoding: str
    score: float


def strict(data: bytes, encoding: str) -> str | None:
    """The text where the bytes are strictly in the encoding, up to a partial character at the end."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(encoding) if lattice.cut_off(data[error.start :], encoding) else None


def clearly(data: bytes) -> str:
    """The encoding that is strict and so plausible that no damage is looked for, `""` for none."""
    strictly = [
        (mean(_sample(text)), encoding) for encoding in CANDIDATES[1:] if (text := strict(data, encoding)) is not None
    ]
    plausible, encoding = max(strictly, default=(PLAUSIBLE - 1, ""))
    return encoding if plausible >= PLAUSIBLE else ""


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
    weigh = _weigh_well if len(stretches) < 4 else _weigh_fast
    scores = dict.fromkeys(CANDIDATES, 0.0)
    for stretch in stretches:
        found = {encoding: weigh(stretch, encoding) for encoding in CANDIDATES}
        best = max(found.values())
        for encoding, score in found.items():
            scores[encoding] += max(score - best, _WORST)
    return sorted(map(Candidate._make, scores.items()), key=lambda candidate: -candidate.score)


def _weigh_well(stretch: bytes, encoding: str) -> float:
    return lattice.best(stretch, 0, len(stretch), {encoding: 0.0}, last=True)[1]


def _weigh_fast(stretch: bytes, encoding: str) -> float:
    """The score by the codec's own `replace`, in the better of two steps: a stretch may start inside a character."""
    texts = (stretch[skip:].decode(encoding, "replace") for skip in (0, 1))
    return max(total(text) + lattice.BAD * text.count(REPLACEMENT) for text in texts)


def plausibility_in(data: bytes, encoding: str) -> float:
    """The mean weight of some lines, with what cannot be read; a mixed file counts by its best lines."""
    pieces = [match[0] for match in _high().finditer(data)]
    long = [piece for piece in pieces if len(piece) >= _TELLING] or pieces
    found = sorted(_plausibility(piece, encoding) for piece in long[:: len(long) // 6 or 1])
    return found[-2] if len(found) > 3 else found[-1]


def _plausibility(piece: bytes, encoding: str) -> float:
    whole = strict(piece, encoding)
    if whole and not whole.isascii() and (plausible := mean(whole)) >= PLAUSIBLE:
        return plausible
    spans, _ = lattice.best(piece, 0, len(piece), {encoding: 0.0}, last=True)
    text = "".join(span.text for span in spans if span.encoding == encoding)
    lost = sum(span.end - span.start for span in spans if span.encoding == LOST)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return (total(text) + lattice.BAD * lost) / max(1, beyond + lost)


def _stretches(data: bytes) -> list[bytes]:
    """Stretches that hold bytes beyond ASCII, evenly spread; all of a short text, in one."""
    if len(data) <= STRETCH * 4:
        return [data]
    high = [match.start() for match in _high().finditer(data)]
    if len(high) < 4:
        return [data[start : start + STRETCH] for start in high]
    return [data[start : start + STRETCH] for start in high[:: len(high) // STRETCHES or 1]]


@cache
def _high() -> re.Pattern[bytes]:
    """A stretch from the first byte beyond ASCII of a line; a long line gives several."""
    return re.compile(rb"[\x80-\xff][^\n]{0,159}")
