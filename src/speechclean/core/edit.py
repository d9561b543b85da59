"""One change to one text, and the account of who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Part(NamedTuple):
    """The span that one rule asked to change, kept when edits unite; `new` is what it put there, kept when they are joined."""

    rule: str
    start: int
    end: int
    evidence: str = ""
    new: str = ""


class Edit(NamedTuple):
    """Replace `old`, which stands at `start`, by `new`. Offsets count code points.

    An edit carries its old text, so it can be checked before it is applied, undone, and composed with others.
    """

    start: int
    old: str
    new: str
    parts: tuple[Part, ...] = ()

    @property
    def end(self) -> int:
        """The offset behind the old text."""
        return self.start + len(self.old)

    def credited(self, rule: str) -> Edit:
        """The same edit with `rule` as the name in each of its parts."""
        start, old, new, parts = self
        if len(parts) == 1 and parts[0].rule == rule:
            return self
        credited = [Part(rule, first, last, evidence, there) for _, first, last, evidence, there in parts]
        return Edit(start, old, new, tuple(credited))


def swap(text: str, start: int, end: int, new: str, evidence: str = "") -> Edit:
    """An edit that puts `new` in the place of `text[start:end]`."""
    return Edit(start, text[start:end], new, (Part("", start, end, evidence),))


def cut(text: str, start: int, end: int, evidence: str = "") -> Edit:
    """An edit that removes `text[start:end]`."""
    return Edit(start, text[start:end], "", (Part("", start, end, evidence),))


class Reason(NamedTuple):
    """The rule that asks, and its evidence."""

    rule: str
    evidence: str = ""


class Cuts:
    """Spans to remove from a text, by start; each is an edit to whoever iterates.

    A rule that finds hundreds may give these as its edits: to make, credit and check an edit takes longer than the cut.
    """

    __slots__ = ("_reason", "_text", "spans")

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], reason: Reason) -> None:
        self._text = text
        self.spans = spans
        self._reason = reason

    def __len__(self) -> int:
        return len(self.spans)

    def __iter__(self) -> Iterator[Edit]:
        text, (rule, evidence) = self._text, self._reason
        for start, end in self.spans:
            yield Edit(start, text[start:end], "", (Part(rule, start, end, evidence),))

    def are_apart(self) -> bool:
        """Whether none is empty, and text stands between any two."""
        reached = -1
        for start, end in self.spans:
            if not reached < start < end:
                return False
            reached = end
        return True

    def are_of(self, text: str) -> bool:
        """Whether they were found in this very text, and need no check when they are applied to it."""
        return text is self._text

    def apply(self) -> str:
        """The text without the spans."""
        text, place = self._text, 0
        if (cut_out := native.cutter()) and (left := cut_out(text, self.spans)) is not None:
            return left
        pieces: list[str] = []
        for start, end in self.spans:
            pieces.append(text[place:start])
            place = end
        pieces.append(text[place:])
        return "".join(pieces)
