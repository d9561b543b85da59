"""A span that may be foreign, and a piece of evidence on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View


class Evidence:
    """One piece: what kind, what it weighs (above 0 for an ad), and the words it stands on."""

    __slots__ = ("kind", "weight", "words")

    def __init__(self, kind: str, weight: float, words: str = "") -> None:
        self.kind = kind
        self.weight = weight
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Evidence) and (self.kind, self.weight, self.words) == (
            other.kind,
            other.weight,
            other.words,
        )

    def __hash__(self) -> int:
        return hash((self.kind, self.weight, self.words))

    def __repr__(self) -> str:
        return f"Evidence({self.kind!r}, {self.weight!r}, {self.words!r})"


class Span:
    """The tokens `first` to `last` (exclusive) of a view, with the word classes of all its tokens.

    `letters` are those of the classes that words of the span belong to, `telling` the forms of its identifiers and signs;
    `own_line` is whether it fills a line.
    """

    __slots__ = (
        "_words",
        "end",
        "first",
        "forms",
        "kinds",
        "last",
        "letters",
        "own_line",
        "shapes",
        "start",
        "telling",
        "view",
    )

    def __init__(self, view: View, kinds: list[str], first: int, last: int) -> None:
        self.view = view
        self.kinds = kinds
        self.first = first
        self.last = last
        self.forms = view.forms[first:last]
        self.shapes = view.shapes[first:last]
        self.letters = _letters_of(kinds, first, last)
        self.telling = _telling(self.forms, self.shapes)
        self.start = view.starts[first]
        self.end = view.starts[last]
        self.own_line = False
        self._words: dict[str, dict[str, None]] | None = None

    def words(self, letter: str) -> list[str]:
        """The words of a class in the span, each once."""
        if letter not in self.letters:
            return []
        if self._words is None:
            self._words = self._by_class()
        return list(self._words.get(letter, ()))

    def _by_class(self) -> dict[str, dict[str, None]]:
        """The words of each class: runs of tokens whose classes are the same."""
        found: dict[str, dict[str, None]] = {}
        kinds, end = self.kinds, self.first
        while end < self.last:
            start, kind = end, kinds[end]
            while end < self.last and kinds[end] == kind:
                end += 1
            for letter in kind:
                found.setdefault(letter, {})[self.view.words(start, end)] = None
        return found


def _letters_of(kinds: list[str], first: int, last: int) -> str:
    """The letters of the word classes of some tokens; those of neighbours of one class once."""
    letters = known = ""
    for number in range(first, last):
        kind = kinds[number]
        if kind and kind != known:
            known = kind
            letters += kind
    return letters


def _telling(forms: list[str], shapes: str) -> list[str]:
    """The forms of identifiers and signs: no other token is one that a set of accounts, hosts or signs holds."""
    found: list[str] = []
    for number, shape in enumerate(shapes):
        if shape in "nlkde":
            found.append(forms[number])  # a comprehension would not be typed
    return found
