"""What it takes to go back from a cleaned text to the original: one JSON record a text.

A record keeps the old text of every edit and the length of the new one, not the new text: with the cleaned text at
hand that is enough. Records stack by digest: when a text was cleaned twice, the second record's `before` digest is
the first one's `after`.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NotRequired, TypedDict

from speechclean.core.edit import Edit, Part
from speechclean.core.errors import JournalError, PatchError
from speechclean.core.newlines import Newlines
from speechclean.core.patch import Patch
from speechclean.core.receipt import Receipt

if TYPE_CHECKING:
    from speechclean.core.result import Result

VERSION = 1


class EditRecord(TypedDict):
    """One edit: offsets in code points of the text that its stage read, and in that text's successor."""

    start: int
    old: str
    new_length: int
    parts: list[tuple[str, int, int]]


class StepRecord(TypedDict):
    """The edits of one stage."""

    stage: str
    edits: list[EditRecord]


class JournalRecord(TypedDict):
    """All it takes to undo the cleaning of one text; `before` and `after` are SHA-256 digests of bytes.

    `record` is the number of an item in a stream, from 0. `begins` stands in a run's first record. `literal` is the
    JSON string of the original field where it was not written as speechclean writes strings. `field` is its name, which
    older journals tell only where several of a record were cleaned.
    """

    version: int
    tool: str
    path: str
    record: int | None
    before: str
    after: str
    receipt: dict[str, object] | None
    newlines: list[object]
    steps: list[StepRecord]
    begins: NotRequired[bool]
    literal: NotRequired[str]
    field: NotRequired[str]


def digest(data: bytes | str) -> str:
    """The SHA-256 of bytes, or of a text as UTF-8 (lone surrogates pass)."""
    return sha256(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")).hexdigest()


def journal_record(result: Result, *, path: str, tool: str, record: int | None = None) -> JournalRecord:
    """The record of one result. `record` is the number of the item in a stream of records, from 0."""
    given = result.given
    receipt = result.receipt.to_json() if isinstance(given, bytes) else None
    return JournalRecord(
        version=VERSION,
        tool=tool,
        path=path,
        record=record,
        before=digest(given),
        after=digest(result.data if receipt and record is None else result.text),
        receipt=receipt,
        newlines=list(result.newlines),
        steps=[
            StepRecord(stage=step.stage, edits=[edit_record(edit) for edit in step.patch.edits])
            for step in result.steps
            if step.patch
        ],
    )


def restored(cleaned: bytes | str, record: JournalRecord) -> bytes | str:
    """The original that a record belongs to: bytes for a file, str for a field of a record.

    Raises JournalError when the record does not belong to the cleaned text.
    """
    try:
        before, after = record["before"], record["after"]
        original = _original(cleaned, record) if digest(cleaned) == after else None
    except (LookupError, TypeError, ValueError, AttributeError, RuntimeError, PatchError) as error:
        raise JournalError(f"the journal record is damaged: {error}") from error
    if original is None:
        raise JournalError("the text is not the one that this journal record was written for; it was changed since")
    if digest(original) != before:
        raise JournalError("the journal record is damaged: what it restores is not the original")
    return original


def _original(cleaned: bytes | str, record: JournalRecord) -> bytes | str:
    text = plain_text(cleaned, record)
    for step in reversed(record["steps"]):
        text = undone(text, step)
    original = newlines_from(record["newlines"]).restore(text)
    receipt = record["receipt"]
    return (
        original if isinstance(cleaned, str) and receipt is None else Receipt.from_json(receipt or {}).encode(original)
    )


def plain_text(cleaned: bytes | str, record: JournalRecord) -> str:
    r"""The cleaned text with `\n` newlines and without the final one, which the writer or the field brought."""
    newlines = newlines_from(record["newlines"])
    field = isinstance(cleaned, str)
    text = cleaned if isinstance(cleaned, str) else cleaned.decode("utf-8", "surrogatepass")
    if newlines.written != "\n":
        text = text.replace(newlines.written, "\n")
    if field and not newlines.final:
        return text
    return text.removesuffix("\n")


def undone(text: str, step: StepRecord) -> str:
    """The text that a stage read, from the text that it made."""
    return patch_of(text, step).invert().apply(text)


def patch_of(text: str, step: StepRecord) -> Patch:
    """What a stage did, from the text that it made. Raises PatchError where that has no such places."""
    shift = 0
    edits = []
    for edit in step["edits"]:
        start = edit["start"] + shift
        if not 0 <= start <= len(text):
            raise PatchError(f"there is no place {start} in the text")
        parts = tuple(Part(rule, first, last) for rule, first, last in edit["parts"])
        edits.append(Edit(edit["start"], edit["old"], text[start : start + edit["new_length"]], parts))
        shift += edit["new_length"] - len(edit["old"])
    return Patch(tuple(edits))


def newlines_from(fields: list[object]) -> Newlines:
    """Newlines from their JSON form. Raises ValueError or TypeError when it is none."""
    kind, others, final = fields
    if not isinstance(kind, str) or not isinstance(others, list | tuple):
        raise TypeError("newlines are [kind, others, final]")
    return Newlines(kind, tuple((int(number), str(newline)) for number, newline in others), bool(final))


def edit_record(edit: Edit) -> EditRecord:
    """One edit as a journal keeps it."""
    parts = [(part.rule, part.start, part.end) for part in edit.parts]
    return EditRecord(start=edit.start, old=edit.old, new_length=len(edit.new), parts=parts)
