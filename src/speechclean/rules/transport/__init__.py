"""The rules of the stage `transport`, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechclean.core.rule import Rule

RULES: tuple[Rule, ...] = ()
