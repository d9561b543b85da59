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
    from collections.abc import Callable, Collection

    from speechclean.core.document import Document

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
    for row in rows(__file__, "group_keys.txt")[2:]:
        group, _, own = row.partition("\t")
        for key in own.split(" "):
            keys[key] = (*keys.get(key, ()), group)
    return keys


@cache
def _audible() -> Callable[[str], frozenset[str]]:
    """What tells which groups may be heard in a sentence."""
    keys = _keys()
    if compiled := native.keys():
        return compiled(keys)

    def audible(sentence: str) -> frozenset[str]:
        found = keys.keys() & {*sentence, *map(add, sentence, sentence[1:])}
        return frozenset([group for key in found for group in keys[key]])

    return audible


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
        if group not in self._matches:
            text = self._without_topics() if group in AUTHOR else self.sentence
            self._matches[group] = list(GROUPS[group].finditer(text))
        return self._matches[group]

    def _without_topics(self) -> str:
        if self._said is None:
            self._said = TOPIC.compiled.sub(_topic_blank, self.sentence)
        return self._said

    def heard(self, group: str) -> tuple[str, ...]:
        """The different words of a group, or for one with named kinds the different kinds."""
        if group not in self.audible:
            return ()
        if group not in self._heard:
            found = [match.lastgroup or match[0] for match in self._matches_of(group)]
            self._heard[group] = tuple(dict.fromkeys(found)) if found else ()
        return self._heard[group]

    def has(self, *groups: str) -> bool:
        """Whether all these groups are heard."""
        return all(map(self.heard, groups))

    def has_any(self, groups: Collection[str]) -> bool:
        """Whether one of these groups is heard."""
        return any(map(self.heard, self.audible.intersection(groups)))

    def may(self, groups: Collection[str]) -> bool:
        """Whether one of these groups may be heard."""
        return not self.audible.isdisjoint(groups)

    def weigh(self, weights: dict[str, float]) -> float:
        """The sum of the weights, halves and wholes, of the groups that are heard."""
        return sum(weights[group] for group in self.audible.intersection(weights) if self.heard(group))

    def like_a_site(self, *, loosely: bool = False) -> bool:
        """Whether a site may say it: a word of its own, and none of an author's. Loosely: any word it uses."""
        return not self.has_any(AUTHOR) and self.has_any((*SITE, *LOOSE) if loosely else SITE)

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
        return ", ".join(f"{group}: {heard[0]}" for group in weights if (heard := self.heard(group)))
