"""Edits on one text as an algebra: collect, apply, invert, compose, map."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, Part
from speechclean.core.errors import PatchError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Patch:
    """Sorted edits on one text, with at least one untouched character between any two.

    Build one with `Patch.collect`; offsets count code points of the text the patch applies to.
    """

    __slots__ = ("_places", "edits")

    def __init__(self, edits: tuple[Edit, ...] = ()) -> None:
        self.edits = edits
        self._places: tuple[list[int], list[int], list[int]] | None = None

    def __bool__(self) -> bool:
        return bool(self.edits)

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
        changes = [edit for edit in edits if edit.old != edit.new]
        if _are_apart(changes):
            return cls(tuple(changes))
        kept: list[Edit] = []
        for edit in changes:
            _admit(kept, edit)
        return cls(tuple(_join_touching(kept)))

    def apply(self, text: str) -> str:
        """The text with every edit done. Raises PatchError where an edit's old text does not stand."""
        pieces: list[str] = []
        position = 0
        for start, old, new, _ in self.edits:
            if not text.startswith(old, start):
                raise PatchError(f"the text at {start} is not {old!r}")
            pieces += text[position:start], new
            position = start + len(old)
        pieces.append(text[position:])
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
        starts, _, shifts = self._table()
        number = (bisect_right if after else bisect_left)(starts, position)
        if number:
            edit = self.edits[number - 1]
            if position < edit.end or position == edit.end == edit.start:
                return shifts[number - 1] + _within(edit, position, after=after)
        return position + shifts[number]

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the old text lies in the new one.

        It takes in the whole of a change that it begins or ends within, and leaves out what was inserted at its
        borders.
        """
        starts, ends, shifts = self._table()
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if last and end < ends[last - 1]:
            new_end = shifts[last - 1] + _within(self.edits[last - 1], end, after=True)
        else:
            new_end = end + shifts[last]
        if first > last or first == len(ends):
            return min(start + shifts[last], new_end), new_end
        inside = start > starts[first]
        return shifts[first] + (_within(self.edits[first], start, after=False) if inside else start), new_end

    def _table(self) -> tuple[list[int], list[int], list[int]]:
        """The starts and ends of the edits, and how far the text before each, and behind the last, is moved."""
        if self._places is None:
            grown = (len(edit.new) - len(edit.old) for edit in self.edits)
            ends = [edit.end for edit in self.edits]
            self._places = [edit.start for edit in self.edits], ends, list(accumulate(grown, initial=0))
        return self._places

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


def _within(edit: Edit, position: int, *, after: bool) -> int:
    """Where an offset inside an edit's old text lies, but for the shift of the edits before it."""
    if len(edit.old) == len(edit.new):
        return position
    return edit.start + (len(edit.new) if after else 0)


def _are_apart(edits: list[Edit]) -> bool:
    """Whether the edits come in order with text between them, as those of one rule do."""
    end = -1
    for start, old, _, _ in edits:
        if start <= end:
            return False
        end = start + len(old)
    return True


def _admit(kept: list[Edit], edit: Edit) -> None:
    """Put an edit among the sorted and disjoint ones already kept, unite it with them, or drop it."""
    if not kept or kept[-1].end < edit.start:
        kept.append(edit)
        return
    first = bisect_right(kept, edit.start, key=lambda other: other.start)
    while first and _overlaps(kept[first - 1], edit):
        first -= 1
    last = first
    while last < len(kept) and _overlaps(kept[last], edit):
        last += 1
    rivals = kept[first:last]
    if not rivals:
        kept.insert(first, edit)
    elif not edit.new and not any(rival.new for rival in rivals):
        kept[first:last] = [_unite([*rivals, edit])]


def _overlaps(one: Edit, other: Edit) -> bool:
    """Whether two edits claim the same characters, or one inserts within the other or at its borders."""
    if one.old and other.old:
        return one.start < other.end and other.start < one.end
    insertion, host = (one, other) if not one.old else (other, one)
    return host.start <= insertion.start <= host.end


def _unite(cuts: list[Edit]) -> Edit:
    cuts = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    start, old = cuts[0].start, cuts[0].old
    for cut in cuts[1:]:
        old += cut.old[max(0, start + len(old) - cut.start) :]
    return Edit(start, old, "", _merged_parts(cuts))


def _merged_parts(edits: Iterable[Edit]) -> tuple[Part, ...]:
    parts = {part for edit in edits for part in edit.parts}
    return tuple(sorted(parts, key=lambda part: (part.start, part.end, part.rule, part.evidence)))


def _join_touching(edits: list[Edit]) -> Iterator[Edit]:
    run: list[Edit] = []
    for edit in edits:
        if run and run[-1].end < edit.start:
            yield _joined(run)
            run = []
        run.append(edit)
    if run:
        yield _joined(run)


def _joined(run: list[Edit]) -> Edit:
    if len(run) == 1:
        return run[0]
    old = "".join(edit.old for edit in run)
    return Edit(run[0].start, old, "".join(edit.new for edit in run), _merged_parts(run))


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
