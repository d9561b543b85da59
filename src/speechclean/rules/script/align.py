"""Where a text and its conversion differ in length: the smallest spans that account for it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from speechclean.core.pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAUSE = Pattern(r"[^，。！？；：、“”‘’「」『』（）《》\s]++")
LONG = 200
"""Longer clauses are one difference: comparing takes time by the square of their length."""


def differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Spans of the old text with their new text, clause by clause: conversion leaves punctuation where it is."""
    here = list(CLAUSE.finditer(old))
    there = list(CLAUSE.finditer(new))
    if len(here) != len(there):
        yield 0, len(old), new
        return
    for before, after in zip(here, there, strict=True):
        if len(before[0]) == len(after[0]) or len(before[0]) > LONG:
            if before[0] != after[0]:
                yield before.start(), before.end(), after[0]
            continue
        matcher = SequenceMatcher(None, before[0], after[0], autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind != "equal":
                yield before.start() + start, before.start() + end, after[0][first:last]
