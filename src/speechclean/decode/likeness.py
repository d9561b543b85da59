"""How much each character speaks for the reading that made it, as log10 of a rough probability."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from speechclean import plausibility

RARE = -4.5
"""Rarer are 0.2 % of the characters of laws, 9 % of Tang poems and 80 % of a wrong reading."""

_RANGES = (
    ("\u0020", "\u007e", 0.0),
    ("\u3000", "\u301f", -2.0),
    ("\u2010", "\u2027", -2.2),
    ("\uff21", "\uff5a", -4.0),
    ("\uff01", "\uff5e", -2.8),
    ("\u2500", "\u25ff", -3.5),
    ("\u00a0", "\u00ff", -4.0),
    ("\u2028", "\u27ff", -4.5),
    ("\u306e", "\u306e", -3.0),
    ("\u3020", "\u30ff", -4.5),
    ("\u0391", "\u0451", -4.3),
    ("\u02b0", "\u052f", -5.5),
    ("\u0100", "\u02af", -5.0),
    ("\u3100", "\u33ff", -6.0),
    ("\uac00", "\ud7a3", -6.0),
    ("\ufe30", "\uffef", -5.0),
    ("\U0001f000", "\U0001faff", -5.0),
)
_CANTONESE = dict.fromkeys("嘅咗喺啲嚟㗎咁哋噉嗰嘢啱唔乜佢冇瞓攞揸搵掂畀啫喎囉咩冚孖綫峯栢邨衞説啓衆羣", -4.0)
"""What Hong Kong writes and the counted texts hardly hold."""
_BLANKS = "\t\n\r\f"
_UNLIKELY = -8.0
_RAREST_HAN = -7.0
"""What no table holds may still be a name."""


class _Weights(dict[str, float]):
    """Filled as characters come up."""

    def __missing__(self, character: str) -> float:
        weight = self[character] = _weight(character)
        return weight


weights = _Weights()


def _weight(character: str) -> float:
    if plausibility.is_han(character):
        return max(_CANTONESE.get(character, _RAREST_HAN), plausibility.char(character))
    if character in _BLANKS:
        return 0.0
    return next((weight for low, high, weight in _RANGES if low <= character <= high), _UNLIKELY)


@lru_cache(maxsize=1 << 16)
def after(before: str, text: str) -> float:
    """The weight of what was read, after the token before it: pairs tell more where both are Han characters."""
    if len(before) == len(text) == 1 and plausibility.is_han(before) and plausibility.is_han(text):
        return max(_UNLIKELY, plausibility.pair(before, text))
    return sum(weights[character] for character in text)


def total(text: str) -> float:
    """The sum over all characters; ASCII weighs nothing."""
    return sum(map(weights.__getitem__, text))


def total_of_kinds(text: str) -> float:
    """The sum over the different characters: a row of one sign is no more evidence than the sign."""
    return total("".join(set(text)))


def mean(text: str) -> float:
    """The mean over the characters beyond ASCII; 0 where there is none."""
    plain = len(text.encode("ascii", "ignore"))
    return total(text) / (len(text) - plain) if plain < len(text) else 0.0


@cache
def _cluster() -> re.Pattern[str]:
    r"""Three rare characters close together, one beside a lone letter, or a lone letter or sign glued in.

    Trail bytes that fell out of step are `@` to `~`.
    """
    known = "".join(character for character, weight in plausibility.known().items() if weight >= RARE)
    rare = f"[^\\x00-\\x7f\u00a0-\u00ff\u2010-\u27ff\u3000-\u301f\uff01-\uff5e\U0001f000-\U0001faff{known}]"
    near = f"{rare}[^\\n]?{rare}[^\\n]?{rare}|{rare}[^\\n]{{0,2}}[@-~](?![!-~])"
    return re.compile(f"{near}|[^\\x00-\\x7f][a-z^~](?=[^\\x00-\\x7f])")


def strange(text: str) -> int:
    """Where rare characters stand close together, as they do in a wrong reading; -1 where they do not."""
    match = _cluster().search(text)
    return match.start() if match else -1
