"""JSON lines: finds one field's value in a line and puts another in its place, leaving every other byte alone."""

from __future__ import annotations

import json
import re
from json.decoder import JSONDecoder
from typing import NamedTuple

_DECODER = JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Field(NamedTuple):
    """A string (or null) field of one line: its value, and where its literal stands."""

    line: str
    value: str | None
    start: int
    end: int

    def replaced(self, value: str) -> str:
        """The line with another value; escaped as the old one was (`\\u` throughout, or not at all)."""
        literal = json.dumps(value, ensure_ascii=self.line[self.start : self.end].isascii())
        literal = _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", literal)
        return self.line[: self.start] + literal + self.line[self.end :]


def find_field(line: str, name: str) -> Field:
    """The field of that name in a line that holds one JSON object; the last one where it stands twice.

    Raises ValueError when the line is no object, or has no such field, or its value is neither a string nor null.
    """
    found = None
    position = _skip(line, 0)
    if line[position : position + 1] != "{":
        raise ValueError("not a JSON object")
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
        position = _skip(line, end)
        if line[position : position + 1] == ",":
            position = _skip(line, position + 1)
            if line[position : position + 1] == "}":
                raise ValueError(f"a field is missing at column {position + 1}")
        elif line[position : position + 1] != "}":
            raise ValueError(f"a comma is missing at column {position + 1}")
    if _skip(line, position + 1) != len(line):
        raise ValueError("more than one JSON value on the line")
    if found is None:
        raise ValueError(f"no field {name!r}")
    value, start, end = found
    if value is not None and not isinstance(value, str):
        raise ValueError(f"field {name!r} is not a string")
    return Field(line, value, start, end)


def _skip(line: str, position: int) -> int:
    match = _BLANK.match(line, position)
    return match.end() if match else position
