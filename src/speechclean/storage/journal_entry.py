"""What a line of a journal says, but for the edits: whose text it leads back from, and where it stands."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from speechclean.core.journal import VERSION
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Entry(NamedTuple):
    """Where a record stands, the run that wrote it, and what it is about; whether its text came as bytes."""

    offset: int
    run: int
    path: str
    number: int | None
    before: bytes
    after: bytes
    field: str | None = None
    raw: bool = False

    @property
    def changed(self) -> bool:
        """Whether the run changed the text."""
        return self.before != self.after


def entry_of(fields: Mapping[str, object], offset: int, run: int) -> Entry:
    """The entry of a line. Raises KeyError, TypeError, ValueError for what is none."""
    if fields["version"] != VERSION:
        raise ValueError(f"its form is version {fields['version']}, which another release of speechclean wrote")
    path, number, field = fields["path"], fields["record"], fields.get("field")
    before, after = fields["before"], fields["after"]
    if not (isinstance(path, str) and isinstance(before, str) and isinstance(after, str)):
        raise TypeError("no record of a text")
    if not (number is None or isinstance(number, int)) or not (field is None or isinstance(field, str)):
        raise TypeError("its number is none")
    digests = bytes.fromhex(before), bytes.fromhex(after)
    digests = digests if before != after else (digests[0], digests[0])  # one in memory, not two
    return Entry(offset, run, intern(path), number, *digests, field and intern(field), fields["receipt"] is not None)


def why(error: Exception) -> str:
    """What is wrong with a line."""
    return f"field {error} is missing" if isinstance(error, KeyError) else str(error)
