"""JSON lines: finds one field's value in a line and puts another in its place, leaving every other byte alone."""

from __future__ import annotations

import re
from json import dumps
from json.decoder import JSONDecoder
from typing import NamedTuple

_DECODER = JSONDecoder(parse_int=len, parse_float=len)  # numbers are never looked at, however long they are
_BLANK = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Field(NamedTuple):
    """A string (or null) field of one line: its value, and where its literal stands."""

    line: str
    value: str | None
    start: int
    end: int

    @property
    def literal(self) -> str:
        """The value as the line writes it."""
        return self.line[self.start : self.end]

    @property
    def escaped(self) -> bool:
        r"""Whether the line writes what is not ASCII as `\u` escapes."""
        return self.literal.isascii() and ("\\u" in self.literal or self.line.isascii())

    def replaced(self, value: str) -> str:
        """The line with another value, written as the old one was: escaped throughout, or not at all."""
        return self.with_literal(_written(value, escaped=self.escaped))

    def with_literal(self, literal: str) -> str:
        """The line with another JSON string in the value's place."""
        return self.line[: self.start] + literal + self.line[self.end :]


def literal_lost(field: Field, value: str) -> str | None:
    """The field's literal when writing `value` in its place, and the old value back again, would not give it back."""
    if field.value is None or value == field.value:
        return None
    literal = _written(value, escaped=field.escaped)
    cleaned = Field(field.with_literal(literal), value, field.start, field.start + len(literal))
    return None if cleaned.replaced(field.value) == field.line else field.literal


def find_field(line: str, name: str) -> Field:
    """The field of that name in a line that holds one JSON object; the last one where it stands twice.

    Raises ValueError when the line is no object, or has no such field, or its value is neither a string nor null.
    """
    found = None
    position = _skip(line, line.startswith("\ufeff"))
    if line[position : position + 1] != "{":
        raise ValueError("it is no JSON object")
    position = _skip(line, position + 1)
    while line[position : position + 1] != "}":
        if line[position : position + 1] != '"':
            raise ValueError(f"a field name is missing at column {position + 1}")
        key, position = _DECODER.raw_decode(line, position)
        position = _skip(line, position)
        if line[position : position + 1] != ":":
            raise ValueError(f"a colon is missing at column {position + 1}")
        start = _skip(line, position + 1)
        value, end = _DECODER.raw_decode(line, start)
        if key == name:
            found = (value, start, end)
        position = _next(line, _skip(line, end))
    if _skip(line, position + 1) != len(line):
        raise ValueError("there is more than one JSON value on the line")
    if found is None:
        raise ValueError(f"it has no field {name!r}")
    value, start, end = found
    if value is not None and not isinstance(value, str):
        raise ValueError(f"its field {name!r} is not a string")
    return Field(line, value, start, end)


def _next(line: str, position: int) -> int:
    """Where the next field begins, or the closing brace stands."""
    if line[position : position + 1] == ",":
        position = _skip(line, position + 1)
        if line[position : position + 1] == "}":
            raise ValueError(f"a field is missing at column {position + 1}")
    elif line[position : position + 1] != "}":
        raise ValueError(f"a comma is missing at column {position + 1}")
    return position


def _written(value: str, *, escaped: bool) -> str:
    literal = dumps(value, ensure_ascii=escaped)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", literal)


def _skip(line: str, position: int) -> int:
    match = _BLANK.match(line, position)
    return match.end() if match else position
