"""Globs on paths with `/`, as everyone who has written a .gitignore knows them."""

from __future__ import annotations

import re


def glob_expression(glob: str) -> str:
    """A regular expression for a glob: `**` crosses directories, `*` and `?` do not, `[…]` is a class."""
    parts = []
    position = 0
    while position < len(glob):
        rest = glob[position:]
        if rest.startswith("**/"):
            parts.append("(?:.*/)?")
            position += 3
        elif rest.startswith("**"):
            parts.append(".*")
            position += 2
        elif rest[0] == "*":
            parts.append("[^/]*")
            position += 1
        elif rest[0] == "?":
            parts.append("[^/]")
            position += 1
        elif rest[0] == "[" and "]" in rest[2:]:
            end = rest.index("]", 2)
            parts.append("[" + rest[1:end].replace("\\", "\\\\").replace("!", "^", rest[1] == "!") + "]")
            position += end + 1
        else:
            parts.append(re.escape(rest[0]))
            position += 1
    return "".join(parts)
