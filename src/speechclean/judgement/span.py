"""A span that may be foreign, and a piece of evidence on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from speechclean.judgement.tokens import View


class Evidence(NamedTuple):
    """One piece: what kind, what it weighs (above 0 for an ad), and the words it stands on."""

    kind: str
    weight: float
    words: str = ""


class Span:
    """The tokens `first` to `last` (exclusive) of a view, with the word classes of all its tokens.

    `letters` are those of the classes that words of the span belong to.
    """

    __slots__ = ("_words", "end", "first", "forms", "kinds", "last", "letters", "shapes", "start", "view")

    def __init__(self, view: View, kinds: list[str], first: int, last: int) -> None:
        self.view = view
        self.kinds = kinds
        self.first = first
        self.last = last
        self.forms = view.forms[first:last]
        self.shapes = view.shapes[first:last]
        self.letters = "".join(set(kinds[first:last]))
        self.start = view.starts[first]
        self.end = view.starts[last]
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
