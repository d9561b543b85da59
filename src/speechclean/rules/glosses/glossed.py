"""Finds the pinyin that stands behind characters, in brackets or bare, and how much a reader needs each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple
from speechclean.core.pattern import Pattern
from speechclean.rules.glosses.places import LETTERS, OWNERS, behind, between, is_han
from speechclean.rules.glosses.readings import Need, need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.rules.glosses.places import Spans

SYLLABLE = Pattern(f"[{LETTERS}]+")
BRACKETS = frozenset("(（[［【〔")
OPENING, CLOSING = "“‘「『\"'《：、，；\n", "”’」』\"'》，。）；、：\n"
BESIDE = 8
"""So few characters between two glosses of one character set their readings side by side."""
MOST_KNOWN = 1 << 13
"""So many characters with their readings are remembered."""


class Glosses(NamedTuple):
    """The pinyin at each of `spans` of a text, behind a character that needs it as much as `needs` says.

    `aside` are the starts of those of which the character stands in no sentence, and `others` the spans of what reads no
    Chinese character. A kit leaves hundreds: they are columns.
    """

    spans: list[tuple[int, int]]
    needs: bytes
    aside: frozenset[int]
    others: Sequence[tuple[int, int]] = ()

    def less(self, spans: list[tuple[int, int]]) -> Glosses:
        """The others."""
        gone = frozenset(spans)
        kept = [(span, most) for span, most in zip(self.spans, self.needs, strict=True) if span not in gone]
        aside = self.aside.difference([start for start, _ in spans])
        return Glosses([span for span, _ in kept], bytes([most for _, most in kept]), aside, self.others)

    def written_with(self, text: str, marks: frozenset[str]) -> Glosses:
        """Those in brackets that are among these marks, or in none."""
        odd = _odd(text, self.spans, marks)
        return self.less(odd) if odd else self


def _odd(text: str, spans: list[tuple[int, int]], marks: frozenset[str]) -> list[tuple[int, int]]:
    """Those in brackets that are not among these marks: most begin with the mark that the last one began with."""
    odd: list[tuple[int, int]] = []
    fine = "\n"
    for span in spans:
        mark = text[span[0]]
        if mark == fine:
            continue
        if mark in BRACKETS and mark not in marks:
            odd.append(span)
        else:
            fine = mark
    return odd


def bracketed(text: str) -> Glosses:
    """Characters with their reading in brackets, but for those of which two readings are set side by side."""
    spans, needs, odd, others = behind(text, _needed)
    return _without_contrasts(text, _reading(Glosses(spans, needs, _aside(text, odd), others)))


def _without_contrasts(text: str, found: Glosses) -> Glosses:
    told = _contrasted(text, found.spans)
    return found.less(told) if told else found


def _read(text: str, start: int, end: int) -> set[str]:
    return set(SYLLABLE.findall(text[start:end]))


def _contrasted(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The glosses of one character that stand close together and differ: `行（háng）列、行（xíng）走`."""
    told: list[tuple[int, int]] = []
    one, end, last = (0, 0), 0, "\n"
    for other in spans:
        start = other[0]
        character = text[start - 1]
        if character == last and start - end <= BESIDE and _differ(text, one, other):
            told += [one, other]
        one, end, last = other, other[1], character
    return told


def _differ(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    if text[one[0] : one[1]] == text[other[0] : other[1]]:
        return False
    return _read(text, *one).isdisjoint(_read(text, *other))


def bare(text: str) -> Glosses:
    """Characters with their reading straight behind them, in a sentence."""
    spans = between(text)
    needs = bytes([_NEEDED[text[start - 1 : end]] for start, end in spans])
    found = _reading(Glosses(spans, needs, _aside(text, spans)))
    found = found.less([span for span in found.spans if span[0] in found.aside]) if found.aside else found
    return _without_contrasts(text, found)


def _aside(text: str, odd: Spans) -> frozenset[int]:
    """Where those of the odd ones begin that stand in no sentence."""
    return frozenset([start for start, end in odd if not _is_running(text, start, end)])


def _reading(found: Glosses) -> Glosses:
    """Those that read their characters."""
    if most_needed(found.needs) < Need.NO_READING:
        return found
    return found.less([span for span, most in zip(found.spans, found.needs, strict=True) if most == Need.NO_READING])


def most_needed(needs: bytes) -> int:
    """The most of these needs."""
    most = 0
    for one in needs:
        if one > most:  # noqa: PLR1730  # a call takes longer
            most = one
    return most


class _Needed(dict[str, Need]):
    """For a character and what is written behind it, how much that one is needed of its readings that is needed most."""

    def __missing__(self, glossed: str) -> Need:
        if len(self) >= MOST_KNOWN:
            self.clear()
        most = Need.NO_READING
        if is_han(glossed[0]):
            most = max(need(glossed[0], syllable) for syllable in SYLLABLE.findall(glossed[1:]))
        self[glossed] = most
        return most


_NEEDED = _Needed()
_needed = _NEEDED.__getitem__


def _is_running(text: str, start: int, end: int) -> bool:
    """Whether the character stands in a sentence, neither by itself between marks nor introduced as a name."""
    size = len(text)
    if start > 1:
        before = text[start - 2]
        behind = text[end] if end < size else before
    elif end < size:
        before = behind = text[end]
    else:
        return False
    if before in OWNERS:
        return False
    if before in OPENING and behind in CLOSING:
        return False
    return before >= "\u3400" or behind >= "\u3400" or before in ")]" or behind in ")]"
