"""Counts the readings behind characters, and tells an anti-copy kit from a text that teaches readings.

A kit glosses characters that every reader knows, in the middle of sentences. An author glosses rare characters, and
unusual readings; a primer glosses all of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.rules.glosses.glossed import BRACKETS, SYLLABLE, bare, bracketed, most_needed
from speechclean.rules.glosses.primer import ABOUT_READINGS, is_list, is_primer
from speechclean.rules.glosses.readings import Need, is_toned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.rules.glosses.glossed import Glosses

ENOUGH = 6
"""From so many plain glosses on, what a text says of readings does not matter."""
SPARSE = 2
"""With more plain glosses than this a kit may have glossed a rare character too."""
LITTLE = int(Need.LITTLE)
SELDOM = 5
"""A kit's own brackets occur so many times as often as an author's."""


class Kit(NamedTuple):
    """What the glosses of a text say together."""

    plain: int
    marks: frozenset[str]
    is_noise: bool
    glosses: Glosses
    is_mixed: bool = False
    """Whether some are in other brackets than the kit's own, which it writes all alike: those are an author's."""

    def taken(self, text: str, glosses: Glosses) -> list[tuple[int, int]]:
        """The spans of the glosses that are the kit's: plain, or written as its plain ones are."""
        if self.plain >= ENOUGH and (self.is_mixed or glosses.aside):
            glosses = glosses.written_with(text, self.marks)
        spans, needs, aside, _ = glosses
        if self.plain < ENOUGH and aside:
            inside = [(span, most) for span, most in zip(spans, needs, strict=True) if span[0] not in aside]
            spans, needs = [span for span, _ in inside], bytes([most for _, most in inside])
        if most_needed(needs) <= LITTLE:
            return spans
        marks = self.marks if self.plain > SPARSE else ""
        return [span for span, most in zip(spans, needs, strict=True) if most <= LITTLE or text[span[0]] in marks]


def orphans(text: str, kit: Kit, others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Readings in brackets whose character other damage took (`ㄔO(shè)`), where a dense kit was at work."""
    if kit.plain < ENOUGH:
        return []
    return [(start, end) for start, end in others if text[start] in kit.marks and _is_toned(text[start:end])]


def _is_toned(written: str) -> bool:
    return is_toned(SYLLABLE.findall(written)[0])


def bracketed_kit(text: str) -> Kit:
    """What the bracketed glosses of a whole text are; counted once."""
    return judged(text, bracketed(text))


def bare_kit(text: str) -> Kit:
    """What the glosses without brackets are; counted once."""
    return judged(text, bare(text))


def judged(text: str, glosses: Glosses) -> Kit:
    """What these glosses of a text say together."""
    spans, needs, aside, _ = glosses
    if not spans:
        return Kit(0, frozenset(), is_noise=False, glosses=glosses)
    plain = _plain(spans, needs, aside)
    if len(spans) <= ENOUGH:
        explained = _explained(text, spans)
        plain = [start for start in plain if text[start - 1] not in explained]
    needed = len(spans) - len(plain) - (_in_others(text, spans, plain) if len(plain) < ENOUGH else 0)
    enough = len(plain) > needed and (len(plain) >= SPARSE or (not needed and Need.NONE in needs))
    noise = enough and not (len(plain) < ENOUGH and ABOUT_READINGS.search(text)) and not is_primer(text, spans)
    noise = noise and not is_list(text, spans)
    marks = _marks(text, plain)
    own = _own(text, plain, marks) if len(marks) > 1 else marks
    return Kit(len(plain), own, is_noise=noise, glosses=glosses, is_mixed=own != marks)


def _plain(spans: list[tuple[int, int]], needs: bytes, aside: frozenset[int]) -> list[int]:
    """Where those begin that no reader needs."""
    plain: list[int] = []
    for number, span in enumerate(spans):
        if needs[number] <= LITTLE and (not aside or span[0] not in aside):
            plain.append(span[0])
    return plain


def _marks(text: str, starts: list[int]) -> frozenset[str]:
    """What they begin with."""
    marks: set[str] = set()
    last = "\n"
    for start in starts:
        mark = text[start]
        if mark != last:
            marks.add(mark)
            last = mark
    return frozenset(marks)


def _in_others(text: str, spans: list[tuple[int, int]], plain: list[int]) -> int:
    """How many of a few stand in brackets of another width than all the plain ones: an author's `（kàn）`, a kit's `(jìng)`."""
    marks = _marks(text, plain)
    if not marks or not marks.issubset(BRACKETS):
        return 0
    return sum(text[start] in BRACKETS and text[start] not in marks for start, _ in spans)


def _own(text: str, starts: list[int], marks: frozenset[str]) -> frozenset[str]:
    """Those of these brackets that occur often enough to be the kit's."""
    if not marks.issubset(BRACKETS):
        return marks
    count = Counter([text[start] for start in starts])
    most = max(count.values())
    return frozenset([mark for mark in marks if most < max(ENOUGH, SELDOM * count[mark])])


def _explained(text: str, spans: list[tuple[int, int]]) -> set[str]:
    """The characters of which more than one reading is given."""
    told: dict[str, set[str]] = {}
    for start, end in spans:
        told.setdefault(text[start - 1], set()).add(text[start:end].strip("()（）[]［］【】 "))
    return {character for character, readings in told.items() if len(readings) > 1}
