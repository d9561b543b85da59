"""Proposals as a table for a person, and as JSON for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.learn.rulefile import account

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speechclean.learn.memory import Memory
    from speechclean.learn.proposal import Proposal

SHOWN = 40


def rows(proposals: Sequence[Proposal]) -> Iterator[tuple[str, str, str, str, str]]:
    """One row a proposal: documents, sources, score, kind, text."""
    for one in proposals:
        text = one.shown if len(one.shown) <= SHOWN else f"{one.shown[: SHOWN - 1]}…"
        plain = "".join(c if c.isprintable() else " " for c in text)
        yield str(one.candidate.documents), str(len(one.candidate.sources)), f"{one.score:.1f}", one.kind, plain


HEADINGS = ("documents", "sources", "score", "rule", "what repeats")


def as_json(proposals: Sequence[Proposal], memory: Memory, least: int) -> dict[str, object]:
    """Everything that there is to say of the proposals."""
    return {
        "version": 1,
        "documents": memory.documents,
        "sources": len(memory.sources),
        "repeated": memory.repeated,
        "least": least,
        "proposals": [_entry(one) for one in proposals],
    }


def _entry(one: Proposal) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind,
        **one.body,
        "documents": one.candidate.documents,
        "sources": one.candidate.sources,
        "places": one.candidate.places,
        "score": round(one.score, 1),
        "evidence": account(one),
        "samples": [sample._asdict() for sample in one.candidate.samples],
    }
