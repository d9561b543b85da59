"""The rules of the stage `transport`, in the order in which they are asked."""

from __future__ import annotations

from speechclean.rules.transport import chinese, western

RULES = (western.RULE, chinese.RULE)
