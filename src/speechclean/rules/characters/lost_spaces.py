"""Turns `++` between Chinese names back into a blank: an address bar wrote them. `C++` and `1++` stay."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import swap_spans

NAMES = Pattern(r"\+\+(?<=[\u3400-\u9fff]\+\+)(?=[\u3400-\u9fff]{2,4}(?:\+\+|[\s。，；、）]|\Z))")

RULE = Rule(
    name="characters-lost-spaces",
    summary=Summary("`++` in the place of blanks between names", "人名之间的“++”"),
    find=swap_spans(NAMES, lambda _: "\u3000", "two blanks, encoded"),
    triggers=("++",),
    examples=(
        Example("参加人员：张某某++李某++王某某。\n主持：赵某", "参加人员：张某某　李某　王某某。\n主持：赵某"),
        Example.keep("他用C++写了三年，评级为A++级。", why="no names"),
    ),
)
