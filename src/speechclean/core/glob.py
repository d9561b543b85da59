"""Globs on paths with `/`, as everyone who has written a .gitignore knows them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|\[([!^]?)(\]?[^\]]*)\]|\\(.)|(.)", re.DOTALL)


def glob_expression(glob: str) -> str:
    r"""A regular expression for a glob: `**` crosses directories, `*` and `?` do not, `[…]` is a class, `\` escapes."""
    return f"(?s:{''.join(_expression(piece) for piece in _PIECE.finditer(glob))})"


def _expression(piece: re.Match[str]) -> str:
    simple = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece[0])
    if simple:
        return simple
    if piece[2] is not None:
        return _class(piece[2], negated=bool(piece[1]))
    return re.escape(piece[3] or piece[4])


def _class(members: str, *, negated: bool) -> str:
    """A class of characters; a range that runs backwards holds nothing, as the shell has it."""
    parts = []
    position = 0
    while position < len(members):
        first = members[position]
        if members[position + 1 : position + 2] == "-" and position + 2 < len(members):
            last = members[position + 2]
            parts.append(f"{re.escape(first)}-{re.escape(last)}" if first <= last else "")
            position += 3
        else:
            parts.append(re.escape(first))
            position += 1
    inside = "".join(parts)
    if negated:
        return f"[^/{inside}]"
    return f"(?!/)[{inside}]" if inside else "(?!)"
