"""The shared scan: which rules' triggers occur in a text, and where, in one pass over it."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING

from speechclean.core.document import Hit
from speechclean.core.fold import fold, fold_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick_rs import AhoCorasick

    from speechclean.core.patch import Patch
    from speechclean.core.rule import Rule

MOST_VARIANTS = 64
"""More spellings of one trigger than this are not listed: only whole-word styles are then."""

MOST_WINDOWS = 8
"""A patch with more edits than this is followed by a scan of the whole text."""


class Triggers:
    """The triggers of many rules, found together. Bit `n` of a mask stands for rule number `n`."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._words: list[str] = []
        self._masks: list[int] = []
        self._longest = 1

    @cached_property
    def always(self) -> int:
        """The mask of the rules that have no triggers."""
        return sum(1 << number for number, rule in enumerate(self._rules) if not rule.triggers)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        wakes: dict[str, int] = {}
        for number, rule in enumerate(self._rules):
            for word in rule.triggers:
                wakes[word] = wakes.get(word, 0) | 1 << number
        spelled = [(form, word) for word in wakes for form in spellings(word)]
        self._words = [word for _, word in spelled]
        self._masks = [wakes[word] for _, word in spelled]
        self._longest = max((len(form) for form, _ in spelled), default=1)
        return AhoCorasick(
            [form for form, _ in spelled], implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def scan(self, text: str) -> tuple[int, tuple[Hit, ...]]:
        """The mask of the rules to be asked, and every trigger in the text, by start."""
        return self._read(text, 0)

    def rescan(self, text: str, patch: Patch, hits: tuple[Hit, ...]) -> tuple[int, tuple[Hit, ...]]:
        """The same for the text that `patch` made, from the hits in the text before it.

        After a few edits only their surroundings are read again; the mask then holds what they wake.
        """
        if len(patch.edits) > MOST_WINDOWS:
            return self.scan(text)
        mask, found = 0, set(_untouched(hits, patch))
        shift = 0
        for edit in patch.edits:
            start = max(0, edit.start + shift - self._longest)
            end = edit.start + shift + len(edit.new) + self._longest
            woken, near = self._read(text[start:end], start)
            mask |= woken
            found.update(near)
            shift += len(edit.new) - len(edit.old)
        return mask, tuple(sorted(found))

    def _read(self, text: str, offset: int) -> tuple[int, tuple[Hit, ...]]:
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        mask = 0
        for number, _, _ in matches:
            mask |= self._masks[number]
        words = self._words
        return mask, tuple(sorted(Hit(offset + start, offset + end, words[number]) for number, start, end in matches))


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
            yield hit._replace(start=hit.start + shift, end=hit.end + shift)


@cache
def _unfolded() -> dict[str, str]:
    """For each folded character, all characters that fold to it, itself first."""
    forms: dict[str, str] = {}
    for code, to in fold_table().items():
        if to.isascii() and not 0xFF01 <= code <= 0xFF5E and code > 0x7F:
            continue  # circled and styled letters are for the folded view, not for the scan
        forms[to] = forms.get(to, to) + chr(code)
    return forms


def spellings(word: str) -> set[str]:
    """The word in every width, case and script that the scan looks for."""
    forms = [_unfolded().get(character, character) for character in fold(word)]
    count = 1
    for form in forms:
        count *= len(form)
    if count <= MOST_VARIANTS:
        return {word, *("".join(letters) for letters in product(*forms))}
    plain = fold(word)
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in plain)
    other_script = "".join(form[1] if len(form) > 1 and not form[0].isascii() else form[0] for form in forms)
    return {word, plain, plain.upper(), plain.title(), wide, wide.upper(), other_script}
