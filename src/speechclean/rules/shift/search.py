"""Reads the bytes of a run in pairs: the likeliest Chinese, where a reader may have dropped pairs it has no character for."""

from __future__ import annotations

from typing import NamedTuple

from speechclean import plausibility
from speechclean.rules.shift.bytes_apart import character_of

DROPPED, CHANGED = -2.0, -3.0
"""What it costs to say that a pair of bytes was dropped, or that a later step changed a byte: log10, as all weights."""
LONE_LETTER = -3.0
"""What a full-width letter or digit between Chinese characters costs beside its own weight."""
PAUSES, TWO_PAUSES = "，。、：；！？", -4.0
"""What a pause directly after another one costs."""
FITS = -2.5
"""A character that follows the one before it better than this is taken as it stands."""
WIDTH, RIVALS = 10, 2
"""How many readings are followed at a time, and how many that end in the same character."""
COOL = 0.65
"""How far to trust the weights of pairs, as for other mojibake."""
USER_DEFINED = {
    **dict.fromkeys("\xaa\xab\xac\xad\xae\xaf\xf8\xf9\xfa\xfb\xfc\xfd\xfe", "".join(map(chr, range(0xA1, 0xFF)))),
    **dict.fromkeys("\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "".join(map(chr, range(0x80, 0xA1)))),
}
"""The user-defined zones of GBK, second bytes by first: pairs that most readers drop."""
CLOSING = {"“": "”", "‘": "’", "《": "》", "（": "）", "「": "」", "『": "』"}


class Path(NamedTuple):
    """A reading so far: its weight, its text, how many pairs it takes for dropped, and its lead over the next best one."""

    weight: float
    text: str
    dropped: int = 0
    margin: float = 20.0


def search(before: str, options: dict[str, float], raw: str, after: str, *, dropping: bool) -> Path | None:
    """The best reading of `raw` behind one of `options` (characters with what speaks for each), between its neighbours.

    `dropping`: pairs that the reader has no character for may have been dropped.
    """
    paths = [Path(step(before, c) + prior, c) for c, prior in options.items()]
    for place in range(0, len(raw), 2):
        paths = _read(_best(paths), raw[place], raw[place + 1], dropping=dropping)
    if after:
        paths = [path._replace(weight=path.weight + step(path.text[-1], after)) for path in paths]
    return _ranked(paths)


def _ranked(paths: list[Path]) -> Path | None:
    """The best path, with how far the best one that reads otherwise behind the first character lies below it."""
    best = max(paths, default=None)
    if best is None:
        return None
    rivals = [path.weight for path in paths if path.text[1:] != best.text[1:]]
    return best._replace(margin=best.weight - max(rivals, default=best.weight - 20.0))


def _best(paths: list[Path]) -> list[Path]:
    """The best paths, two for each last character."""
    kept: list[Path] = []
    tails: dict[str, set[str]] = {}
    for path in sorted(paths, reverse=True):
        seen = tails.setdefault(path.text[-1], set())
        if len(path.text) > 1 and (path.text[1:] in seen or len(seen) == RIVALS):
            continue
        seen.add(path.text[1:])
        kept.append(path)
        if len(kept) == WIDTH:
            break
    return kept


def _read(paths: list[Path], first: str, second: str, *, dropping: bool) -> list[Path]:
    """The paths with one more pair of bytes, or with two of which the bytes between were dropped."""
    direct = character_of(first + second)
    found = [_on(path, direct) for path in paths] if direct else []
    if not dropping or (found and max(found).weight - max(paths).weight > FITS):
        return found
    ones = [
        (_on(path, one), lead) for path in paths[:4] for lead in USER_DEFINED if (one := character_of(first + lead))
    ]
    for path, lead in sorted(ones, reverse=True)[:WIDTH]:
        for trail in USER_DEFINED[lead]:
            if two := character_of(trail + second):
                on = _on(path, two)
                found.append(Path(on.weight + DROPPED, on.text, on.dropped + 1))
    return found


def _on(path: Path, character: str) -> Path:
    return Path(path.weight + step(path.text[-1], character), path.text + character, path.dropped)


def step(last: str, character: str) -> float:
    """The weight of a character after the one before it; full-width letters and one pause after another are rare."""
    weight = plausibility.pair(last, character)
    if "\uff10" <= character <= "\uff5d":
        weight += LONE_LETTER
    return weight + TWO_PAUSES if last in PAUSES and character in PAUSES else weight


def closed(text: str, after: str) -> str:
    """The reading with its worst character replaced by the mark that closes what the run opened, or "".

    This is all that is taken for proof where a byte differs from the model: all others of the run are reproduced, and the
    mark is called for twice, by the byte that is left of it and by the mark that it closes. Any other
    character in that place would be a guess.
    """
    opened = next((mark for mark in text if mark in CLOSING), "")
    mark = CLOSING.get(opened, "")
    if not mark or mark in text or mark in after:
        return ""
    place = _worst_place(text + after[:1])
    if place <= text.index(opened):
        return ""
    there, here = text[place].encode("gb18030"), mark.encode("gb18030")
    one_byte = len(there) == 2 and (there[0] == here[0] or there[1] == here[1])
    return text[:place] + mark + text[place + 1 :] if one_byte else ""


def _worst_place(text: str) -> int:
    weights = _weights(text)
    return min(weights, key=weights.__getitem__) if weights else 0


def _weights(text: str) -> dict[int, float]:
    pair = plausibility.pair
    return {n: pair(text[n - 1], text[n]) + pair(text[n], text[n + 1]) for n in range(1, len(text) - 1)}
