"""Reads the data files that stand beside the code."""

from __future__ import annotations

import os
from bisect import bisect_left


def rows(module: str, name: str) -> list[str]:
    """The lines of the file `name` in the folder of a module, whose `__file__` is given."""
    return content(module, name).decode().removesuffix("\n").split("\n")  # to read it as text takes three times as long


def content(module: str, name: str) -> bytes:
    """The bytes of that file."""
    with open(os.path.join(os.path.dirname(module), name), "rb") as file:
        return file.read()


def line_of(table: bytes, head: str, skip: int = 2) -> str:
    """The line of a table that begins with `head`, found by a search; "" where there is none.

    Behind the lines to skip the table must be sorted. To take one of 6,000 lines apart takes 3 ms; this takes 0.01.
    """

    def line_at(place: int) -> bytes:
        return table[table.rfind(b"\n", 0, place) + 1 : table.find(b"\n", place)]

    start = 0
    for _ in range(skip):
        start = table.index(b"\n", start) + 1
    raw = head.encode("utf-8", "surrogatepass")
    found = line_at(bisect_left(range(len(table)), raw, start, key=line_at))
    return found.decode() if found.startswith(raw) else ""
