"""The shared scan: which rules' triggers occur in a text, and where, in one pass over it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from speechclean.core.document import Hit
from speechclean.core.fold import fold, outside_gb2312
from speechclean.native import scanner
from speechclean.spelling import OF, SEPARATOR, TOLD_APART, Spelled, entries, other_table, plain_table, table

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from ahocorasick_rs import BytesAhoCorasick

    from speechclean.core.document import FindHits
    from speechclean.core.patch import Patch
    from speechclean.core.rule import Rule
    from speechclean.native.scan import Scanner
    from speechclean.spelling import Table

MOST_WINDOWS = 8
"""A patch with more edits than this is followed by a scan of the whole text."""


FEW = 20_000
"""So many characters are read without the automaton of all triggers."""

MOST_STRANGERS = 40
"""So many characters outside GB 2312 are looked up one by one; a text with more is read with the full automaton."""


class Forms:
    """The spellings of many words, and three ways to find them all in a text.

    The compiled scanner is the best for any text. Without it an automaton reads a text in one pass, and takes 10 ms to
    build; for a few short texts it is quicker to search for each form whose characters all occur in them.
    """

    def __init__(self, *tables: tuple[Table, Container[str]], few: int = FEW) -> None:
        """Tables of forms, each with the words of it that are looked for; after `few` characters the automaton is built."""
        self._tables = tables
        self._few = few
        self._searched = 0

    def find(self, text: str, offset: int = 0) -> tuple[set[str], FindHits]:
        """The words that occur, and what finds their places in code points, by start, `offset` further on."""
        if self._scanner:
            return self._scanner.find(text, offset)
        self._searched += len(text)
        return self._by_letters(text, offset) if self._searched <= self._few else self._by_automaton(text, offset)

    def _by_automaton(self, text: str, offset: int) -> tuple[set[str], FindHits]:
        data = text.encode("utf-8", "surrogatepass")
        matches = self._automaton.find_matches_as_indexes(data, overlapping=True)
        words = {self._forms[number][1] for number in {number for number, _, _ in matches}}
        return words, lambda: self._hits(matches, data, offset)

    def _by_letters(self, text: str, offset: int) -> tuple[set[str], FindHits]:
        letters = set(text)
        found = [
            (form, word)
            for known, wanted in self._tables
            for letter in letters.intersection(known)
            for form, word in entries(known[letter])
            if letters.issuperset(form) and form in text and word in wanted
        ]

        def find_hits() -> tuple[Hit, ...]:
            return tuple(sorted(hit for form, word in found for hit in _occurrences(text, offset, form, word)))

        return {word for _, word in found}, find_hits

    @cached_property
    def _scanner(self) -> Scanner[Hit] | None:
        scan = scanner()
        return scan(self._tables, Hit, SEPARATOR, OF) if scan else None

    @cached_property
    def _forms(self) -> tuple[tuple[str, str], ...]:
        """All forms, each with its word."""
        return tuple(
            pair
            for known, wanted in self._tables
            for joined in known.values()
            for pair in entries(joined)
            if pair[1] in wanted
        )

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        forms = [form.encode("utf-8", "surrogatepass") for form, _ in self._forms]
        return BytesAhoCorasick(forms, implementation=Implementation.ContiguousNFA)

    def _hits(self, matches: list[tuple[int, int, int]], data: bytes, offset: int) -> tuple[Hit, ...]:
        """Matches in bytes, which come by their end, as hits in code points, by start."""
        found: list[Hit] = []
        reached = 0
        place = offset
        for number, _, end in matches:
            if end != reached:
                place += len(data[reached:end].decode("utf-8", "surrogatepass"))
                reached = end
            form, word = self._forms[number]
            found.append(Hit(place - len(form), place, word))
        found.sort()
        return tuple(found)


def _occurrences(text: str, offset: int, form: str, word: str) -> Iterator[Hit]:
    """Every place where a form stands, also where they overlap."""
    start = text.find(form)
    while start >= 0:
        yield Hit(offset + start, offset + start + len(form), word)
        start = text.find(form, start + 1)


class Triggers:
    """The triggers of many rules, found together. Bit `n` of a mask stands for rule number `n`.

    Texts without a character of the other script, or of a sign that GB 2312 lacks, are read with a smaller automaton.
    """

    def __init__(self, rules: Iterable[Rule], spelled: Spelled | None = None) -> None:
        self._rules = tuple(rules)
        self._wakes = _masks(rule.triggers for rule in self._rules)
        self._spelled = spelled or Spelled(plain_table(self._wakes), lambda: other_table(self._wakes))
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
        if len(patch) > MOST_WINDOWS:
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
        forms = self._plain if _in_plain_script(text, self._strangers) else self._full
        words, find_hits = forms.find(text, offset)
        mask = 0
        for word in words:
            mask |= self._wakes.get(word, 0) | self._signs.get(word, 0)
        return mask, find_hits

    @cached_property
    def _strangers(self) -> frozenset[str]:
        """The characters of signs that are not in GB 2312."""
        letters = frozenset("".join(self._signs))
        return letters - frozenset("".join(letters).encode("gb2312", "ignore").decode("gb2312"))

    @cached_property
    def _plain(self) -> Forms:
        signs = [sign for sign in self._signs if self._strangers.isdisjoint(sign)]
        return Forms((self._spelled.plain, self._wakes), _as_written(signs))

    @cached_property
    def _full(self) -> Forms:
        spelled = self._spelled
        return Forms((spelled.plain, self._wakes), (spelled.other(), self._wakes), _as_written(self._signs))


def _as_written(words: Collection[str]) -> tuple[Table, Collection[str]]:
    """A table of words that have no other forms, and the words."""
    return table(zip(words, words, strict=True)), words


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
        to = fold(text[place])
        if (to != text[place] and not to.isascii()) or text[place] in strangers:
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
