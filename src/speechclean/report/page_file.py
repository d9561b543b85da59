"""What the review page knows of one file: its text in pieces, with the changes between them and within each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechclean.core.named import NamedTuple
from speechclean.decisions import changes
from speechclean.decisions.files import entry
from speechclean.wording import worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from speechclean.core.note import Note
    from speechclean.core.result import Result
    from speechclean.decisions import Change, Refusal

MOST_NOTES = 200
LONGEST_NOTE = 300

Json = dict[str, Any]


def file_data(
    result: Result, rule: Callable[[str], int], earlier: Iterable[Refusal]
) -> tuple[dict[str, list[Any]], tuple[Change, ...]]:
    """The data of one file, with rules by their numbers, and its changes.

    Texts are cut where changes begin and end, so that nobody has to count characters. Empty lists where the file has
    no changes, no notes and no decisions that were made before.
    """
    found = changes(result)
    notes = [_note(note, result) for note in result.notes[:MOST_NOTES]]
    decided = [entry(refusal) for refusal in earlier]
    pieces = _pieces(result, found, rule) if found or notes or decided else []
    return {"pieces": pieces, "notes": notes, "earlier": decided}, found


def taken(found: Iterable[Change]) -> dict[str, tuple[int, int]]:
    """How many changes each rule made, and how many characters it took or replaced."""
    counts: dict[str, tuple[int, int]] = {}
    for change in found:
        for rule in dict.fromkeys(rule for rule, _ in change.parts):
            number, characters = counts.get(rule, (0, 0))
            counts[rule] = (number + 1, characters + len(change.old))
    return counts


class _Open(NamedTuple):
    """A change whose text is being gathered; the outermost is the whole file."""

    end: int
    pieces: list[Any]
    told: Json
    old: str


def _pieces(result: Result, found: Iterable[Change], rule: Callable[[str], int]) -> list[Any]:
    """The decoded original as strings and changes, in order; a change holds what it takes in the same form.

    Of two that cross, the first ends where the second begins.
    """
    text = result.before
    open_ = [_Open(len(text), [], {}, text)]
    root = open_[0].pieces
    position = 0
    for change in found:
        while len(open_) > 1 and (open_[-1].end <= change.start or open_[-1].end < change.end):
            position = _close(text, position, open_, change.start)
        if change.start > position:
            open_[-1].pieces.append(text[position : change.start])
            position = change.start
        told = _change(change, result, rule)
        open_[-1].pieces.append(told)
        open_.append(_Open(change.end, told["old"], told, change.old))
    while open_:
        position = _close(text, position, open_, len(text))
    return root


def _close(text: str, position: int, open_: list[_Open], before: int) -> int:
    """End the innermost open change, before another begins, and return where the text goes on."""
    last = open_.pop()
    end = min(last.end, before)
    if end > position:
        last.pieces.append(text[position:end])
    if end < last.end:
        last.told["read"] = last.old
    return max(position, end)


def _change(change: Change, result: Result, rule: Callable[[str], int]) -> Json:
    """A change: what is not told here is as usual (nothing new, read as shown, the context left as found)."""
    line, column = result.line_and_column(change.start)
    told: Json = {
        "by": [[rule(name), worded(evidence)] for name, evidence in change.parts],
        "old": [],
        "at": [line, column],
        "found": change.found,
    }
    if change.new:
        told["new"] = change.new
    if change.old != result.before[change.start : change.end]:
        told["read"] = change.old
    if change.left != change.found:
        told["left"] = change.left
    if change.ordinal:
        told["ordinal"] = change.ordinal
    return told


def _note(note: Note, result: Result) -> list[object]:
    line, _ = result.line_and_column(note.start)
    return [note.kind, line, note.text[:LONGEST_NOTE], note.reading[:LONGEST_NOTE]]
