"""A span that may be foreign, and a piece of evidence on it."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
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
    """The tokens `first` to `last` (exclusive) of a view, with the word classes of all its tokens."""

    def __init__(self, view: View, kinds: list[str], first: int, last: int) -> None:
        self.view = view
        self.kinds = kinds
        self.first = first
        self.last = last

    @cached_property
    def forms(self) -> list[str]:
        """The forms of the span's tokens."""
        return self.view.forms[self.first : self.last]

    @cached_property
    def shapes(self) -> str:
        """The shapes of the span's tokens, a letter each."""
        return self.view.shapes[self.first : self.last]

    @property
    def start(self) -> int:
        """Where the span starts in the view's text."""
        return self.view.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.view.starts[self.last]

    def words(self, letter: str) -> list[str]:
        """The words of a class in the span, each once."""
        return list(dict.fromkeys(words for kind, words in self._runs if letter in kind))

    @cached_property
    def _runs(self) -> list[tuple[str, str]]:
        """The runs of tokens of one class in the span: the letters of the class, and the text."""
        found: list[tuple[str, str]] = []
        start = self.first
        for kind, run in groupby(self.kinds[start : self.last]):
            end = start + len(list(run))
            if kind:
                found.append((kind, self.view.words(start, end)))
            start = end
        return found
