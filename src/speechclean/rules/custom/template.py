r"""What a pattern's match is replaced by: text with `\1`, `\g<1>`, `\g<name>`, `\n`, `\t` and `\\`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from speechclean.rules.custom.engine import Compiled, Match

ESCAPE = re.compile(r"\\(?:(?P<number>[0-9]{1,2})|g<(?P<name>\w+)>|(?P<other>[\s\S]?))")
PLAIN = {"n": "\n", "t": "\t", "\\": "\\"}


class Template(NamedTuple):
    """Pieces of text (at even places) and groups (at odd places)."""

    pieces: tuple[str | int, ...]

    def expand(self, match: Match) -> str:
        """The text for one match; a group that took no part is empty."""
        groups = (match.group(piece) or "" if place % 2 else str(piece) for place, piece in enumerate(self.pieces))
        return "".join(groups)


def template(source: str, pattern: Compiled) -> Template:
    """The replacement for matches of a pattern. Raises ValueError for an unknown escape or group."""
    pieces: list[str | int] = [""]
    position = 0
    for escape in ESCAPE.finditer(source):
        pieces[-1] = str(pieces[-1]) + source[position : escape.start()]
        position = escape.end()
        other = escape["other"]
        if other is None:
            pieces += _group(escape, pattern), ""
        elif other in PLAIN:
            pieces[-1] = str(pieces[-1]) + PLAIN[other]
        else:
            raise ValueError(f"unknown escape {escape.group()}; write \\\\ for a backslash")
    pieces[-1] = str(pieces[-1]) + source[position:]
    return Template(tuple(pieces))


def _group(escape: re.Match[str], pattern: Compiled) -> str | int:
    name = escape["number"] or escape["name"]
    if name.isdigit():
        if int(name) > pattern.groups:
            raise ValueError(f"{escape.group()}: the pattern has no such group (groups: {pattern.groups})")
        return int(name)
    if name not in pattern.groupindex:
        raise ValueError(f"{escape.group()}: the pattern has no group of that name")
    return str(name)
