"""What a document is called: words of its first lines that it says again, so that a site may have printed them anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from speechclean.core.named import NamedTuple
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FIRST = 8
"""So many lines of a document may hold its title."""
SHORTEST, LONGEST, FEWEST_HAN = 4, 60, 2
NAME = 12
"""Characters of a name before what a site prints behind it."""
SEPARATORS = ("", *",_|-")
_PARTS = re.compile(r" *(?:->|--|[>»·|/_\u2014]| - ) *|[【】\[\]]|(?<=》) ")
_ITEM = re.compile(r"^(?:[-*\u00b7\u2022\u25cf\u25a0>]|[0-9]{1,2}[.、)]) ?")
_BOOK = re.compile("《([^《》\n]{2,30})》")
_SENTENCE = re.compile("[。!?;]|^[^,]*,[^,]*,")


class Hole(NamedTuple):
    """A title at `line[start:end]` of a folded line, which may be `spared` as another line has it."""

    start: int
    end: int
    spared: bool


class Titles:
    """The titles of one folded document, of which its lines are given; what is said in too many is a site's words."""

    def __init__(self, text: str, lines: Sequence[str], is_title: Callable[[str], bool]) -> None:
        self._lines = lines
        self._stand: dict[str, list[int]] = {}
        parts = {part for part in _parts(lines[:FIRST]) if text.count(part) > 1}
        self._said = sorted(filter(is_title, parts), key=lambda part: (-len(part), part))
        self._framed = {part for part in self._said if f"《{part}》" in text}

    def are(self, line: str) -> bool:
        """Whether a line is a title of the document."""
        return line in self._said

    def leaves(self, line: str, end: int) -> bool:
        """Whether the document has a title, and another one than the few words at the beginning of a line."""
        head = line[:end].strip()
        return (
            0 < len(head) <= NAME and bool(self._said) and not any(part in head or head in part for part in self._said)
        )

    def holes(self, line: str, number: int) -> Iterator[Hole]:
        """Where a line says a title among other words."""
        taken = 0
        for at, part in sorted(self._places(line)):
            if at >= taken and line != part:
                taken = at + len(part)
                spared = self._stands(part, number) or (part in self._framed and number >= FIRST // 2)
                yield Hole(at, taken, spared)

    def _stands(self, part: str, number: int) -> bool:
        """Whether another line is the title, or begins with it and goes on with what sites print behind it."""
        if part not in self._stand:
            self._stand[part] = [
                other
                for other, line in enumerate(self._lines)
                if line.startswith(part) and line[len(part) : len(part) + 1] in SEPARATORS
            ]
        return self._stand[part][:2] not in ([], [number])

    def _places(self, line: str) -> Iterator[tuple[int, str]]:
        for part in self._said:
            if (at := line.find(part)) >= 0:
                yield at, part


def listed(line: str) -> str:
    """A line without the sign or number of an item; an empty string when it cannot be a title."""
    item = _ITEM.sub("", line)
    return item if _may_be(item) else ""


def title_keys(lines: Sequence[str]) -> set[int]:
    """The keys of all that a document of these lines may be called."""
    return set(map(title_key, _parts(lines[:FIRST])))


def title_key(part: str) -> int:
    """The key of what a document may be called."""
    return crc32(b"titl" + part.encode("utf-8", "surrogatepass"))


def _parts(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from _BOOK.findall(line)
        if len(line) <= 2 * LONGEST:
            parts = [part.strip() for part in _PARTS.split(line)]
            yield from (part for part in parts if _may_be(part))


def _may_be(part: str) -> bool:
    if not SHORTEST <= len(part) <= LONGEST or _SENTENCE.search(part):
        return False
    return sum(map(is_han, part)) >= FEWEST_HAN
