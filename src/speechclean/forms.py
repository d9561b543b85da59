"""Many words in all their spellings, and how they are found in a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from speechclean.core import traits
from speechclean.core.hits import Hit, Hits, Line
from speechclean.core.named import NamedTuple
from speechclean.native import scanner
from speechclean.spelling import OF, SEPARATOR, entries

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from ahocorasick_rs import BytesAhoCorasick

    from speechclean.core.hits import FindHits, Found
    from speechclean.native.scan import Found as Scanned
    from speechclean.native.scan import Scanner
    from speechclean.spelling import Table

FEW = 20_000
"""So many characters are read without the automaton of all triggers."""


class Seen(NamedTuple):
    """What the words tell that occur in a text, and those in lines that are no paragraphs; its traits and its hits."""

    mask: int
    in_lines: int
    traits: int
    found: Found


class Forms:
    """The spellings of many words, and three ways to find them all in a text.

    The compiled scanner is the best for any text. Without it an automaton reads a text in one pass, and takes 10 ms to
    build; for a few short texts it is quicker to search for each form whose characters all occur in them.
    """

    def __init__(
        self,
        *tables: tuple[Table, Container[str]],
        few: int = FEW,
        strange: str = "",
        masks: Mapping[str, int] | None = None,
    ) -> None:
        """Tables of forms, each with the words of it that are looked for; after `few` characters the automaton is built.

        `strange` are characters of texts that the forms are not for: the compiled scanner stops at the first. `masks` says
        as bits what a word tells.
        """
        self._tables = tables
        self._few = few
        self._strange = strange
        self._masks = masks or {}
        self._searched = 0

    def find(self, text: str, offset: int = 0) -> tuple[set[str], FindHits]:
        """The words that occur, and what finds their places in code points, by start, `offset` further on."""
        if self._scanner:
            found = self._scanner.find(text, offset)
            return found.words(), found
        self._searched += len(text)
        search = self._by_letters if self._searched <= self._few else self._by_automaton
        return search(text, offset)

    def scanned(self, text: str) -> Scanned[Hit, Line] | None:
        """What the compiled scanner finds; None without it."""
        return self._scanner.find(text) if self._scanner else None

    def has_found(self, found: Found) -> bool:
        """Whether it was the compiled scanner of these forms that found something."""
        return self._scanner is not None and getattr(found, "scanner", None) is self._scanner

    def look(self, text: str, offset: int = 0) -> Seen:
        """The same in masks, with the traits of the text."""
        if self._scanner:
            found = self._scanner.find(text, offset)
            return Seen(*found.masks, found.traits, found)
        words, find_hits = self.find(text, offset)
        mask = 0
        for word in words:
            mask |= self._masks.get(word, 0)
        return Seen(mask, mask, traits.ALL, Hits(text, find_hits))

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
    def _scanner(self) -> Scanner[Hit, Line] | None:
        scan = scanner()
        return scan(self._tables, (Hit, Line), SEPARATOR, OF, self._strange, self._masks) if scan else None

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
