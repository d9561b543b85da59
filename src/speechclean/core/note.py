"""Something that was seen and left alone."""

from __future__ import annotations

from speechclean.core.named import NamedTuple


class Note(NamedTuple):
    """A gap, a redaction mask, suspected mojibake, a removal held back: reported, never edited.

    `kind` is one of `gap`, `mask`, `mojibake`, `held`, `suspect`. Offsets count code points. `certain` says how much
    of `reading` (the best guess at the true text, or "") is proven, from 0 to 1.
    """

    kind: str
    start: int
    end: int
    text: str
    rule: str = ""
    reading: str = ""
    certain: float = 0.0

    def credited(self, rule: str) -> Note:
        """The same note with `rule` as its author."""
        return Note(self.kind, self.start, self.end, self.text, rule, self.reading, self.certain)

    def moved(self, start: int, end: int) -> Note:
        """The same note at another place."""
        return Note(self.kind, start, end, self.text, self.rule, self.reading, self.certain)
