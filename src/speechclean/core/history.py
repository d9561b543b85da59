"""All that the runs of a journal did to one text, and how a part of it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from speechclean.core.errors import JournalError
from speechclean.core.journal import (
    VERSION,
    JournalRecord,
    StepRecord,
    digest,
    edit_record,
    newlines_from,
    patch_of,
    plain_text,
)
from speechclean.core.named import NamedTuple
from speechclean.core.partial import PUT_BACK
from speechclean.core.receipt import Receipt
from speechclean.core.result import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.core.newlines import Newlines
    from speechclean.core.patch import Patch

T = TypeVar("T", bytes, str)


class History(NamedTuple):
    r"""A cleaned text with `\n` newlines, the newlines of its file, and every step that made it, the first one first."""

    text: str
    newlines: Newlines
    steps: tuple[Step, ...]


def history(cleaned: bytes | str, runs: Iterable[tuple[bytes | str, JournalRecord]]) -> History | None:
    """The history of a text from (text before, record) of each run that changed it, the latest first; None without any.

    Raises JournalError when one run did not read what the one before it wrote.
    """
    steps: list[Step] = []
    first = last = None
    for before, record in runs:
        text = plain_text(cleaned, record)
        if first is None:
            first, newlines = text, newlines_from(record["newlines"])
        elif text != last:
            raise JournalError("the runs that cleaned it do not fit together; restore it as a whole")
        for step in reversed(record["steps"]):
            steps.append(Step(step["stage"], patch_of(text, step)))
            text = steps[-1].patch.invert().apply(text)
        cleaned, last = before, text
    return None if first is None else History(first, newlines, tuple(reversed(steps)))


def written(cleaned: T, past: History, patch: Patch) -> T:
    """The cleaned text with a patch applied, in the form it has: UTF-8 bytes of a file, or the string of a field."""
    text = patch.apply(past.text)
    final = bool(text) if isinstance(cleaned, bytes) else past.newlines.final
    text = text + "\n" if final else text
    if past.newlines.written != "\n":
        text = text.replace("\n", past.newlines.written)
    return text.encode("utf-8", "surrogatepass") if isinstance(cleaned, bytes) else text


def put_back_record(cleaned: T, past: History, patch: Patch, *, path: str, tool: str) -> JournalRecord:
    """The record that leads from a file, or a field, in which something was put back to the cleaned one."""
    receipt, final = None, past.newlines.final
    if isinstance(cleaned, bytes):
        raw = None if _is_utf8(cleaned) else cleaned
        receipt, final = Receipt("utf-8", "restore --only", raw=raw).to_json(), bool(cleaned)
    return JournalRecord(
        version=VERSION,
        tool=tool,
        path=path,
        record=None,
        before=digest(cleaned),
        after=digest(written(cleaned, past, patch)),
        receipt=receipt,
        newlines=[past.newlines.written, [], final],
        steps=[StepRecord(stage=PUT_BACK, edits=[edit_record(edit) for edit in patch.edits])],
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:  # a lone surrogate, which no encoder would write
        return False
    return True
