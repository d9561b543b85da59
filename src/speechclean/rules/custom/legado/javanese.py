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
    r"|\\(?P<escaped>[\s\S])|(?P<flags>\(\?[-a-zA-Z0-9]+\))"
    r"|(?P<other>\((?:\?(?![:=!>]|<[=!]|[-a-z]+:|\#)|\*))|(?P<plain>[\s\S])"
)
SAME = "dDwWsSbBAGhHRXpPxuntrfa0"
"""Letters after a backslash that mean the same there."""
NAME = re.compile("[A-Za-z][A-Za-z0-9]*")


def java_pattern(pattern: str) -> str:
    """The pattern as Legado reads it. Raises UntranslatableError."""
    return _Reader(pattern).read()


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


class _Reader:
    """Goes through a pattern once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._flags = ""
        self._newer = re.search(r"\(\?[a-zA-Z]*V1[a-zA-Z]*\)", source) is not None

    def read(self) -> str:
        """The whole pattern; flags, which hold for all of it here, stand at its head."""
        out = []
        while self._at < len(self._source):
            out.append(self._set() if self._source[self._at] == "[" else self._outside())
        return (f"(?{self._flags})" if self._flags else "") + "".join(out)

    def _outside(self) -> str:
        found = self._token()
        self._at = found.end()
        return self._flagged(found["flags"]) if found["flags"] else _piece(found)

    def _flagged(self, flags: str) -> str:
        """Flags hold from their place on by the newer behaviour, as they do there, else for the whole pattern."""
        letters = re.sub("V[01]|u", "", flags[2:-1])
        if not set(letters) <= set("ims-") or ("-" in letters and not self._newer):
            raise UntranslatableError(f"the flag in {flags} is not translated")
        if self._newer:
            return f"(?{letters})" if letters else ""
        self._flags += letters
        return ""

    def _set(self) -> str:
        """A set up to the first bracket that closes; sets in sets are read by the newer behaviour alone, as they are."""
        out = ["["]
        self._at += 1
        for first, written in (("^", "^"), ("]", r"\]")):
            if self._source.startswith(first, self._at):
                out.append(written)
                self._at += 1
        while self._at < len(self._source) and self._source[self._at] != "]":
            found = self._token()
            escaped = found["escaped"] or found["long"]
            out.append(_piece(found) if escaped else _member(self._source, self._at, newer=self._newer))
            self._at = found.end() if escaped else self._at + 1
        self._at += 1
        return "".join([*out, "]"])

    def _token(self) -> re.Match[str]:
        found = TOKEN.match(self._source, self._at)
        assert found is not None  # noqa: S101  # its last branch takes any character
        return found


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
