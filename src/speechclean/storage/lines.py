"""Forms whose records are lines of text: what a worker needs to know to read and to write their fields."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from speechclean.storage.jsonl import find_field, values, with_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Field(Protocol):
    """A field of one line: its value, and the line with another one in its place."""

    @property
    def line(self) -> str:
        """The line."""

    @property
    def value(self) -> str | None:
        """What the field says."""

    @property
    def literal(self) -> str:
        """The field as the line writes it."""

    def replaced(self, value: str) -> str:
        """The line with another value."""

    def lost(self, value: str) -> str | None:
        """The literal, when the line with another value and then with the old one again would not be this line."""

    def with_literal(self, literal: str) -> str:
        """The line with the field written in these very characters."""


class LineForm(Protocol):
    """How records stand in lines. Raises ValueError for a line that has to be copied as it is."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields to clean."""

    def split(self, data: bytes) -> list[bytes]:
        """The lines of a block."""

    def skips(self, number: int, line: bytes) -> bool:
        """Whether this line is no record."""

    def is_record(self, line: bytes) -> bool:
        """Whether this line is a record that other forms can hold, too."""

    def values(self, line: str) -> list[str | None]:
        """The values of the fields."""

    def field(self, line: str, name: str) -> Field:
        """One field."""

    def with_columns(self, line: str, columns: Mapping[str, object]) -> str:
        """The line with more fields."""

    def headed(self, line: bytes, names: Sequence[str]) -> bytes:
        """The first line, where it names the fields, with more of them."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """One JSON object a line; blank lines are none."""

    fields: tuple[str, ...]

    def split(self, data: bytes) -> list[bytes]:
        r"""Lines end at `\n` and nowhere else."""
        return io.BytesIO(data).readlines()

    def skips(self, number: int, line: bytes) -> bool:  # noqa: ARG002  # blank wherever it stands
        """Whether the line is blank."""
        return not line or line.isspace()

    def is_record(self, line: bytes) -> bool:
        """Whether the line holds an object, and nothing in it that JSON alone can hold."""
        from speechclean.storage.rows import record_of

        return record_of(line) is not None

    def values(self, line: str) -> list[str | None]:
        """The values of the fields."""
        return values(line, self.fields)

    def field(self, line: str, name: str) -> Field:
        """One field."""
        return find_field(line, name)

    def with_columns(self, line: str, columns: Mapping[str, object]) -> str:
        """The line with more fields at the end of its object."""
        return with_columns(line, columns)

    def headed(self, line: bytes, names: Sequence[str]) -> bytes:  # noqa: ARG002  # every line names its own
        """The line as it is."""
        return line
