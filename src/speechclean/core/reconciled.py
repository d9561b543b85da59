"""Edits that were found apart from each other, made to go together, and told apart again."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from speechclean.core.edit import Part


def reconciled(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits by start and apart, as `Patch.collect` says it: united, dropped, or joined."""
    kept: list[Edit] = []
    for edit in edits:
        _admit(kept, edit)
    return tuple(_join_touching(kept))


def parted(edit: Edit) -> Sequence[Edit]:
    """The edits of single parts that an edit was made of; itself where they would not do what it does."""
    first = edit.start
    found = [
        Edit(part.start, edit.old[part.start - first : part.end - first], part.new, (part,)) for part in edit.parts
    ]
    made = reconciled(found)
    return found if [one[:3] for one in made] == [edit[:3]] else [edit]


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
    return Edit(run[0].start, old, "".join(edit.new for edit in run), _merged_parts(map(_owned, run)))


def _owned(edit: Edit) -> Edit:
    """An edit whose one part tells what it put there."""
    if len(edit.parts) != 1:
        return edit
    return edit._replace(parts=(edit.parts[0]._replace(new=edit.new),))
