"""A fixed number of excerpts, evenly over all documents: what authors say, to tell it from names."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from zlib import crc32

from speechclean.core.fold import fold
from speechclean.learn.features import masked

MOST = 1024
LENGTH = 600


@dataclass(slots=True)
class Authors:
    """Excerpts of the documents whose digests are the least: the same ones in whatever order they come."""

    passed: int = 0
    excerpts: list[tuple[int, str]] = field(default_factory=list)

    def hear(self, text: str) -> None:
        """Take in a document."""
        self.passed += 1
        digest = crc32(text.encode("utf-8", "surrogatepass"))
        if len(self.excerpts) == MOST:
            if digest >= self.excerpts[-1][0]:
                return
            self.excerpts.pop()
        start = max(0, (len(text) - LENGTH) // 2)
        insort(self.excerpts, (digest, masked(fold(text[start : start + LENGTH])).text))

    @property
    def share(self) -> float:
        """From which share of the documents there are excerpts."""
        return len(self.excerpts) / max(1, self.passed)

    @property
    def text(self) -> str:
        """All excerpts."""
        return "\n".join(excerpt for _, excerpt in self.excerpts)
