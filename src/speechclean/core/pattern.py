"""A regular expression that is compiled when it is first used, so that unused rules cost nothing."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pattern:
    """The methods of a compiled `re.Pattern`, compiled on first need.

    Write patterns that stay linear on hostile input: bounded gaps, no nested quantifiers.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.source, self.flags)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match that lies in `text[start:end]`; look-arounds see the text outside."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at `start`."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match of the whole of `text[start:end]`."""
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """All matched strings; the pattern has no groups, or one."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """What stands between the matches; where the whole pattern is a group, every other string is a match."""
        return self.compiled.split(text)
