"""The learned weights: one file, written by scripts/train_judgement.py."""

from __future__ import annotations

from functools import cache

from speechclean.core.tables import content, line_of

ZERO = 0x6000
"""A weight of so many hundredths is written as the character so far from this one."""
BEFORE = 3
"""So many lines stand before those that are sorted by the first character of their answers."""
BY_FIRST = "abcdef"
"""The questions with very many answers: their weights are made numbers when the first character turns up in a text."""


class Weights:
    """For each letter of a question, the weight of each answer, in hundredths; answers that are not listed weigh nothing."""

    def __init__(self, table: bytes) -> None:
        self.of: dict[str, dict[str, int]] = {letter: {} for letter in BY_FIRST}
        self._table = table
        self._ready: set[str] = set()
        self._read(table.split(b"\n", BEFORE)[BEFORE - 1].decode())

    def prepare(self, firsts: set[str]) -> None:
        """Make the answers that begin with these characters ready."""
        if firsts <= self._ready:
            return
        for first in firsts - self._ready:
            if line := line_of(self._table, first, BEFORE):
                self._read(line[2:])
        self._ready |= firsts

    def prepare_all(self) -> None:
        """Make all answers ready."""
        self.prepare({line[0] for line in self._table.decode().split("\n")[BEFORE:-1]})

    def _read(self, line: str) -> None:
        """Questions with vertical tabs between them: each has its letter, the weights, and the answers."""
        for question in line.split("\v"):
            letter, written, *answers = question.split("\t")
            weights = [ord(figure) - ZERO for figure in written]
            self.of.setdefault(letter, {}).update(zip(answers, weights, strict=True))


@cache
def weights() -> Weights:
    """All weights."""
    return Weights(content(__file__, "weights.txt"))
