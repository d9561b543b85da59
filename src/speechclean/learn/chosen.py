"""Some of many, the same ones in whatever order all of them come: those whose digests are the least."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import MutableMapping

T = TypeVar("T")


@lru_cache(1 << 14)
def rank(text: str) -> tuple[int, str]:
    """By what a text is chosen: its digest, which is as good as chance."""
    return crc32(text.encode("utf-8", "surrogatepass")), text


def keep(chosen: MutableMapping[str, T], most: int) -> None:
    """Take out what is too much: of so many at most each was there from when it came first, and nothing of it was missed."""
    while len(chosen) > most:
        del chosen[max(chosen, key=rank)]
