"""A text as rules read it: lines, trigger hits, facts counted once, and a folded view for matching."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from speechclean.core.fold import fold
from speechclean.core.hits import Hit, Hits, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from speechclean.core.hits import FindHits, Found
    from speechclean.core.note import Note

__all__ = ["Document", "Hit", "Line"]

T = TypeVar("T")


class Document:
    r"""A text with `\n` newlines, what was counted on it, and what earlier stages noted.

    All offsets count code points of `text`. `original` is the text as it was decoded: facts are counted on it
    once, whatever stages have done since. `find_hits` is asked when a rule first asks for hits. `again` is true where
    the stage's rules were asked about the text before, and edits were done since: what stays was noted then.
    """

    __slots__ = (
        "_facts",
        "_found",
        "_hits",
        "_rows",
        "again",
        "notes",
        "original",
        "text",
    )

    def __init__(self, text: str, find_hits: FindHits = tuple, notes: tuple[Note, ...] = ()) -> None:
        self.text = text
        self.original = text
        self.notes = notes
        self.again = False
        self._found: Found = (
            find_hits  # type: ignore[assignment]  # a protocol that is not there at run time
            if hasattr(find_hits, "of")
            else Hits(text, find_hits)
        )
        self._hits: tuple[Hit, ...] | None = None
        self._rows: list[str] | None = None
        self._facts: dict[object, object] = {}

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The triggers in `text`, by start."""
        if self._hits is None:
            self._hits = self._found()
        return self._hits

    @property
    def rows(self) -> list[str]:
        """The texts of all lines, without their newlines; parted once, for all rules that ask."""
        if self._rows is None:
            self._rows = self.text.split("\n")
        return self._rows

    def changed(self, text: str, hits: FindHits, notes: tuple[Note, ...]) -> Document:
        """The document that the next stage reads; it shares the facts."""
        later = Document(text, hits, notes)
        later.original = self.original
        later._facts = self._facts
        return later

    def fact(self, count: Callable[[str], T]) -> T:
        """What `count` says of the decoded original; asked once per document."""
        if count not in self._facts:
            self._facts[count] = count(self.original)
        return self._facts[count]  # type: ignore[return-value]  # keyed by the function that made it

    def is_outdated(self) -> bool:
        """Whether something that was true of the original is no longer true of the text."""
        for count, said in self._facts.items():  # noqa: SIM110  # compiled, it may hold no generator
            if said is True and not count(self.text):  # type: ignore[operator]  # keyed by the function that made it
                return True
        return False

    def know(self, count: Callable[[str], T], said: T) -> None:
        """Take this for what `count` says."""
        self._facts[count] = said

    def line_at(self, position: int) -> Line:
        """The line that holds `position`; a newline belongs to the line it ends."""
        end = self.text.find("\n", position)
        return Line(self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end)

    def lines(self) -> Iterator[Line]:
        """All lines, in order."""
        start = 0
        while (end := self.text.find("\n", start)) >= 0:
            yield Line(start, end)
            start = end + 1
        yield Line(start, len(self.text))

    def hits_of(self, words: Collection[str]) -> list[Hit]:
        """The hits of these triggers, by start. Give a frozenset, always the same one: which words it holds is looked up once."""
        return self._found.of(words)

    def wordless(self) -> list[tuple[int, int]] | None:
        """The spans of what may be accounts, in order; None where the scan has not told, or something is spaced out."""
        return self._found.wordless()

    def lines_with(self, words: Collection[str], first: int = 0) -> list[Line]:
        """The lines that hold one of these triggers, in order, each once; `first` is where the first one may begin."""
        return self._found.lines(words, first)

    def marked_lines(self, words: Collection[str], prose: int, near: int) -> list[tuple[Line, list[int]]]:
        """The lines that hold one of these triggers, each with the places of the triggers.

        In a line longer than `prose` those only count that have another one `near`.
        """
        return self._found.marked(words, prose, near)

    def folded(self, start: int = 0, end: int | None = None) -> str:
        """`text[start:end]` folded 1:1 (width, case, Traditional to Simplified): match on it, cut from `text`.

        Fold windows, not whole texts: the fold runs at 22 MB/s, and everything else together is faster.
        """
        return fold(self.text[start:end])

    def noted(self, kind: str) -> list[Note]:
        """What earlier stages noted of this kind, in today's offsets."""
        return [note for note in self.notes if note.kind == kind]
