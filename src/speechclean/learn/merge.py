"""Candidates that are parts of one another become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.learn.features import LENGTH
from speechclean.plausibility import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechclean.learn.candidate import Candidate

OWN = 0.3
"""A string with this share of its documents to itself is one of its own; those that hold it are it, with neighbours,"""
GOES_ON = 0.15
NEIGHBOURS = 4
"""where they are no more than so many characters longer."""


def merged(candidates: Iterable[Candidate], least: int) -> list[Candidate]:
    """The candidates without spans that hold a shorter one by chance, and without those that are only parts.

    One that goes on alike in `least` documents and in a share of them that is no chance goes on so by itself.
    """
    given = [one.copy() if one.kind == "span" else one for one in candidates]  # what is remembered stays as it was
    spans = sorted((one for one in given if one.kind == "span"), key=lambda one: (len(one.key), one.key))
    gone: set[str] = set()
    holders = _holders(spans)
    for short in spans:
        longer = [one for one in holders.get(short.key, ()) if one.key not in gone]
        near = [one for one in longer if len(one.key) - len(short.key) <= NEIGHBOURS]
        total = short.documents + sum(one.documents for one in near)
        if near and short.documents >= OWN * total:
            for one in near:
                if one.documents >= max(least, GOES_ON * total) and len(one.key) - len(short.key) > 1:
                    continue
                short.take(one)
                gone.add(one.key)
        elif longer and short.documents < max(one.documents for one in longer):
            gone.add(short.key)
    return [one for one in given if one.kind != "span" or one.key not in gone]


def _holders(spans: list[Candidate]) -> dict[str, list[Candidate]]:
    """For each span those that hold it and more."""
    known: dict[str, list[Candidate]] = {}
    for span in spans:
        known.setdefault(span.key[:LENGTH], []).append(span)
    found: dict[str, list[Candidate]] = {}
    for long in spans:
        for size in range(1, LENGTH):  # what lines begin with
            if known.get(long.key[:size]) and len(long.key) > size and not is_han(long.key[size - 1]):
                found.setdefault(long.key[:size], []).append(long)
        for at in range(len(long.key) - LENGTH + 1):
            for short in known.get(long.key[at : at + LENGTH], ()):
                if len(short.key) < len(long.key) and long.key.startswith(short.key, at):
                    found.setdefault(short.key, []).append(long)
    return found
