"""Users' patterns, run with the `regex` package and against the clock. Only this file imports it."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIMIT = 2.0
"""Seconds of computing that all users' patterns together have for a document."""

LIMIT_PER_MILLION = 1.0
"""Seconds more for every million code points."""


class Match(Protocol):
    """What is used of a match."""

    def start(self) -> int:
        """Where it begins."""

    def end(self) -> int:
        """Where it ends."""

    def group(self, group: int | str = 0, /) -> str | None:
        """What a group matched."""


class Compiled(Protocol):
    """What is used of a compiled pattern; a method that runs out of time raises TimeoutError."""

    groups: int
    groupindex: Mapping[str, int]

    def finditer(self, text: str, *, timeout: float) -> Iterable[Match]:
        """Every match."""

    def search(self, text: str, *, timeout: float) -> Match | None:
        """The first match."""

    def fullmatch(self, text: str, *, timeout: float) -> Match | None:
        """A match of the whole text."""


@cache
def compiled(pattern: str, flags: str = "") -> Compiled:
    """The pattern, compiled; `flags` are letters as in `(?im)`. Raises ValueError that says what is wrong with it."""
    import regex

    try:
        return cast("Compiled", regex.compile(f"(?{flags}){pattern}" if flags else pattern))
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from None


class Clock:
    """What is left of a document's time. Computing time is counted, not time spent waiting for the machine."""

    def __init__(self, text: str) -> None:
        self.left = LIMIT + LIMIT_PER_MILLION * len(text) / 1_000_000

    def matches(self, pattern: Compiled, text: str) -> list[Match]:
        """Every match. Raises TimeoutError."""
        began = self._start()
        try:
            return list(pattern.finditer(text, timeout=self.left))
        finally:
            self.left -= time.process_time() - began

    def fullmatch(self, pattern: Compiled, text: str) -> bool:
        """Whether the pattern matches the text from end to end. Raises TimeoutError."""
        began = self._start()
        try:
            return pattern.fullmatch(text, timeout=self.left) is not None
        finally:
            self.left -= time.process_time() - began

    def _start(self) -> float:
        if self.left <= 0:
            raise TimeoutError
        return time.process_time()
