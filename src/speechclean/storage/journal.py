"""Reads a journal: finds the records that lead back from a text to its originals."""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar, cast

from speechclean.core.errors import JournalError
from speechclean.core.journal import JournalRecord, digest, restored
from speechclean.core.named import NamedTuple
from speechclean.storage.digests import Digests
from speechclean.storage.journal_entry import Entry, entry_of, why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

FEW = 8
"""More equal texts than this are sorted out once for all."""
T = TypeVar("T", bytes, str)
PLACE = ".speechclean/journal.jsonl"
"""Where the journal is kept unless another is named: beside the configuration, or in the working directory."""
NAMELESS = "<stdin>"
"""The name of a text that came without one: it tells nothing about which record belongs to it."""


class Place(NamedTuple):
    """What is known of a text besides its words: its name, and its number and field in a stream of records."""

    name: str
    number: int | None = None
    field: str | None = None

    def nearness(self, path: str) -> int:
        """How many last parts of two paths agree; 0 for a name that tells nothing."""
        if NAMELESS in (self.name, path):
            return 0
        pairs = zip(reversed(PurePath(self.name).parts), reversed(PurePath(path).parts), strict=False)
        return next((n for n, (mine, other) in enumerate(pairs) if mine != other), min(_depth(self.name), _depth(path)))


def _depth(path: str) -> int:
    return len(PurePath(path).parts)


class Reader:
    """The records of a journal, found by the text that they lead back from. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self.damaged: list[tuple[int, str]] = []
        self._file = path.open("rb")
        self._after = Digests()
        self._before = Digests()
        self._begins: list[int] = []
        self._names: set[str] = set()
        for entry in self._entries():
            self._after.add(entry.after, entry.offset)
            if entry.changed:
                self._before.add(entry.before, entry.offset)
            self._names.add(os.path.basename(entry.path))  # noqa: PTH119  # hot: a path costs more
        self._after.settle()
        self._before.settle()
        self._known: tuple[bytes, list[Entry]] = (b"", [])
        self._sorted: dict[bytes, dict[tuple[str | None, int | None], list[Entry]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def way_back(self, text: T, place: Place) -> Iterator[tuple[T, str | None]]:
        """The text before each run that changed it, the latest run first, with its JSON literal where one was kept.

        Raises JournalError when no record belongs to the text, several may, or the one that does is damaged.
        """
        for before, record in self.runs_back(text, place):
            if not isinstance(before, type(text)):
                raise JournalError("the journal record is damaged: it is that of another kind of text")
            yield before, record.get("literal")

    def runs_back(self, text: bytes | str, place: Place) -> Iterator[tuple[bytes | str, JournalRecord]]:
        """The text before each run that changed it, the latest run first, with the record; a field may have been bytes.

        Raises JournalError.
        """
        for entry in self._entries_back(text, place):
            if entry.changed:
                record = self._record(entry)
                text = restored(text, record)
                yield text, record

    def original(self, text: str, place: Place, *, raw: bool) -> str | bytes:
        """The field as it came; with `raw` it came as bytes. Raises JournalError."""
        found: str | bytes = text
        for before, _ in self.runs_back(text, place):
            found = before
        if isinstance(found, bytes) and not raw:
            raise JournalError("the journal record is damaged: it is that of another kind of text")
        return found.encode("utf-8", "surrogatepass") if raw and isinstance(found, str) else found

    def came_as_bytes(self, text: str, place: Place) -> bool:
        """Whether the field was bytes that were decoded. Raises JournalError."""
        return any(entry.raw for entry in self._entries_back(text, place))

    def _entries_back(self, text: bytes | str, place: Place) -> Iterator[Entry]:
        """The entries of the runs that led to a text, the latest first."""
        after = bytes.fromhex(digest(text))
        entry = self._last(after, place, None)
        if entry is None and not self._was_original(after):
            raise JournalError(self._stranger(place, after))
        while entry is not None:
            yield entry
            if entry.raw and place.number is not None:
                return
            entry = self._last(entry.before, place, entry)

    def rules(self) -> set[tuple[str, str]]:
        """Each stage with each rule that changed something in any record. Raises JournalError."""
        records = (self._at(offset) for offset in self._before.all())
        steps = (step for record in records for step in record["steps"])
        try:
            return {(step["stage"], part[0]) for step in steps for edit in step["edits"] for part in edit["parts"]}
        except (LookupError, TypeError) as error:
            raise JournalError(f"the journal is damaged: {why(error)}") from None

    def _stranger(self, place: Place, after: bytes) -> str:
        if place.number is not None and self._entries_of(after, None, place.number):
            return "the journal knows this text in another field; name the fields as they were named for fix"
        if place.number is not None and self._leading_to(after):
            return "the journal knows this text under another number: records were left out, added or moved since"
        if place.number is None and place.name != NAMELESS and PurePath(place.name).name in self._names:
            return "it is not as any run left it: it was changed since, and what was changed cannot be told"
        return "the journal holds no record of this text; name the one of the run that cleaned it with --journal"

    def _last(self, after: bytes, place: Place, later: Entry | None) -> Entry | None:
        """The latest entry that led to a text, before `later`: by name, or where no name agrees the only one."""
        entries = self._entries_of(after, PurePath(place.name).name, place.number)
        named = [(place.nearness(entry.path), entry.run, entry) for entry in entries if _earlier(entry, later, place)]
        named = [found for found in named if found[0]]
        if named:
            best = max(found[:2] for found in named)
            last = _only([entry for *rank, entry in named if tuple(rank) == best])
            if last and last.field is None and place.field:  # an older journal, in which it may be another field's
                _only([entry for near, _, entry in named if near == best[0] and entry.field is None and entry.changed])
            return last
        if later and not later.changed and place.nearness(later.path):
            return None  # another file that came to the same words is no ancestor of one that nothing was done to
        others = self._entries_of(after, None, place.number)
        earlier = [entry for entry in others if _earlier(entry, later, place)]
        return _only([entry for entry in earlier if entry.changed]) or next(reversed(earlier), None)

    def _entries_of(self, after: bytes, name: str | None, number: int | None) -> list[Entry]:
        """The entries that led to a text, all or those of files of that name."""
        sorted_out = self._sorted.get(after)
        if sorted_out is None:
            entries = self._leading_to(after)
            sorted_out = _sorted_out(entries)
            if len(entries) > FEW:
                self._sorted[after] = sorted_out
        return sorted_out.get((name, number), [])

    def _leading_to(self, after: bytes) -> list[Entry]:
        """All entries that led to a text, the earliest first."""
        if self._known[0] != after:
            read = (self._entry(offset) for offset in self._after.of(after))
            self._known = after, [entry for entry in read if entry.after == after]
        return self._known[1]

    def _was_original(self, before: bytes) -> bool:
        """Whether any run read a text."""
        return any(not entry.changed for entry in self._leading_to(before)) or any(
            self._entry(offset).before == before for offset in self._before.of(before)
        )

    def _entry(self, offset: int) -> Entry:
        return entry_of(self._at(offset), offset, bisect_right(self._begins, offset))

    def _record(self, entry: Entry) -> JournalRecord:
        return self._at(entry.offset)

    def _at(self, offset: int) -> JournalRecord:
        self._file.seek(offset)
        return cast("JournalRecord", json.loads(self._file.readline()))

    def _entries(self) -> Iterator[Entry]:
        offset = 0
        for line_number, line in enumerate(self._file, 1):
            try:
                fields = json.loads(line)
                if fields.get("begins"):
                    self._begins.append(offset)
                yield entry_of(fields, offset, len(self._begins))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                self.damaged.append((line_number, why(error)))
            offset += len(line)


def _sorted_out(entries: list[Entry]) -> dict[tuple[str | None, int | None], list[Entry]]:
    """Entries by the file's name and the number, and by the number alone."""
    found: dict[tuple[str | None, int | None], list[Entry]] = {}
    for entry in entries:
        found.setdefault((os.path.basename(entry.path), entry.number), []).append(entry)  # noqa: PTH119  # hot
        found.setdefault((None, entry.number), []).append(entry)
    return found


def _earlier(entry: Entry, later: Entry | None, place: Place) -> bool:
    """Whether an entry may lead back from `later`: that of an earlier run, and of this field where that was said."""
    return (later is None or entry.run < later.run) and (
        None in (entry.field, place.field) or entry.field == place.field
    )


def _only(entries: list[Entry]) -> Entry | None:
    """The last of entries that agree on what was before. Raises JournalError where they do not."""
    if len({entry.before for entry in entries}) > 1:
        paths = ", ".join(sorted({entry.path for entry in entries})[:3])
        raise JournalError(f"several originals became this text ({paths}), and its name does not tell which")
    return entries[-1] if entries else None
