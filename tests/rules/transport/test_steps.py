"""The records that the search keeps."""

from __future__ import annotations

from speechclean.rules.transport.steps import KEPT, Piece, Step


def test_a_long_reading_is_given_back_without_a_deep_stack() -> None:
    """Each trail holds the one before it: to free them must not go down as deep as the text is long."""
    step = Step(0.0, "的", Piece((0, 1), "的", KEPT), None)
    for _ in range(1_000_000):
        step = Step(0.0, "的", step.piece, (step.piece, step.behind))
    del step


def test_what_is_kept_is_no_repair() -> None:
    assert not Piece((0, 1), "的", KEPT).repaired
    assert Piece((0, 1), "的").repaired
