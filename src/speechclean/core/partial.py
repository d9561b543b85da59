"""Puts back what some rules did and leaves what the others did, as far as the two can be told apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from speechclean.core.edit import Edit, Part
from speechclean.core.named import NamedTuple
from speechclean.core.patch import Patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from speechclean.core.result import Step

    Wanted = Callable[[str, str], bool]

PUT_BACK = "put-back"
"""The name of a step that is itself a putting back: what came back by it stays."""
LONGEST = 5_000
"""Texts of unequal length beyond this are not compared to find out where in them a change lies."""


class Piece(NamedTuple):
    """A part of an edit, and whether it is to be undone."""

    edit: Edit
    undone: bool


def put_back(steps: Iterable[Step], wanted: Wanted) -> Patch:
    """The patch on the text that all steps made which undoes what the wanted rules did: `wanted(stage, rule)`.

    What an unwanted rule took as well stays away. What a later step changed across a place that comes back is undone with
    it, and blanks that were tidied beside it. A put-back step stays done; its parts name the rules that were wanted.
    """
    done = tuple(steps)
    due = Patch()
    for number, step in enumerate(done):
        asked = _asked(done[number:], wanted)
        pieces = [piece for edit in step.patch.edits for piece in _pieces(edit, step.stage, asked)]
        due = Patch(tuple(_left(due, [edit for edit, undone in pieces if not undone and not edit.new.strip()])))
        due = _carried(due, [part for piece in pieces for part in _yielding(piece, due)])
    return due


def _asked(steps: tuple[Step, ...], wanted: Wanted) -> Wanted:
    """What is asked of the first of the steps: what came back by a later one too, which is taken apart for that."""
    back = {part.rule for step in steps if step.stage == PUT_BACK for edit in step.patch.edits for part in edit.parts}
    return lambda stage, rule: stage == PUT_BACK or rule in back or wanted(stage, rule)


def _pieces(edit: Edit, stage: str, wanted: Wanted) -> Iterator[Piece]:
    """An edit taken apart into what is undone and what stays; whole where its new text cannot be shared out."""
    asked = tuple(part for part in edit.parts if wanted(stage, part.rule))
    if not asked or len(asked) == len(edit.parts):
        yield Piece(edit, bool(asked))
    elif edit.new and len(edit.new) != len(edit.old):
        yield Piece(edit._replace(parts=asked), undone=True)
    else:
        others = [part for part in edit.parts if part not in asked]
        borders = {border for part in edit.parts for border in (part.start, part.end)}
        for piece in _cut_at(edit, borders):
            undone = _covers(asked, piece) and not _covers(others, piece)
            yield Piece(piece._replace(parts=asked) if undone else piece, undone)


def _covers(parts: Iterable[Part], piece: Edit) -> bool:
    return any(part.start <= piece.start and piece.end <= part.end for part in parts)


def _cut_at(edit: Edit, borders: Iterable[int]) -> Iterator[Edit]:
    """A cut, or a replacement by as much text, in pieces between the borders."""
    inside = (border for border in borders if edit.start < border < edit.end)
    for start, end in pairwise(sorted({edit.start, *inside, edit.end})):
        old = edit.old[start - edit.start : end - edit.start]
        yield Edit(start, old, edit.new[start - edit.start : end - edit.start], edit.parts)


def _left(due: Patch, removals: list[Edit]) -> Iterator[Edit]:
    """What is due but for what stood within something that an unwanted rule took; blanks take no words."""
    for edit in due.edits:
        grows = len(edit.old) != len(edit.new)
        takers = [one for one in _near(edit, removals) if _overlap(edit, one) and not (grows and _blank(one))]
        for part in _fine(edit, takers) if takers else (edit,):
            if not any(taker.start <= part.start and part.end <= taker.end for taker in takers):
                yield part


def _yielding(piece: Piece, due: Patch) -> Iterator[Piece]:
    """A piece that stays, but for what stands in the way of something that comes back."""
    rivals = [] if piece.undone else [one for one in _near(piece.edit, due.edits) if _in_the_way(piece.edit, one)]
    if not rivals:
        yield piece
        return
    for edit in _fine(piece.edit, rivals):
        behalf = tuple(part for rival in rivals if _in_the_way(edit, rival) for part in rival.parts)
        yield Piece(edit._replace(parts=behalf) if behalf else edit, bool(behalf))


def _near(edit: Edit, others: Sequence[Edit]) -> Sequence[Edit]:
    """Those of the sorted others that overlap an edit or touch it."""
    first = bisect_left(others, edit.start, key=lambda other: other.end)
    return others[first : bisect_right(others, edit.end, key=lambda other: other.start)]


def _overlap(edit: Edit, other: Edit) -> bool:
    return edit.start < other.end and other.start < edit.end


def _in_the_way(edit: Edit, rival: Edit) -> bool:
    """Whether an edit and what comes back claim the same place, or the edit but tidied blanks beside it."""
    both_insert = edit.start == edit.end == rival.start == rival.end
    beside = _blank(edit) and len(rival.old) < len(rival.new)
    return _overlap(edit, rival) or both_insert or beside


def _blank(edit: Edit) -> bool:
    return not (edit.old + edit.new).strip()


def _fine(edit: Edit, rivals: Sequence[Edit]) -> Iterator[Edit]:
    """An edit in smaller ones, so that little of it has to yield to the rivals."""
    if not edit.new or not edit.old:
        yield edit
    elif len(edit.old) == len(edit.new):
        borders = {border for rival in rivals for border in (rival.start, rival.end)}
        yield from (piece for piece in _cut_at(edit, borders) if piece.old != piece.new)
    elif max(len(edit.old), len(edit.new)) > LONGEST:
        yield edit
    else:
        from difflib import SequenceMatcher

        for kind, start, end, low, high in SequenceMatcher(None, edit.old, edit.new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield Edit(edit.start + start, edit.old[start:end], edit.new[low:high], edit.parts)


def _carried(due: Patch, pieces: list[Piece]) -> Patch:
    """What is due on the text before a step, and the pieces to be undone, as a patch on the text after it."""
    kept = Patch(tuple(edit for edit, undone in pieces if not undone))
    onward = (edit._replace(start=kept.map(edit.start, after=bool(edit.old))) for edit in due.edits)
    return _joined(_backward(pieces)).then(_joined(onward))


def _backward(pieces: list[Piece]) -> Iterator[Edit]:
    shift = 0
    for edit, undone in pieces:
        if undone:
            yield Edit(edit.start + shift, edit.new, edit.old, edit.parts)
        shift += len(edit.new) - len(edit.old)


def _joined(edits: Iterable[Edit]) -> Patch:
    """Sorted edits as a patch: those that touch become one, in their order, and each rule claims all of it."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].end >= edit.start:
            last = joined[-1]
            edit = Edit(last.start, last.old + edit.old, last.new + edit.new, last.parts + edit.parts)  # noqa: PLW2901  # it grew
            joined.pop()
        joined.append(edit)
    return Patch(tuple(_claimed(edit) for edit in joined))


def _claimed(edit: Edit) -> Edit:
    rules = dict.fromkeys(part.rule for part in edit.parts)
    return edit._replace(parts=tuple(Part(rule, edit.start, edit.end) for rule in rules))
