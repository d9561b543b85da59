"""What we know, as data files: one word a line, `#` begins a comment."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def load(name: str) -> tuple[str, ...]:
    """The words of `name.txt`, in the order of the file."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
