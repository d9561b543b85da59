"""The rules of the stage `invisible`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.invisible import zero_width

RULES = (zero_width.RULE,)
