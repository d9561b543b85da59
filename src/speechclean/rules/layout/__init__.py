"""The rules of the stage `layout`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.layout import blank_lines, trailing_blanks

RULES = (trailing_blanks.RULE, blank_lines.RULE)
