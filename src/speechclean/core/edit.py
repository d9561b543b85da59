"""One change to one text, and the account of who asked for it."""

from __future__ import annotations

from speechclean.core.named import NamedTuple


class Part(NamedTuple):
    """The span that one rule asked to change, kept when edits unite."""

    rule: str
    start: int
    end: int
    evidence: str = ""


class Edit(NamedTuple):
    """Replace `old`, which stands at `start`, by `new`. Offsets count code points.

    An edit carries its old text, so it can be checked before it is applied, undone, and composed with others.
    """

    start: int
    old: str
    new: str
    parts: tuple[Part, ...] = ()

    @property
    def end(self) -> int:
        """The offset behind the old text."""
        return self.start + len(self.old)

    def credited(self, rule: str) -> Edit:
        """The same edit with `rule` as the name in each of its parts."""
        start, old, new, parts = self
        if len(parts) == 1 and parts[0].rule == rule:
            return self
        return Edit(start, old, new, tuple([Part(rule, first, last, evidence) for _, first, last, evidence in parts]))


def swap(text: str, start: int, end: int, new: str, evidence: str = "") -> Edit:
    """An edit that puts `new` in the place of `text[start:end]`."""
    return Edit(start, text[start:end], new, (Part("", start, end, evidence),))


def cut(text: str, start: int, end: int, evidence: str = "") -> Edit:
    """An edit that removes `text[start:end]`."""
    return Edit(start, text[start:end], "", (Part("", start, end, evidence),))
