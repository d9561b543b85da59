"""Which mark stood where its last byte was lost: how often each is used, and which brackets are open.

The tables of plausibility weigh marks only to tell text from none; where only marks fit, as behind EF BC, their use decides.
"""

from __future__ import annotations

from speechclean.rules.transport.steps import Piece

USED = {
    "。": -0.5,
    "：": -0.4,
    "！": -1.2,
    "？": -1.1,
    "；": -0.8,
    "）": -1.7,
    "（": -0.7,
    "》": -1.5,
    "”": -1.0,
    "％": -0.5,
}
"""How much less than the weight in the table each is used in the middle of a line, beside the comma: log10, chosen by hand."""
OPENED = {"）": "（", "》": "《", "】": "【", "」": "「", "』": "『", "”": "“"}
AWAITED = 3.0
"""How much likelier a bracket closes that is open."""


def usage(character: str, before: list[Piece]) -> float:
    """What the use of marks adds to the weight of one behind these pieces; 0 for anything else."""
    known = USED.get(character, 0.0)
    if opening := OPENED.get(character):
        pieces = [piece.text for piece in before]
        known += AWAITED * (pieces.count(opening) > pieces.count(character))
    return known


def last_mark(run: list[Piece]) -> None:
    """Let the mark in which a run ends be the likeliest of those that fit, where nothing but marks does."""
    piece = run[-1]
    if not piece.options or any(character >= "\u3400" and character < "\uff00" for character in piece.options.weights):
        return
    weights = piece.options.weights
    best = max(weights, key=lambda character: weights[character] + usage(character, run[:-1]))
    run[-1] = Piece((piece.start, piece.end), best, piece.state, piece.options)
