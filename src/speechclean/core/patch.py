"""Edits on one text as an algebra: collect, apply, invert, compose, map."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.edit import Cuts, Edit, Part
from speechclean.core.errors import PatchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from speechclean.core.note import Note


class Patch:
    """Sorted edits on one text, with at least one untouched character between any two.

    Build one with `Patch.collect`; offsets count code points of the text the patch applies to.
    """

    __slots__ = ("_found", "_places")

    def __init__(self, edits: tuple[Edit, ...] | Cuts = ()) -> None:
        self._found = edits
        self._places: tuple[list[int], list[int], list[int]] | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits, by start."""
        if isinstance(self._found, Cuts):
            self._found = tuple(self._found)
        return self._found

    def __len__(self) -> int:
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Patch) and self.edits == other.edits

    def __hash__(self) -> int:
        return hash(self.edits)

    def __repr__(self) -> str:
        return f"Patch({list(self.edits)!r})"

    @classmethod
    def collect(cls, edits: Iterable[Edit]) -> Patch:
        """One patch of edits that were found apart from each other.

        Overlapping cuts unite and keep their parts, in whatever order they come. Where a replacement is
        involved the first edit wins and the later one is dropped. Touching edits are joined.
        """
        if isinstance(edits, Cuts) and edits.are_apart():
            return cls(edits)
        changes = [edit for edit in edits if edit.old != edit.new]
        if _are_apart(changes):
            return cls(tuple(changes))
        from speechclean.core.reconciled import reconciled

        return cls(reconciled(changes))

    def apply(self, text: str) -> str:
        """The text with every edit done. Raises PatchError where an edit's old text does not stand."""
        if isinstance(self._found, Cuts) and self._found.are_of(text):
            return self._found.apply()
        whole = str.__str__(text)  # itself, or the characters of a subclass
        if (splice := native.splicer()) and (done := splice(whole, self.edits)) is not None:
            return done
        pieces: list[str] = []
        position = 0
        for start, old, new, _ in self.edits:
            if not whole.startswith(old, start):
                raise PatchError(f"the text at {start} is not {old!r}")
            pieces += whole[position:start], new
            position = start + len(old)
        pieces.append(whole[position:])
        return "".join(pieces)

    def invert(self) -> Patch:
        """The patch that undoes this one, on the text that this one makes."""
        shift = 0
        back: list[Edit] = []
        for edit in self.edits:
            start = edit.start + shift
            end = start + len(edit.new)
            parts = tuple(Part(part.rule, start, end, part.evidence) for part in edit.parts)
            back.append(Edit(start, edit.new, edit.old, parts))
            shift += len(edit.new) - len(edit.old)
        return Patch(tuple(back))

    def map(self, position: int, *, after: bool = False) -> int:
        """Where an offset of the old text lies in the new one.

        Text replaced by as much text keeps its offsets. Inside other changed text an offset moves to the start of
        the new text, or to its end when `after` is true; so does an offset at which text was inserted.
        """
        starts, ends, shifts = self._table()
        number = (bisect_right if after else bisect_left)(starts, position)
        if number:
            start, end = starts[number - 1], ends[number - 1]
            if position < end or position == end == start:
                return shifts[number - 1] + self._within(number - 1, position, after=after)
        return position + shifts[number]

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the old text lies in the new one.

        It takes in the whole of a change that it begins or ends within, and leaves out what was inserted at its
        borders.
        """
        starts, ends, shifts = self._table()
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if last and end < ends[last - 1]:
            new_end = shifts[last - 1] + self._within(last - 1, end, after=True)
        else:
            new_end = end + shifts[last]
        if first > last or first == len(ends):
            return min(start + shifts[last], new_end), new_end
        inside = start > starts[first]
        return shifts[first] + (self._within(first, start, after=False) if inside else start), new_end

    def _table(self) -> tuple[list[int], list[int], list[int]]:
        """The starts and ends of the edits, and how far the text before each, and behind the last, is moved."""
        if self._places is None:
            starts: list[int] = []
            ends: list[int] = []
            shifts = [0]
            for start, end, size in _sizes(self._found):
                starts.append(start)
                ends.append(end)
                shifts.append(shifts[-1] + size - (end - start))
            self._places = starts, ends, shifts
        return self._places

    def _within(self, number: int, position: int, *, after: bool) -> int:
        """Where an offset inside an edit's old text lies, but for the shift of the edits before it."""
        starts, ends, shifts = self._table()
        grown = shifts[number + 1] - shifts[number]
        if not grown:
            return position
        return ends[number] + grown if after else starts[number]

    def then(self, later: Patch) -> Patch:
        """One patch that does what this one and `later`, which applies to its result, do together."""
        back = self.invert()
        parts = {there.start: here.parts for here, there in zip(self.edits, back.edits, strict=True)}
        composed: list[Edit] = []
        for mine, theirs in _groups(back.edits, later.edits):
            own = [part for edit in mine for part in parts[edit.start]]
            edit = _compose(mine, theirs, back, own)
            if edit.old != edit.new:
                composed.append(edit)
        return Patch(tuple(composed))


def moved(notes: Iterable[Note], patch: Patch) -> tuple[Note, ...]:
    """The notes at their places in the text that the patch makes."""
    return tuple([note.moved(*patch.map_span(note.start, note.end)) for note in notes])


def _sizes(edits: tuple[Edit, ...] | Cuts) -> list[tuple[int, int, int]]:
    """For each edit the span that it changes, and the length of what it puts there."""
    if isinstance(edits, Cuts):
        return [(start, end, 0) for start, end in edits.spans]
    return [(start, start + len(old), len(new)) for start, old, new, _ in edits]


def _are_apart(edits: list[Edit]) -> bool:
    """Whether the edits come in order with text between them, as those of one rule do."""
    end = -1
    for start, old, _, _ in edits:
        if start <= end:
            return False
        end = start + len(old)
    return True


def _groups(back: tuple[Edit, ...], later: tuple[Edit, ...]) -> Iterator[tuple[list[Edit], list[Edit]]]:
    """Edits of two patches on one text, grouped where they overlap or touch."""
    sides = sorted([(edit.start, 0, edit) for edit in back] + [(edit.start, 1, edit) for edit in later])
    group: tuple[list[Edit], list[Edit]] = ([], [])
    end = -1
    for start, side, edit in sides:
        if start > end >= 0:
            yield group
            group = ([], [])
        group[side].append(edit)
        end = max(end, edit.end)
    if end >= 0:
        yield group


def _compose(mine: list[Edit], theirs: list[Edit], back: Patch, own: list[Part]) -> Edit:
    """One edit from the old text to the newest, for a group: `mine` leads back, `theirs` onward."""
    start = min(edit.start for edit in mine + theirs)
    between = _between(start, mine + theirs)
    old = Patch(tuple(edit._replace(start=edit.start - start) for edit in mine)).apply(between)
    new = Patch(tuple(edit._replace(start=edit.start - start) for edit in theirs)).apply(between)
    origin = back.map(start)
    others = [
        Part(p.rule, back.map(p.start), back.map(p.end, after=True), p.evidence) for edit in theirs for p in edit.parts
    ]
    return Edit(origin, old, new, tuple(dict.fromkeys(own + others)))


def _between(start: int, edits: list[Edit]) -> str:
    """The text that a group of connected edits covers, put together from their old texts."""
    text = ""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        text += edit.old[max(0, start + len(text) - edit.start) :]
    return text
