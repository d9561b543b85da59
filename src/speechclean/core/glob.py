"""Globs on paths with `/`, as everyone who has written a .gitignore knows them."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"(?P<within>(?:(?<=/)|\A)\*\*/)|(?P<below>(?:(?<=/)|\A)\*\*\Z)|(?P<stars>\*+)|(?P<any>\?)"
    r"|\[(?P<negated>[!^]?+)(?P<members>\]?+(?:\[:[a-z]*:\]|\\.|[^\]\\])*)\]|\\(?P<escaped>.)|(?P<broken>[\[\\])|(?P<plain>.)",
    re.DOTALL,
)
_MEMBER = re.compile(r"\[:(?P<name>[a-z]*):\]|(?P<first>\\.|.)(?:-(?P<last>\\.|[^\]\\]))?", re.DOTALL)
_SIMPLE = {"within": "(?:.*/)?", "below": ".*", "stars": "[^/]*", "any": "[^/]", "broken": "(?!)"}
_NEVER = "(?!)"
_NAMED = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \t",
    "cntrl": "\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
"""The classes that POSIX names; as git has them, they know ASCII alone."""


def glob_expression(glob: str) -> str:
    r"""A regular expression for a glob, by the rules of .gitignore.

    `**` as a whole part of a path crosses directories, `*` and `?` do not; `[…]` is a class with ranges and `[:names:]`,
    `[!…]` what is not in it; `\` escapes. A glob with a class that does not end matches nothing.
    """
    return f"(?s:{''.join(_expression(piece) for piece in _PIECE.finditer(glob))})"


def _expression(piece: re.Match[str]) -> str:
    kind = piece.lastgroup or ""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind == "members":
        return _class(piece["members"], negated=bool(piece["negated"]))
    return re.escape(piece[kind])


def _class(members: str, *, negated: bool) -> str:
    """A class of characters; a range that runs backwards holds nothing, as the shell has it."""
    parts = []
    for member in _MEMBER.finditer(members):
        if member["name"] is not None:
            if member["name"] not in _NAMED:
                return _NEVER
            parts.append(_NAMED[member["name"]])
        else:
            first = member["first"][-1]
            last = (member["last"] or first)[-1]
            parts.append(f"{re.escape(first)}-{re.escape(last)}" if first <= last else "")
    inside = "".join(parts)
    if negated:
        return f"[^/{inside}]"
    return f"(?!/)[{inside}]" if inside else _NEVER
