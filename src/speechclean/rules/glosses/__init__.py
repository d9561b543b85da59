"""The rules of the stage `glosses`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.glosses import pinyin_bare, pinyin_in_brackets, single_lines

RULES = (pinyin_in_brackets.RULE, pinyin_bare.RULE, single_lines.RULE)
