"""Counters and a set of fixed size for hashed keys: what they say is never too little, too much when they are full."""

from __future__ import annotations

from array import array
from hashlib import blake2b
from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 65_535
SEEN_BYTES = 1 << 24
HASHES = 4


class Sketch:
    """How many documents hold a key, counted in a table of `cells` (a power of two), two bytes each."""

    def __init__(self, cells: int, data: bytes = b"", added: int = 0) -> None:
        self.table = array("H", data or bytes(2 * cells))
        self.added = added
        self._mask = cells - 1

    def add(self, keys: Iterable[int]) -> None:
        """Count keys, each given once for a document."""
        table, mask = self.table, self._mask
        number = 0
        for number, key in enumerate(keys, 1):  # noqa: B007  # the last one is their count
            place = key & mask
            if table[place] < MOST:
                table[place] += 1
        self.added += number

    def counts(self, keys: Iterable[int]) -> list[int]:
        """How often each key was added: at least as often as it was."""
        table, mask = self.table, self._mask
        return [table[key & mask] for key in keys]

    def copy(self) -> Sketch:
        """Another table with the same counts."""
        return Sketch(len(self.table), self.table.tobytes(), self.added)

    @property
    def floor(self) -> int:
        """What a cell may hold by chance, because keys share it; below that, counts tell nothing."""
        share = self.added / len(self.table)
        return ceil(share + 4 * sqrt(share)) if share > 1 else 0


class Seen:
    """Which documents were seen, as bits; once half of the bits are set it takes every document for a new one."""

    def __init__(self, data: bytes = b"", bits: int = 0) -> None:
        self.data = bytearray(data or SEEN_BYTES)
        self.bits = bits

    @property
    def full(self) -> bool:
        """Whether it cannot tell any more."""
        return self.bits > 4 * len(self.data)

    def is_new(self, text: str) -> bool:
        """Whether a text was not seen before; from now on it was."""
        if self.full:
            return True
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4 * HASHES).digest()
        new = False
        for number in range(HASHES):
            place = int.from_bytes(digest[4 * number : 4 * number + 4], "little") % (8 * len(self.data))
            byte, bit = place >> 3, 1 << (place & 7)
            if not self.data[byte] & bit:
                self.data[byte] |= bit
                self.bits += 1
                new = True
        return new

    def copy(self) -> Seen:
        """Another set that has seen the same."""
        return Seen(bytes(self.data), self.bits)
