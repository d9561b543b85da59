"""Tells whose voice a sentence has: which groups of words that a site uses stand in it, and which speak for an author.

What stands in quotation marks is not heard: a story may quote an editor, a law a disclaimer.
"""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import add
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.fold import fold
from speechclean.core.tables import rows
from speechclean.judgement.groups import GROUPS, QUOTED, QUOTES, TOPIC

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterator

    from speechclean.core.document import Document
    from speechclean.native.parting import Keys

SITE = (
    "serve",
    "follow",
    "self",
    "site",
    "made",
    "by",
    "notice",
    "kind",
    "act",
    "more",
    "rest",
    "rights",
    "close",
    "novel",
    "address",
    "pay",
)
AUTHOR = ("i", "ours", "story", "office")
LOOSE = ("text", "open", "reader", "ask")


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """The characters and pairs of which one stands wherever a group is heard, each with its groups."""
    keys: dict[str, tuple[str, ...]] = {}
    for group, own, _ in group_rows():
        for key in own.split(" "):
            keys[key] = (*keys.get(key, ()), group)
    return keys


def group_rows() -> Iterator[list[str]]:
    """The groups, each with its keys, and the characters that its words begin with."""
    return (row.split("\t") for row in rows(__file__, "group_keys.txt")[2:])


@cache
def _compiled() -> Keys | None:
    compiled = native.keys()
    return compiled(_keys(), {group: begin for group, _, begin in group_rows() if begin}) if compiled else None


@cache
def _audible() -> Callable[[str], frozenset[str]]:
    """What tells which groups may be heard in a sentence."""
    if compiled := _compiled():
        return compiled
    keys = _keys()

    def audible(sentence: str) -> frozenset[str]:
        found = keys.keys() & {*sentence, *map(add, sentence, sentence[1:])}
        return frozenset([group for key in found for group in keys[key]])

    return audible


def heard_in(text: str, group: str) -> list[re.Match[str]]:
    """Where the words of a group stand in a text; they are tried only where their first characters stand."""
    pattern, compiled = GROUPS[group], _compiled()
    places = compiled.places(text, group) if compiled else None
    if places is None:
        return list(pattern.finditer(text))
    found: list[re.Match[str]] = []
    behind = 0
    for place in places:
        if place >= behind and (match := pattern.match(text, place)):
            found.append(match)
            behind = match.end()
    return found


def voice_of(document: Document, start: int, end: int) -> Voice:
    """The voice of a sentence or line; several rules ask for the same, and again when an edit was done elsewhere."""
    voices = document.fact(_voices)
    spoken = document.text[start:end]
    if spoken not in voices:
        voices[spoken] = Voice(fold(spoken))
    return voices[spoken]


def _voices(_: str) -> dict[str, Voice]:
    """Where the voices of a document are kept."""
    return {}


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _topic_blank(match: re.Match[str]) -> str:
    return match[1] + " " * len(match[2])


class Voice:
    """The groups that are heard in one folded sentence or line; each is looked for when first asked for.

    `audible` are those that may be heard: of any other no key stands in the sentence, and its pattern is not asked.
    """

    __slots__ = ("_heard", "_matches", "_said", "audible", "sentence")

    def __init__(self, folded: str) -> None:
        self.sentence = QUOTED.compiled.sub(_blank, folded) if any(map(folded.__contains__, QUOTES)) else folded
        self._said: str | None = None
        self._matches: dict[str, list[re.Match[str]]] = {}
        self._heard: dict[str, tuple[str, ...]] = {}
        self.audible = _audible()(self.sentence)

    def _matches_of(self, group: str) -> list[re.Match[str]]:
        """Where a group is heard."""
        found = self._matches.get(group)
        if found is None:
            found = self._matches[group] = heard_in(self._without_topics() if group in AUTHOR else self.sentence, group)
        return found

    def _without_topics(self) -> str:
        if self._said is None:
            self._said = TOPIC.compiled.sub(_topic_blank, self.sentence)
        return self._said

    def heard(self, group: str) -> tuple[str, ...]:
        """The different words of a group, or for one with named kinds the different kinds."""
        if group not in self.audible:
            return ()
        heard = self._heard.get(group)
        if heard is None:
            found = [match.lastgroup or match[0] for match in self._matches_of(group)]
            heard = self._heard[group] = tuple(dict.fromkeys(found)) if found else ()
        return heard

    def has(self, *groups: str) -> bool:
        """Whether all these groups are heard."""
        return all(map(self.heard, groups))

    def has_any(self, groups: Collection[str]) -> bool:
        """Whether one of these groups is heard."""
        for group in groups:  # noqa: SIM110  # compiled, a loop costs less
            if self.heard(group):
                return True
        return False

    def may(self, groups: Collection[str]) -> bool:
        """Whether one of these groups may be heard."""
        return not self.audible.isdisjoint(groups)

    def weigh(self, weights: dict[str, float]) -> float:
        """The sum of the weights, halves and wholes, of the groups that are heard."""
        total = 0.0
        for group, weight in weights.items():
            if self.heard(group):
                total += weight
        return total

    def like_a_site(self, *, loosely: bool = False) -> bool:
        """Whether a site may say it: a word of its own, and none of an author's. Loosely: any word it uses."""
        return not self.has_any(AUTHOR) and (self.has_any(SITE) or (loosely and self.has_any(LOOSE)))

    def coverage(self) -> float:
        """The share of the letters that some group explains, from 0 to 1."""
        explained = bytearray(len(self.sentence))
        for group in self.audible.difference(AUTHOR):
            for match in self._matches_of(group):
                start, end = match.span()
                explained[start:end] = b"\1" * (end - start)
        letters = list(map(str.isalnum, self.sentence))
        return sum(compress(explained, letters)) / max(1, sum(letters))

    def told(self, weights: dict[str, float]) -> str:
        """The evidence in words."""
        return ", ".join([f"{group}: {heard[0]}" for group in weights if (heard := self.heard(group))])
