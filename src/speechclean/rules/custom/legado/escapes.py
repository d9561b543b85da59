r"""The escapes of Legado's patterns (`\x{4e00}`, `\uD83D\uDC49`, `\h`, `\k<name>` …) in those of the regex package."""

from __future__ import annotations

import re

from speechclean.core.named import NamedTuple
from speechclean.rules.custom.engine import compiled


class UntranslatableError(ValueError):
    """What cannot be said in our patterns, and why."""


class Piece(NamedTuple):
    """A translated piece, and where the source goes on."""

    text: str
    end: int


HEX = "[0-9A-Fa-f]"
ESCAPE = re.compile(
    rf"\\(?:u(?P<unit>{HEX}{{4}})|U(?P<long>{HEX}{{8}})|x\{{(?P<point>{HEX}{{1,8}})\}}|x(?P<byte>{HEX}{{2}})"
    r"|0(?P<octal>[0-3]?[0-7]{1,2})|c(?P<control>[@-_a-z])|k<(?P<name>[A-Za-z][A-Za-z0-9]*)>"
    r"|(?P<property>[pP](?:\{[^{}]*\}|[A-Za-z]))|(?P<called>N\{[^{}]*\})|(?P<number>[1-9][0-9]*)"
    r"|(?P<letter>[A-Za-z0])|(?P<other>[\s\S]))"
)
LOW = re.compile(rf"\\u(?P<unit>[dD][c-fC-F]{HEX}{{2}})")
VERTICAL = r"\n\x0b\f\r\x85\u2028\u2029"
"""What `\\v` is there: every character that ends a line. In our patterns it is one of them."""
ANYWHERE = dict.fromkeys("dDwWsShntrfa", "") | {"e": r"\x1b"}
"""Escapes that mean the same here; those that do not, with what does."""
OUTSIDE = ANYWHERE | dict.fromkeys("bBAGRX", "") | {"v": f"[{VERTICAL}]", "V": f"[^{VERTICAL}]", "H": r"[^\h]"}
OUTSIDE |= {"z": r"\Z", "Z": r"(?=\n?\Z)"}
INSIDE = ANYWHERE | {"v": VERTICAL}


def escape(source: str, at: int, groups: int, *, inside: bool) -> Piece:
    """The escape at a place, in a set of characters or outside, with so many groups before it."""
    found = ESCAPE.match(source, at)
    if not found:
        raise UntranslatableError("a backslash stands at its end")
    if found["unit"]:
        return _unit(source, found)
    if found["number"] and not inside:
        return _back(found, groups)
    return Piece(_translated(found, inside=inside), found.end())


def _translated(found: re.Match[str], *, inside: bool) -> str:
    for kind, base in (("long", 16), ("point", 16), ("byte", 16), ("octal", 8)):
        if found[kind]:
            return _character(int(found[kind], base))
    if found["control"]:
        return _character(ord(found["control"].upper()) ^ 64)
    if found["property"]:
        return _property(found["property"])
    if found["letter"]:
        return _letter(found["letter"], INSIDE if inside else OUTSIDE)
    if found["other"]:
        return literal(found["other"])
    if found["name"] and not inside:
        return rf"\g<{found['name']}>"
    raise UntranslatableError(f"{found[0]} is not translated")


def literal(character: str) -> str:
    """A character that stands for itself, in a set as well as outside."""
    if character == "\n":
        return r"\n"
    return (
        f"\\{character}" if character.isascii() and character.isprintable() and not character.isalnum() else character
    )


def quoted(text: str) -> str:
    """A text that stands for itself."""
    return "".join(map(literal, text))


def _unit(source: str, found: re.Match[str]) -> Piece:
    r"""A unit of UTF-16: `\uD83D\uDC49` is one character."""
    code = int(found["unit"], 16)
    low = LOW.match(source, found.end()) if 0xD800 <= code < 0xDC00 else None
    if low:
        return Piece(_character(0x10000 + ((code - 0xD800) << 10) + int(low["unit"], 16) - 0xDC00), low.end())
    return Piece(_character(code), found.end())


def _character(code: int) -> str:
    if 0xD800 <= code < 0xE000:
        raise UntranslatableError(f"\\u{code:04x} is half of a surrogate pair")
    if code > 0x10FFFF:
        raise UntranslatableError(f"there is no character {code:x}")
    return literal(chr(code))


def _letter(letter: str, known: dict[str, str]) -> str:
    if letter not in known:
        raise UntranslatableError(f"\\{letter} means nothing that can be said here")
    return known[letter] or f"\\{letter}"


def _property(name: str) -> str:
    r"""A property such as `\p{IsHan}`, by the name that our patterns know."""
    for known in (name, name.replace("{Is", "{", 1)):
        try:
            compiled(f"\\{known}")
        except ValueError:
            continue
        return f"\\{known}"
    raise UntranslatableError(f"the property \\{name} is not known here")


def _back(found: re.Match[str], groups: int) -> Piece:
    """A reference to a group: as many digits as make one that there is."""
    digits = found["number"]
    while len(digits) > 1 and int(digits) > groups:
        digits = digits[:-1]
    return Piece(rf"\g<{digits}>", found.start() + 1 + len(digits))
