r"""The newlines of a text: rules see `\\n` only, the originals are kept apart so that they can be put back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from speechclean.core.named import NamedTuple

NEWLINE = r"\r\n|\r|\n"
"""What ends a line, as a pattern: these three and nothing else."""


class Newlines(NamedTuple):
    """Which newlines a text had.

    `kind` is the most frequent one; `others` lists (number of the newline from 0, kind) where it differs; `final`
    tells whether the text ended in a newline, which `split_newlines` takes off.
    """

    kind: str = "\n"
    others: tuple[tuple[int, str], ...] = ()
    final: bool = False

    @property
    def name(self) -> str:
        """`lf`, `crlf`, `cr` or `mixed`."""
        return "mixed" if self.others else {"\n": "lf", "\r\n": "crlf", "\r": "cr"}[self.kind]

    @property
    def written(self) -> str:
        r"""The newline of the cleaned text: the one that was there, or `\\n` where they were mixed."""
        return "\n" if self.others else self.kind

    def restore(self, text: str) -> str:
        """The text with the newlines it had, including the final one."""
        if self.final:
            text += "\n"
        if not self.others:
            return text if self.kind == "\n" else text.replace("\n", self.kind)
        others = dict(self.others)
        lines = text.split("\n")
        ends = [others.get(number, self.kind) for number in range(len(lines) - 1)]
        return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def split_newlines(text: str) -> tuple[str, Newlines]:
    r"""The text with `\\n` newlines and without its final one, and what it takes to put them back."""
    if "\r" not in text:
        final = text.endswith("\n")
        return (text[:-1] if final else text), Newlines(final=final)
    found = re.findall(NEWLINE, text)
    kind = Counter(found).most_common(1)[0][0]
    others = tuple((number, newline) for number, newline in enumerate(found) if newline != kind)
    plain = re.sub(NEWLINE, "\n", text)
    final = plain.endswith("\n")
    return (plain[:-1] if final else plain), Newlines(kind, others, final)


class Offsets:
    r"""Maps offsets in a text with `\\n` newlines to offsets in the text as it came."""

    def __init__(self, original: str) -> None:
        pairs = [match.start() for match in re.finditer("\r\n", original)] if "\r\n" in original else []
        self._pairs = [start - number for number, start in enumerate(pairs)]

    def original(self, position: int) -> int:
        """The offset in the text as it came."""
        return position + bisect_left(self._pairs, position) if self._pairs else position
