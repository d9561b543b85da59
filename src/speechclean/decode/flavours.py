"""Which flavour of Big5: Microsoft's, or the superset that Hong Kong uses."""

from __future__ import annotations

from speechclean.decode.chinese import strict
from speechclean.decode.likeness import mean, strange, total, weights

MICROSOFT, HONG_KONG = "cp950", "big5hkscs"
_PLAUSIBLE = -4.2
_GAIN = 1.5
_RAREST = -7.0


def flavour(data: bytes) -> str:
    """The codec for Big5 text.

    Where a line is strict in Hong Kong's only, its own characters must be likely ones: damaged lines often are.
    """
    text, wider = strict(data, MICROSOFT), strict(data, HONG_KONG)
    if text == wider:
        return MICROSOFT
    gain, odd = 0.0, False
    for line in data.split(b"\n"):
        ours, theirs = strict(line, MICROSOFT), strict(line, HONG_KONG)
        if theirs is None or ours == theirs or mean(theirs) < _PLAUSIBLE:
            continue
        if ours is None:
            gain += sum(weights[character] - _RAREST for character in theirs if not _has(MICROSOFT, character))
            odd = odd or strange(theirs) >= 0
        else:
            gain += total(theirs) - total(ours)
    whole = text is None and wider is not None and not odd
    return HONG_KONG if gain > _GAIN or whole else MICROSOFT


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
