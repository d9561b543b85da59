"""What the search of lattice.py goes by: pieces of a reading, steps that end in one, and the trails behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.rules.transport.options import Options

MARGIN = 10.0
"""How far behind the best reading others are followed."""
PAUSES = "，。、：；！？”"
CLOSING, OPEN, KEPT = "c", "o", "k"


class Piece:
    """A character of the reading and the bytes `start:end` behind it; `options` are all that fit where bytes were lost.

    `state` is CLOSING where its last byte can only have been lost if the damage ends here, OPEN where the
    first byte of the next character may have been lost with it; KEPT where it is no repair.
    """

    __slots__ = ("end", "options", "start", "state", "text")

    def __init__(self, span: tuple[int, int], text: str, state: str = "", options: Options | None = None) -> None:
        self.start, self.end = span
        self.text = text
        self.state = state
        self.options = options

    @property
    def repaired(self) -> bool:
        """Whether it is read otherwise than it stands."""
        return self.state != KEPT


class Guess:
    """Characters that fit where bytes were lost. A headless one lost its first byte with the last one before it.

    `made` are the pieces made of them so far.
    """

    __slots__ = ("end", "headless", "made", "options", "start", "state")

    def __init__(self, span: tuple[int, int], options: Options, state: str, *, headless: bool = False) -> None:
        self.start, self.end = span
        self.options = options
        self.state = state
        self.headless = headless
        self.made: dict[str, Piece] = {}


Trail = tuple[Piece, "Trail | None"]
"""The last piece of a reading, and the trail before it: tuples, which are freed one by one however many they are."""


class Step:
    """The last piece of one reading, its weight so far, and the trail before it; `last` is what it is for the next one."""

    __slots__ = ("behind", "last", "piece", "weight")

    def __init__(self, weight: float, last: str, piece: Piece, behind: Trail | None) -> None:
        self.weight = weight
        self.last = last
        self.piece = piece
        self.behind = behind


Column = dict[str, Step]
"""The best reading that ends in a character and is in a state, by both."""


def trail_of(step: Step) -> Trail:
    """The trail that goes on behind a step."""
    return step.piece, step.behind


def just_paused(trail: Trail | None) -> bool:
    """Whether one of the last three pieces is a mark, or the run begins there."""
    for _ in range(3):
        if trail is None:
            return True
        piece, trail = trail
        if piece.text in PAUSES:
            return True
    return False


def best_of(column: Column, width: int) -> list[Step]:
    """The best steps, the best one first, none too far behind it."""
    least = top_of(column).weight - MARGIN
    near = []
    for step in column.values():
        if step.weight > least:
            near.append(step)  # noqa: PERF401  # a comprehension has variables of its own, which no type is known of
    if len(near) > 1:
        near.sort(key=_weight, reverse=True)
    return near[:width]


def top_of(column: Column) -> Step:
    """The first of the best steps."""
    steps = iter(column.values())
    top = next(steps)
    for step in steps:
        if step.weight > top.weight:
            top = step
    return top


def _weight(step: Step) -> float:
    return step.weight


def pieces_of(trail: Trail) -> list[Piece]:
    """The pieces of a trail, less the one that stands for its start."""
    pieces = []
    piece, behind = trail
    while behind:
        pieces.append(piece)
        piece, behind = behind
    return pieces[::-1]
