"""Finds the truth behind a run of GBK that is one byte off: which byte was lost, or which false mark stands there.

The second byte of each character and the first byte of the next one make the true characters, so that the reading is
fixed from the end of the run backwards; only where the run begins, and the one lost byte, are to be found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import plausibility
from speechclean.core.pattern import Pattern
from speechclean.rules.shift.bytes_apart import FALSE_MARKS, bytes_of, character_of, misplaced, shifted
from speechclean.rules.shift.found import LONGEST, LOST, Found
from speechclean.rules.shift.options import ending_in_a3, half_lost
from speechclean.rules.shift.reader import reader
from speechclean.rules.shift.search import search
from speechclean.rules.shift.weights import step

if TYPE_CHECKING:
    from speechclean.rules.shift.options import Weighed
    from speechclean.rules.shift.search import Path

LONE_LETTER = -2.0
"""What a lone ASCII letter between Chinese characters costs beside its own weight."""
UNKNOWN = -4.0
"""What the character of the lost byte weighs before it is known."""
HOPELESS = -9.0
"""A run of which the reading again would lose more than this is not followed further back."""
PROMISING = 8.0
"""A place where less is to be gained is not looked into."""
EACH = 1.25
"""Nor one where less is to be gained by each character: measured, a true reading gains 1.5 and more."""
STARTS, CLOSE = 3, 3.0
"""How many places where a run may begin are looked into, and how far what is to be gained there may lie below what is found."""
COOL = 0.65
"""How far to trust the weights of pairs, as for other mojibake."""
MISPLACED = "".join(FALSE_MARKS)
MARKS = "。，、；：！？“”‘’《》（）"
PRIVATE = Pattern("[\ue000-\uf8ff]+")


def misplaced_mark(text: str, start: int, letter: int, outlook: dict[int, float]) -> Found | None:
    """The run before a lone letter as the work of the mark in front of it: a false one, of the bytes of two characters.

    `start` is the run's, and `outlook` what `gains` says of it.
    """
    if start == 0 or text[start - 1] not in FALSE_MARKS:
        return None
    if start < letter and outlook.get(start, HOPELESS) < EACH * (letter - start) - CLOSE:
        return None
    best = _behind_marks(text, start - 1, start, letter)
    if start > 1 and text[start - 2] in FALSE_MARKS:
        found = _behind_marks(text, start - 2, start, letter)
        if found and (best is None or (found.proven, found.gain) > (best.proven, best.gain)):
            best = found
    return best


def _behind_marks(text: str, first: int, start: int, letter: int) -> Found | None:
    """The run behind one false mark, or behind two: between two bytes A3 the bytes of a 。 make a mark each."""
    alone = start - first == 1
    begin = first - 1 if text[first - 1 : first] == "?" else first
    raw = "\xa3".join([FALSE_MARKS[mark] for mark in text[first:start]]) + _bytes(text[start : letter + 1])
    options = ending_in_a3(alone=alone).after(_before(text, begin))
    path = search(options, raw, text[letter + 1 : letter + 2], dropping=_drops(text[start:letter]))
    if not path:
        return None
    stands = "".join([WIDE.get(mark, mark) for mark in text[first:start]]) + text[start : letter + 1]
    straight = path.text[0] + _letters(raw)
    proven = _misplaced(path.text) == _public(stands)
    return Found(*_weighed(text, (begin, letter + 1), path, options), "a false mark", proven, straight)


def lost_byte(text: str, letter: int, outlook: dict[int, float]) -> Found | None:
    """The run before a lone letter as GBK of which one byte was lost, wherever the run begins."""
    best: Found | None = None
    for begin in sorted(outlook, key=outlook.__getitem__, reverse=True)[:STARTS]:
        if outlook[begin] < (PROMISING if best is None else best.gain - CLOSE):
            break
        if outlook[begin] < EACH * (letter - begin):
            continue
        stands = text[begin : letter + 1]
        raw = _bytes(stands)
        options = half_lost(raw[0]).after(_before(text, begin))
        path = search(options, raw[1:], text[letter + 1 : letter + 2], dropping=_drops(stands))
        if not path:
            continue
        stands = _public(stands)
        proven = stands in (_shifted(path.text, 0), _shifted(path.text, 1))
        found = Found(*_weighed(text, (begin, letter + 1), path, options), LOST, proven)
        if best is None or found.gain > best.gain:
            best = found
    return best


def run_start(text: str, letter: int) -> int:
    """Where the characters of two bytes before a letter begin; the five marks that a tool may misplace end the run."""
    if quick := reader():
        return quick.run_start(text, letter, MISPLACED)
    start = letter
    while start > max(0, letter - LONGEST) and text[start - 1] not in FALSE_MARKS and bytes_of(text[start - 1]):
        start -= 1
    return start


def gains(text: str, start: int, letter: int) -> dict[int, float]:
    """For each place from `start` on where the run before a letter may begin, what reading it again would gain, in log10."""
    if quick := reader():
        return quick.gains(text, start, letter)
    gain = UNKNOWN - plausibility.mark(text[letter]) - LONE_LETTER
    found: dict[int, float] = {}
    after, behind = text[letter], text[letter + 1 : letter + 2]
    for begin in range(letter - 1, start - 1, -1):
        raw = bytes_of(text[begin])
        character = character_of(raw[1] + after) or text[begin]
        gain += _step(character, behind) - _step(text[begin], text[begin + 1])
        if gain < HOPELESS:
            break
        after, behind = raw[0], character
        found[begin] = gain - _step(_before(text, begin), text[begin])
    return found


def _bytes(text: str) -> str:
    """The bytes of a run, the letter at its end included."""
    if quick := reader():
        return quick.bytes(text)
    return "".join(map(bytes_of, text[:-1])) + text[-1]


def _letters(raw: str) -> str:
    """The characters of pairs of bytes."""
    quick = reader()
    return quick.letters(raw) if quick else "".join([character_of(raw[n : n + 2]) for n in range(0, len(raw), 2)])


def _public(text: str) -> str:
    """The text less private characters, which the forward model drops."""
    return text if _drops(text) else "".join(PRIVATE.split(text))


def _drops(run: str) -> bool:
    """Whether the reader may have dropped pairs: one that keeps private characters drops none."""
    for character in run:  # noqa: SIM110  # compiled, a loop
        if "\ue000" <= character <= "\uf8ff":
            return False
    return True


def _step(character: str, following: str) -> float:
    return plausibility.pair(character, following) if following else plausibility.char(character)


def _before(text: str, start: int) -> str:
    return text[start - 1 : start] or plausibility.START


def _misplaced(text: str) -> str:
    quick = reader()
    return quick.misplaced(text) if quick else misplaced(text)


def _shifted(text: str, lost: int) -> str:
    quick = reader()
    return quick.shifted(text, lost) if quick else shifted(text, lost)


def _weighed(
    text: str, span: tuple[int, int], path: Path, options: list[Weighed]
) -> tuple[int, int, str, float, float, float]:
    """The span, its reading, how much likelier that is, and how certain its first character and its rest are."""
    start, end = span
    before, after = _before(text, start), text[end : end + 1]
    kept = plausibility.likelihood(text[start:end] + after, before) + LONE_LETTER
    certain = _certain(options, path.text[0], path.text[1])
    rest = 1 / (1 + 10 ** (-COOL * path.margin))
    return start, end, path.text, path.weight - kept, certain, rest


def _certain(options: list[Weighed], first: str, following: str) -> float:
    """How certain the first character is among all that fit, where all marks count as one."""
    if quick := reader():
        return quick.certain(options, first, following, MARKS)
    weights = {c: weight + step(c, following) for weight, c in options}
    same = total = 0.0  # added one by one, as compiled code does
    for character, weight in weights.items():
        share = 10 ** (COOL * (weight - weights[first]))
        total += share
        if character in MARKS if first in MARKS else character == first:
            same += share
    return same / total


WIDE = dict(zip("!,:;?", "！，：；？", strict=True))
