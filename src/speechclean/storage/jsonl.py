"""JSON lines: finds one field's value in a line and puts another in its place, leaving every other byte alone."""

from __future__ import annotations

import re
from json import dumps
from json.decoder import JSONDecoder
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TYPE_CHECKING

from speechclean import native
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DECODER = JSONDecoder(parse_int=len, parse_float=len)  # numbers are never looked at, however long they are
_BLANKS = " \t\n\r"
_BLANK = re.compile(f"[{_BLANKS}]*")
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
        literal = self.literal
        return literal.isascii() and ("\\u" in literal or self.line.isascii())

    def replaced(self, value: str) -> str:
        """The line with another value, written as the old one was: escaped throughout, or not at all."""
        return self.with_literal(_written(value, escaped=self.escaped))

    def lost(self, value: str) -> str | None:
        """The literal, when the line with another value and then with the old one again would not be this line."""
        return literal_lost(self, value)

    def with_literal(self, literal: str) -> str:
        """The line with another JSON string in the value's place."""
        return self.line[: self.start] + literal + self.line[self.end :]


class _Span(NamedTuple):
    """A value and where it stands."""

    value: object
    start: int
    end: int


def literal_lost(field: Field, value: str) -> str | None:
    """The field's literal when writing `value` in its place, and the old value back again, would not give it back."""
    if field.value is None or value == field.value:
        return None
    literal = _written(value, escaped=field.escaped)
    cleaned = Field(field.with_literal(literal), value, field.start, field.start + len(literal))
    return None if cleaned.replaced(field.value) == field.line else field.literal


def find_field(line: str, name: str) -> Field:
    """The field of that name in a line that holds one JSON object; the last one where it stands twice.

    `name` may be names of nested objects with dots between them, unless a field is called just that. Raises ValueError
    when the line is no object, or has no such field, or its value is neither a string nor null.
    """
    quick = native.field_span()
    if quick and (known := quick(line, name)):
        return Field(line, *known)
    start = _start(line)
    found, end = _member(line, start, name)
    if _skip(line, end) != len(line):
        raise ValueError("there is more than one JSON value on the line")
    if found is None and "." in name:
        found = _nested(line, start, name)
    if found is None:
        raise ValueError(f"it has no field {name!r}")
    if found.value is not None and not isinstance(found.value, str):
        raise ValueError(f"its field {name!r} is not a string")
    return Field(line, found.value, found.start, found.end)


def values(line: str, names: Sequence[str]) -> list[str | None]:
    """The values of several fields, found in one go. Raises what `find_field` raises."""
    quick = native.field_values()
    if quick and (known := quick(line, tuple(names))):
        return known
    try:
        record, end = _DECODER.raw_decode(line)
        found = [record[name] for name in names]
    except (ValueError, LookupError, TypeError):
        end, found = 0, []
    if end and all(value is None or type(value) is str for value in found) and not line[end:].strip(_BLANKS):
        return found
    return [find_field(line, name).value for name in names]


def with_columns(line: str, columns: Mapping[str, object]) -> str:
    """The line with fields added at the end of its object, or replaced where they are there. Raises ValueError."""
    for name, value in columns.items():
        start = _start(line)
        found, end = _member(line, start, name)
        literal = dumps(value, ensure_ascii=line.isascii())
        if found:
            line = line[: found.start] + literal + line[found.end :]
            continue
        spaced = " " if '": ' in line else ""
        before = line[: end - 1].rstrip(" \t")
        comma = "" if before.endswith("{") else f",{spaced}"
        line = f"{before}{comma}{dumps(name, ensure_ascii=line.isascii())}:{spaced}{literal}{line[end - 1 :]}"
    return line


def _start(line: str) -> int:
    """Where the object of a line begins."""
    start = _skip(line, line.startswith("\ufeff"))
    if line[start : start + 1] != "{":
        raise ValueError("it is no JSON object")
    return start


def _nested(line: str, start: int, name: str) -> _Span | None:
    *outer, last = name.split(".")
    for key in outer:
        found, _ = _member(line, start, key)
        if found is None or not isinstance(found.value, dict):
            return None
        start = found.start
    return _member(line, start, last)[0]


def _member(line: str, start: int, name: str) -> tuple[_Span | None, int]:
    """The value of that name in the object that begins at `start`, and where the object ends."""
    found = None
    position = _skip(line, start + 1)
    while line[position : position + 1] != "}":
        if line[position : position + 1] != '"':
            raise ValueError(f"a field name is missing at column {position + 1}")
        key, position = _DECODER.raw_decode(line, position)
        position = _skip(line, position)
        if line[position : position + 1] != ":":
            raise ValueError(f"a colon is missing at column {position + 1}")
        begin = _skip(line, position + 1)
        value, end = _DECODER.raw_decode(line, begin)
        if key == name:
            found = _Span(value, begin, end)
        position = _next(line, _skip(line, end))
    return found, position + 1


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
    literal = encode_basestring_ascii(value) if escaped else encode_basestring(value)
    try:
        literal.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", literal)
    return literal


def _skip(line: str, position: int) -> int:
    match = _BLANK.match(line, position)
    return match.end() if match else position
