"""A span that may be foreign, and a piece of evidence on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from speechclean.judgement.tokens import Token, View


class Evidence(NamedTuple):
    """One piece: what kind, what it weighs (above 0 for an ad), and the words it stands on."""

    kind: str
    weight: float
    words: str = ""


class Span(NamedTuple):
    """The tokens `first` to `last` (exclusive) of a view, with the word classes of all its tokens."""

    view: View
    kinds: list[str]
    first: int
    last: int

    @property
    def before(self) -> Token | None:
        """The token before the span."""
        return self.view.tokens[self.first - 1] if self.first else None

    @property
    def after(self) -> Token | None:
        """The token behind the span."""
        return self.view.tokens[self.last] if self.last < len(self.view.tokens) else None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the span."""
        return self.view.tokens[self.first : self.last]

    def words(self, letter: str) -> list[str]:
        """The words of a class in the span, each once."""
        found: list[str] = []
        tokens, kinds = self.view.tokens, self.kinds
        number = self.first
        while number < self.last:
            step = number + 1
            if letter in kinds[number]:
                while step < self.last and kinds[step] == kinds[number]:
                    step += 1
                found.append(self.view.text[tokens[number].start : tokens[step - 1].end])
            number = step
        return list(dict.fromkeys(found))
