"""A fixed number of excerpts, evenly over all documents: what authors say, to tell it from names."""

from __future__ import annotations

from dataclasses import dataclass, field

from speechclean.core.fold import fold
from speechclean.learn.features import masked

MOST = 1024
LENGTH = 600


@dataclass(slots=True)
class Authors:
    """An excerpt of every so many documents; when they are too many, every other one goes."""

    stride: int = 1
    passed: int = 0
    excerpts: list[str] = field(default_factory=list)

    def hear(self, text: str) -> None:
        """Take in a document."""
        if self.passed % self.stride == 0:
            start = max(0, (len(text) - LENGTH) // 2)
            self.excerpts.append(masked(fold(text[start : start + LENGTH])).text)
        self.passed += 1
        if len(self.excerpts) > MOST:
            self.excerpts = self.excerpts[::2]
            self.stride *= 2

    @property
    def share(self) -> float:
        """From which share of the documents there are excerpts."""
        return len(self.excerpts) / max(1, self.passed)

    @property
    def text(self) -> str:
        """All excerpts."""
        return "\n".join(self.excerpts)
