"""What `--add-columns` tells of a record, and which records `--drop` leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.core.result import Result

COLUMNS = ("status", "script", "removed_share", "notes", "truncated")
"""The columns that are added, named as those of `speechclean.batch`."""
KINDS = ("held", "truncated", "failed", "empty")
"""What records can be left out for."""
STATUSES = ("unchanged", "cleaned", "held")
"""What may become of a field, the more important the later."""
SHOWN = 32
"""Characters of a note's text that are told."""


def status_of(results: Sequence[Result]) -> str:
    """What became of a record, by what became of its fields."""
    if len(results) == 1:
        return results[0].status
    return max((result.status for result in results), key=STATUSES.index, default="unchanged")


def marks(results: Sequence[Result]) -> dict[str, object]:
    """The columns of a record; without a field that holds text, all are null."""
    if not results:
        return dict.fromkeys(COLUMNS)
    from speechclean.report.script import script_of

    length = sum(len("".join(result.before.split())) for result in results)
    noted = [f"{note.kind}: {note.text[:SHOWN]}" for result in results for note in result.notes]
    broken = [f"broken: {failure.rule}: {failure.error}" for result in results for failure in result.failures]
    return {
        "status": status_of(results),
        "script": script_of(results[0].before),
        "removed_share": round(sum(result.removed for result in results) / max(1, length), 6),
        "notes": noted + broken,
        "truncated": any(result.truncated for result in results),
    }


def failed(why: str) -> dict[str, object]:
    """The columns of a record that could not be cleaned."""
    return {**dict.fromkeys(COLUMNS), "status": "failed", "notes": [f"failed: {why}"]}


def is_left_out(kinds: frozenset[str], results: Sequence[Result]) -> bool:
    """Whether a record is one of those that are left out."""
    return bool(kinds) and any(
        result.status in kinds
        or ("truncated" in kinds and result.truncated)
        or ("empty" in kinds and not result.text.strip())
        for result in results
    )
