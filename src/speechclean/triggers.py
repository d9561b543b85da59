"""The shared scan: which rules' triggers occur in a text, and where, in one pass over it."""

from __future__ import annotations

import math
from functools import cache, cached_property
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from speechclean.core.document import Hit
from speechclean.core.fold import fold, fold_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ahocorasick_rs import BytesAhoCorasick

    from speechclean.core.document import FindHits
    from speechclean.core.patch import Patch
    from speechclean.core.rule import Rule

MOST_MIXED = 2
"""Words with more Latin characters than this are looked for in the usual styles only (`www`, `WWW`, `Ｗｗｗ`)."""

MOST_SPELLINGS = 8
"""A word with more spellings in the other script than this is looked for in the first of them only."""

MOST_WINDOWS = 8
"""A patch with more edits than this is followed by a scan of the whole text."""


MOST_STRANGERS = 40
"""So many characters outside GB 2312 are looked up one by one; a text with more is read with the full automaton."""

TOLD_APART = "後"
"""The one Traditional spelling in GB 2312 that the scan looks for; others there (乾, 於) are Simplified text, too."""

LAST_OF_BMP = 0xFFFF
"""Rarer characters are no spellings."""


SEPARATOR = "\U0010ffff"
"""Stands between words in tables; no text holds it, while a trigger may be a newline or a control character."""


Spelled = tuple[str, str]
"""A word's spellings, worked out before and joined: in its own script, and the further ones in the other."""


def spelled(word: str) -> Spelled:
    """The spellings of a word for a table."""
    plain = spellings(word, scripts=False)
    return SEPARATOR.join(sorted(plain)), SEPARATOR.join(sorted(spellings(word) - plain))


class Automaton(NamedTuple):
    """An Aho-Corasick automaton over UTF-8; behind each pattern its length, its trigger and the mask of its rules."""

    search: BytesAhoCorasick
    lengths: tuple[int, ...]
    words: tuple[str, ...]
    masks: tuple[int, ...]

    def hits(self, matches: list[tuple[int, int, int]], data: bytes, offset: int) -> Iterator[Hit]:
        """Matches in bytes, which come by their end, as hits in code points."""
        reached = 0
        place = offset
        for number, _, end in matches:
            if end != reached:
                place += len(data[reached:end].decode("utf-8", "surrogatepass"))
                reached = end
            yield Hit(place - self.lengths[number], place, self.words[number])


class Triggers:
    """The triggers of many rules, found together. Bit `n` of a mask stands for rule number `n`.

    Texts without a character of the other script or of a sign are read with an automaton of a seventh of the size.
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
        for number, _, _ in matches:
            mask |= automaton.masks[number]
        return mask, lambda: tuple(sorted(automaton.hits(matches, data, offset)))

    @cached_property
    def _strangers(self) -> frozenset[str]:
        """The characters of signs that are not in GB 2312."""
        letters = frozenset("".join(self._signs))
        return letters - frozenset("".join(letters).encode("gb2312", "ignore").decode("gb2312"))

    @cached_property
    def _plain(self) -> Automaton:
        return self._automaton({}, scripts=False)

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

    GB 2312 holds Simplified text and no Traditional character that triggers are spelled with but 後, so its encoder
    finds the few characters that are to be looked up, at 4 ns a character and without a pattern to compile.
    """
    if TOLD_APART in text:
        return False
    start = 0
    for _ in range(MOST_STRANGERS):
        try:
            text[start:].encode("gb2312")
        except UnicodeEncodeError as error:
            start += error.start
            to = fold_table().get(ord(text[start]))
            if (to and not to.isascii()) or text[start] in strangers:
                return False
            start += 1
        else:
            return True
    return False


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


class _Forms(dict[str, str]):
    """For a folded character, the other characters that fold to it; none for most."""

    def __missing__(self, character: str) -> str:
        return ""


@cache
def _unfolded() -> _Forms:
    forms = _Forms()
    for code, to in fold_table().items():
        if to.isascii() and code > 0x7F and not 0xFF01 <= code <= 0xFF5E:
            continue  # circled and styled letters are for the folded view, not for the scan
        if not to.isascii() and (
            code > LAST_OF_BMP or (chr(code) != TOLD_APART and chr(code).encode("gb2312", "ignore"))
        ):
            continue
        forms[to] += chr(code)
    return forms


def spellings(word: str, *, scripts: bool = True) -> set[str]:
    """The word in every width and case that the scan looks for, and in the other script where `scripts` asks for it."""
    if not scripts and not word.encode("ascii", "ignore"):
        return {word, "".join(map(_plain, word)) if fold(word) != word else word}
    cased = _cased("".join(map(_plain, word)))
    if not scripts:
        return {word, *cased}
    return {word, *(form for plain in cased for form in _scripts(plain))}


def _plain(character: str) -> str:
    """The character folded; a circled or styled one stays, since it was asked for as such (②, not 2)."""
    to = fold(character)
    return character if to.isascii() and not (character.isascii() or "！" <= character <= "～") else to


def _cased(plain: str) -> set[str]:
    """A folded word in other widths and cases: all of them for two Latin characters, the usual styles for more."""
    latin = sum(letter.isascii() for letter in plain)
    if not latin:
        return {plain}
    if latin <= MOST_MIXED:
        return {"".join(letters) for letters in product(*map(_widths, plain))}
    wide = "".join(map(_wide, plain))
    return {style for form in (plain, wide) for style in (form, form.upper(), form.title())}


def _widths(letter: str) -> str:
    """A Latin character in both cases and widths."""
    both = dict.fromkeys((letter, letter.upper())) if letter.isascii() else (letter,)
    return "".join(form + _wide(form) if "!" <= form <= "~" else form for form in both)


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


def _scripts(plain: str) -> set[str]:
    """A word in one script or the other throughout.

    Big5 holds Traditional text, so it tells which Simplified characters (注, but not 关) also stand there.
    """
    other = _unfolded()
    forms = [
        other[letter] + (letter if letter.encode("big5", "ignore") or not other[letter] else "") for letter in plain
    ]
    if math.prod(map(len, forms)) <= MOST_SPELLINGS:
        return {plain, *("".join(letters) for letters in product(*forms))}
    return {plain, "".join(form[0] for form in forms)}
