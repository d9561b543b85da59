"""What we know, as data files: one word a line, `#` begins a comment."""

from __future__ import annotations

from functools import cache

from speechclean.core.tables import rows


@cache
def load(name: str) -> tuple[str, ...]:
    """The words of `name.txt`, in the order of the file."""
    return tuple(line for line in rows(__file__, f"{name}.txt") if line and not line.startswith("#"))
