"""Where things are told of, by digest: sixteen bytes for each, however many there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 1 << 17
"""Digests that are held as they came, until they are sorted in."""
BYTES = 8
"""Of a digest so many are kept: two may agree in them, so what is found has to be looked at."""


class Digests:
    """Numbers by digests, in the order in which they were added."""

    def __init__(self) -> None:
        self._new: list[tuple[int, int]] = []
        self._chunks: list[tuple[array[int], array[int]]] = []

    def add(self, digest: bytes, number: int) -> None:
        """Add a number under a digest."""
        self._new.append((int.from_bytes(digest[:BYTES]), number))
        if len(self._new) >= CHUNK:
            self.settle()

    def settle(self) -> None:
        """Sort in what was added; before that it is not found."""
        if self._new:
            self._new.sort()
            self._chunks.append((array("Q", [key for key, _ in self._new]), array("Q", [of for _, of in self._new])))
            self._new = []

    def of(self, digest: bytes) -> Iterator[int]:
        """The numbers under digests that begin as this one does."""
        key = int.from_bytes(digest[:BYTES])
        for keys, numbers in self._chunks:
            at = bisect_left(keys, key)
            while at < len(keys) and keys[at] == key:
                yield numbers[at]
                at += 1

    def all(self) -> Iterator[int]:
        """All numbers."""
        for _, numbers in self._chunks:
            yield from numbers
