"""Tells whose voice a sentence has: which groups of words that a site uses stand in it, and which speak for an author.

What stands in quotation marks is not heard: a story may quote an editor, a law a disclaimer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.judgement.groups import GROUPS, QUOTED, QUOTES, TOPIC

if TYPE_CHECKING:
    import re

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


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _topic_blank(match: re.Match[str]) -> str:
    return match[1] + " " * len(match[2])


class Voice:
    """The groups that are heard in one folded sentence or line; each is looked for when first asked for."""

    __slots__ = ("_heard", "_said", "sentence")

    def __init__(self, folded: str) -> None:
        self.sentence = QUOTED.compiled.sub(_blank, folded) if any(map(folded.__contains__, QUOTES)) else folded
        self._said = TOPIC.compiled.sub(_topic_blank, self.sentence)
        self._heard: dict[str, tuple[str, ...]] = {}

    def heard(self, group: str) -> tuple[str, ...]:
        """The different words of a group, or for one with named kinds the different kinds."""
        if group not in self._heard:
            text = self._said if group in AUTHOR else self.sentence
            found = dict.fromkeys(match.lastgroup or match[0] for match in GROUPS[group].finditer(text))
            self._heard[group] = tuple(found)
        return self._heard[group]

    def has(self, *groups: str) -> bool:
        """Whether all these groups are heard."""
        return all(self.heard(group) for group in groups)

    def weigh(self, weights: dict[str, float]) -> float:
        """The sum of the weights of the groups that are heard."""
        return sum(weight for group, weight in weights.items() if self.heard(group))

    def like_a_site(self, *, loosely: bool = False) -> bool:
        """Whether a site may say it: a word of its own, and none of an author's. Loosely: any word it uses."""
        if any(self.heard(group) for group in AUTHOR):
            return False
        return any(self.heard(group) for group in (*SITE, *(LOOSE if loosely else ())))

    def coverage(self) -> float:
        """The share of the letters that some group explains, from 0 to 1."""
        explained: set[int] = set()
        for name, group in GROUPS.items():
            if name not in AUTHOR:
                for match in group.finditer(self.sentence):
                    explained.update(range(*match.span()))
        letters = [place for place, letter in enumerate(self.sentence) if letter.isalnum()]
        return sum(place in explained for place in letters) / max(1, len(letters))

    def told(self, weights: dict[str, float]) -> str:
        """The evidence in words."""
        return ", ".join(f"{group}: {self.heard(group)[0]}" for group in weights if self.heard(group))
