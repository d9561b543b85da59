r"""Our patterns and templates in the syntax of Legado (Java's); what only the regex package has is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.rules.custom.legado.escapes import UntranslatableError
from speechclean.rules.custom.template import template

if TYPE_CHECKING:
    from speechclean.rules.custom.engine import Compiled

TOKEN = re.compile(
    r"\\U(?P<long>[0-9A-Fa-f]{8})|\\g<(?P<group>\w+)>|\(\?P=(?P<again>\w+)\)|\(\?P?<(?P<name>\w+)>"
    r"|\\(?P<escaped>[\s\S])|(?P<flags>\(\?[a-zA-Z0-9]+\))"
    r"|(?P<other>\((?:\?(?![:=!>]|<[=!]|[-a-z]+:|\#)|\*))|(?P<plain>[\s\S])"
)
SAME = "dDwWsSbBAGhHRXpPxuntrfa0"
"""Letters after a backslash that mean the same there."""
NAME = re.compile("[A-Za-z][A-Za-z0-9]*")


def java_pattern(pattern: str) -> str:
    """The pattern as Legado reads it. Raises UntranslatableError."""
    newer = "V1" in "".join(re.findall(r"\(\?[A-Za-z0-9]+\)", pattern))
    out: list[str] = []
    flags = ""
    inside = False
    position = 0
    while position < len(pattern):
        found = TOKEN.match(pattern, position)
        assert found is not None  # noqa: S101  # its last branch takes any character
        position = found.end()
        text = found[0]
        if inside and not (found["escaped"] or found["long"]):
            position = found.start() + 1
            text = pattern[found.start()]
            inside = text != "]"
            out.append(_member(pattern, found.start(), newer=newer))
        elif found["flags"]:
            flags += "".join(letter for letter in text if letter in "imsx")
        elif text == "[":
            out.append(text)
            inside = True
            for first in ("^", "]"):
                if pattern.startswith(first, position):
                    out.append("^" if first == "^" else r"\]")
                    position += 1
        else:
            out.append(_piece(found))
    if "x" in flags:
        raise UntranslatableError("verbose patterns are not translated")
    return (f"(?{flags})" if flags else "") + "".join(out)


def java_replacement(source: str, pattern: Compiled) -> str:
    """The template as Legado reads it."""
    pieces = []
    for place, piece in enumerate(template(source, pattern).pieces):
        if place % 2:
            pieces.append(f"${piece}" if isinstance(piece, int) else f"${{{_name(piece)}}}")
            continue
        text = re.sub(r"[\\$]", r"\\\g<0>", str(piece))
        digit = place and text[:1].isdigit() and isinstance(template(source, pattern).pieces[place - 1], int)
        pieces.append(f"\\{text}" if digit else text)
    return "".join(pieces)


def _piece(found: re.Match[str]) -> str:
    """A piece of a pattern outside of sets, or an escape anywhere."""
    if found["long"]:
        return rf"\x{{{int(found['long'], 16):x}}}"
    if found["name"]:
        return f"(?<{_name(found['name'])}>"
    group = found["group"] or found["again"]
    if group:
        return rf"(?:\{group})" if group.isdigit() else rf"\k<{_name(group)}>"
    if found["other"]:
        raise UntranslatableError(f"Legado knows no {found[0]}…")
    escaped = found["escaped"]
    if escaped in ("Z", "z"):
        return r"\z"
    if escaped and escaped.isascii() and escaped.isalpha() and escaped not in SAME:
        raise UntranslatableError(f"Legado knows no {found[0]}")
    return found[0]


def _member(pattern: str, at: int, *, newer: bool) -> str:
    """A character in a set: what would begin another set or join two there is escaped unless it does so here."""
    text = pattern[at]
    posix = pattern.startswith("[:", at)
    doubled = text == "&" and pattern.startswith("&", at + 1)
    return f"\\{text}" if not newer and (doubled or (text == "[" and not posix)) else text


def _name(name: str) -> str:
    if not NAME.fullmatch(name):
        raise UntranslatableError(f"a group's name is of Latin letters and digits there, not {name!r}")
    return name
