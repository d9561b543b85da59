"""Lines that stand together, as the headers and footers of pages do, under one name and one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.learn.company import LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speechclean.learn.proposal import Proposal

TOGETHER = 0.8
"""A line belongs to the one above when this share of the documents of both has them so."""


def grouped(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals, each line of a block behind the line above it, with the block's name as their group."""
    lines = {one.candidate.key: one for one in proposals if one.candidate.kind in LINES}
    below = {key: under for key, one in lines.items() if (under := _under(one, lines))}
    inner = set(below.values())
    found: list[Proposal] = []
    for one in proposals:
        key = one.candidate.key if one.candidate.kind in LINES else ""
        if key not in below and key not in inner:
            found.append(one)
        elif key not in inner:
            found += _block(key, lines, below)
    return found


def _under(one: Proposal, lines: dict[str, Proposal]) -> str:
    """The line that belongs right under a line, or an empty string."""
    for key, count in sorted(one.candidate.below.items()):
        other = lines.get(key)
        if other and key != one.candidate.key:
            most = max(one.candidate.documents, other.candidate.documents)
            if count >= TOGETHER * most:
                return key
    return ""


def _block(first: str, lines: dict[str, Proposal], below: dict[str, str]) -> list[Proposal]:
    top = lines[first].candidate
    where = "header" if top.share("top") >= TOGETHER else "footer" if top.share("bottom") >= TOGETHER else "block"
    name = f"{where}-{lines[first].name.rpartition('-')[2]}"
    found = []
    key = first
    while key and lines[key] not in found:
        found.append(lines[key])
        key = below.get(key, "")
    return [one._replace(group=name) for one in found]
