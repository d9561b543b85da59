"""A regular expression that is compiled when it is first used, so that unused rules cost nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechclean import native

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Pattern:
    """The methods of a compiled `re.Pattern`, compiled on first need.

    Write patterns that stay linear on hostile input: bounded gaps, no nested quantifiers. Where a pattern begins with
    alternatives, `first` holds the characters that a match may begin with, if they are rare: these are found at 1 to 4 ns a
    character, while trying all alternatives takes 30 to 200. Where they are not rare, `heads` holds words parted by blanks:
    each a first character, and behind it the second ones that it may have. `正则規 H` is 正则, 正規, and H. Both may be given.
    """

    __slots__ = ("_compiled", "_find", "flags", "heads", "source")

    def __init__(self, source: str, flags: int = 0, first: str = "", heads: str = "") -> None:
        self.source = source
        self.flags = flags
        self.heads = (*first, *heads.split())
        self._compiled: re.Pattern[str] | None = None
        self._find: Callable[[str, int, int], int] | None = None

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match that lies in `text[start:end]`; look-arounds see the text outside."""
        if self.heads:
            return self._from_first(text, start, len(text) if end is None else end)
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        stop = len(text) if end is None else end
        if not self.heads:
            return self.compiled.search(text, start, stop)
        at = self._next(text, start, stop)
        while at >= 0:
            if match := self.compiled.match(text, at, stop):
                return match
            at = self._next(text, at + 1, stop)
        return None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at `start`."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match of the whole of `text[start:end]`."""
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[str]:
        """All matched strings; the pattern has no groups, or one."""
        return self.compiled.findall(text)

    def _next(self, text: str, start: int, end: int) -> int:
        """The next place where a match may begin, or -1."""
        if self._find is None:
            self._find = _finder(self.heads)
        return self._find(text, start, end)

    def _from_first(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        at = self._next(text, start, end)
        while at >= 0:
            match = self.compiled.match(text, at, end)
            if match:
                yield match
            at = self._next(text, max(at + 1, match.end() if match else 0), end)

    def split(self, text: str) -> list[str]:
        """What stands between the matches, with what their group holds at every other place."""
        return self.compiled.split(text)


class Gate:
    """Whether one of several patterns may match in a part of a text: one pass tells it of all that hardly ever do.

    Where it is shut none of them matches, since each match begins with a head of its pattern; where it is open they are
    asked. `signs` are characters that open it, too.
    """

    __slots__ = ("_find", "_heads")

    def __init__(self, *patterns: Pattern, signs: str = "") -> None:
        self._heads = (*signs, *(head for pattern in patterns for head in pattern.heads))
        self._find: Callable[[str, int, int], int] | None = None

    def opens(self, text: str, start: int, end: int) -> bool:
        """Whether a head stands in `text[start:end]`."""
        if self._find is None:
            self._find = _finder(self._heads)
        return self._find(text, start, end) >= 0


def _finder(heads: tuple[str, ...]) -> Callable[[str, int, int], int]:
    """What finds in a part of a text the next place where one of these may be, or -1."""
    if compiled := native.head_finder():
        return compiled(heads).find
    firsts = "".join(head[0] for head in heads)
    search = re.compile(f"[{re.escape(firsts)}]").search
    return lambda text, start, end: place.start() if (place := search(text, start, end)) else -1
