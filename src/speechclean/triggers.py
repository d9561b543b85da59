"""The shared scan: which rules' triggers occur in a text, and where, in one pass over it."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from speechclean.core.document import Hit
from speechclean.core.fold import fold_table, outside_gb2312
from speechclean.spelling import SEPARATOR, TOLD_APART, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ahocorasick_rs import BytesAhoCorasick

    from speechclean.core.document import FindHits
    from speechclean.core.patch import Patch
    from speechclean.core.rule import Rule
    from speechclean.spelling import Spelled

MOST_WINDOWS = 8
"""A patch with more edits than this is followed by a scan of the whole text."""


MOST_STRANGERS = 40
"""So many characters outside GB 2312 are looked up one by one; a text with more is read with the full automaton."""


class Automaton(NamedTuple):
    """An Aho-Corasick automaton over UTF-8; behind each pattern its length, its trigger and the mask of its rules."""

    search: BytesAhoCorasick
    lengths: tuple[int, ...]
    words: tuple[str, ...]
    masks: tuple[int, ...]

    def hits(self, matches: list[tuple[int, int, int]], data: bytes, offset: int) -> list[Hit]:
        """Matches in bytes, which come by their end, as hits in code points, by start."""
        _, lengths, words, _ = self
        found: list[Hit] = []
        reached = 0
        place = offset
        for number, _, end in matches:
            if end != reached:
                place += len(data[reached:end].decode("utf-8", "surrogatepass"))
                reached = end
            found.append(Hit(place - lengths[number], place, words[number]))
        found.sort()
        return found


class Triggers:
    """The triggers of many rules, found together. Bit `n` of a mask stands for rule number `n`.

    Texts without a character of the other script, or of a sign that GB 2312 lacks, are read with a smaller automaton.
    """

    def __init__(self, rules: Iterable[Rule], spelled: Mapping[str, Spelled] = MappingProxyType({})) -> None:
        self._rules = tuple(rules)
        self._spelled = spelled
        self._wakes = _masks(rule.triggers for rule in self._rules)
        self._signs = _masks(rule.signs for rule in self._rules)
        self._longest = 4 * max(map(len, (*self._wakes, *self._signs)), default=1)

    @cached_property
    def always(self) -> int:
        """The mask of the rules that have neither triggers nor signs."""
        return sum(1 << number for number, rule in enumerate(self._rules) if not rule.triggers and not rule.signs)

    def scan(self, text: str) -> tuple[int, FindHits]:
        """The mask of the rules to be asked, and what finds every trigger in the text, by start."""
        return self._read(text, 0)

    def rescan(self, text: str, patch: Patch, before: FindHits) -> tuple[int, FindHits]:
        """The same for the text that `patch` made; `before` finds the hits in the text before it.

        After a few edits only their surroundings are read again; the mask then holds what they wake.
        """
        if len(patch.edits) > MOST_WINDOWS:
            return self.scan(text)
        mask, shift = 0, 0
        finders: list[FindHits] = []
        for edit in patch.edits:
            start = max(0, edit.start + shift - self._longest)
            end = edit.start + shift + len(edit.new) + self._longest
            woken, find = self._read(text[start:end], start)
            mask |= woken
            finders.append(find)
            shift += len(edit.new) - len(edit.old)

        def find_hits() -> tuple[Hit, ...]:
            near = {hit for find in finders for hit in find()}
            return tuple(sorted(near.union(_untouched(before(), patch))))

        return mask, find_hits

    def _read(self, text: str, offset: int) -> tuple[int, FindHits]:
        if not self._wakes and not self._signs:
            return 0, tuple
        automaton = self._plain if _in_plain_script(text, self._strangers) else self._full
        data = text.encode("utf-8", "surrogatepass")
        matches = automaton.search.find_matches_as_indexes(data, overlapping=True)
        mask = 0
        for number in {number for number, _, _ in matches}:
            mask |= automaton.masks[number]
        return mask, lambda: tuple(automaton.hits(matches, data, offset))

    @cached_property
    def _strangers(self) -> frozenset[str]:
        """The characters of signs that are not in GB 2312."""
        return frozenset(sign for sign in "".join(self._signs) if not sign.encode("gb2312", "ignore"))

    @cached_property
    def _plain(self) -> Automaton:
        signs = {sign: mask for sign, mask in self._signs.items() if self._strangers.isdisjoint(sign)}
        return self._automaton(signs, scripts=False)

    @cached_property
    def _full(self) -> Automaton:
        return self._automaton(self._signs, scripts=True)

    def _automaton(self, signs: dict[str, int], *, scripts: bool) -> Automaton:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        forms = [(form, word) for word in self._wakes for form in self._forms(word, scripts=scripts)]
        forms += [(sign, sign) for sign in signs]
        search = BytesAhoCorasick([form.encode() for form, _ in forms], implementation=Implementation.ContiguousNFA)
        words = tuple(word for _, word in forms)
        masks = tuple(self._wakes.get(word, 0) | signs.get(word, 0) for word in words)
        return Automaton(search, tuple(len(form) for form, _ in forms), words, masks)

    def _forms(self, word: str, *, scripts: bool) -> Iterable[str]:
        """The spellings of a word, from the table where it has them."""
        if (known := self._spelled.get(word)) is None:
            return spellings(word, scripts=scripts)
        plain, other = known
        return f"{plain}{SEPARATOR}{other}".split(SEPARATOR) if scripts and other else plain.split(SEPARATOR)


def _masks(words_of_rules: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """For each word the mask of the rules that have it; rules often share all of their words."""
    groups: dict[tuple[str, ...], int] = {}
    for number, words in enumerate(words_of_rules):
        groups[words] = groups.get(words, 0) | 1 << number
    wakes: dict[str, int] = {}
    for words, mask in groups.items():
        for word in words:
            wakes[word] = wakes.get(word, 0) | mask
    return wakes


def _in_plain_script(text: str, strangers: frozenset[str]) -> bool:
    """Whether no character of the other script and none of the strangers occurs, so that the small automaton will do.

    GB 2312 holds no Traditional character that triggers are spelled with but 後.
    """
    if TOLD_APART in text:
        return False
    count = 0
    for count, place in enumerate(outside_gb2312(text, MOST_STRANGERS), 1):  # noqa: B007  # read behind the loop
        to = fold_table().get(ord(text[place]))
        if (to and not to.isascii()) or text[place] in strangers:
            return False
    return count < MOST_STRANGERS


def _untouched(hits: tuple[Hit, ...], patch: Patch) -> Iterator[Hit]:
    """The hits that no edit overlaps, where they stand in the new text."""
    edits = iter(patch.edits)
    edit = next(edits, None)
    shift = 0
    for hit in hits:
        while edit and edit.end <= hit.start:
            shift += len(edit.new) - len(edit.old)
            edit = next(edits, None)
        if not edit or hit.end <= edit.start:
            yield Hit(hit.start + shift, hit.end + shift, hit.word) if shift else hit
