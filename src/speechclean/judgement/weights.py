"""The learned weights: one file, written by scripts/train_judgement.py."""

from __future__ import annotations

from functools import cache

from speechclean.core.tables import rows

ZERO = 0x6000
"""A weight of so many hundredths is written as the character so far from this one."""
BY_FIRST = "abcdef"
"""The questions with very many answers: their weights are made numbers when the first character turns up in a text."""


class Weights:
    """For each letter of a question, the weight of each answer, in hundredths; answers that are not listed weigh nothing."""

    def __init__(self, lines: list[str]) -> None:
        self.of: dict[str, dict[str, int]] = {letter: {} for letter in BY_FIRST}
        self._waiting = {line[0]: line for line in lines[1:]}
        self._ready: set[str] = set()
        self._read(lines[0])

    def prepare(self, firsts: set[str]) -> None:
        """Make the answers that begin with these characters ready."""
        if firsts <= self._ready:
            return
        for first in firsts - self._ready:
            if line := self._waiting.pop(first, ""):
                self._read(line[2:])
        self._ready |= firsts

    def prepare_all(self) -> None:
        """Make all answers ready."""
        self.prepare(set(self._waiting))

    def _read(self, line: str) -> None:
        """Questions with vertical tabs between them: each has its letter, the weights, and the answers."""
        for question in line.split("\v"):
            letter, written, *answers = question.split("\t")
            weights = [ord(figure) - ZERO for figure in written]
            self.of.setdefault(letter, {}).update(zip(answers, weights, strict=True))


@cache
def weights() -> Weights:
    """All weights."""
    return Weights(rows(__file__, "weights.txt")[2:])
