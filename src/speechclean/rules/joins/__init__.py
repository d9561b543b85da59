"""The rules of the stage `joins`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.joins import hard_wraps, page_number, quotes, wrap_space

RULES = (
    page_number.RULE,
    quotes.RULE,
    wrap_space.RULE,
    hard_wraps.RULE,
    hard_wraps.AFTER_SEMICOLONS,
)
