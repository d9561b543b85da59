"""The rules of the stage `shift`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.shift import off_by_one

RULES = (off_by_one.RULE,)
