"""Mends 什幺, 那幺 and their like, in which a converter wrote 幺 for 么. 幺妹 and 老幺 are words."""

from __future__ import annotations

from speechclean.core.pattern import Pattern
from speechclean.core.rule import Example, Rule, Summary
from speechclean.shapes import swap_spans

YAO = Pattern("[什那怎这這要多甚]幺(?![妹儿兒叔弟])", heads="什幺 那幺 怎幺 这幺 這幺 要幺 多幺 甚幺")

RULE = Rule(
    name="characters-yao",
    summary=Summary("幺 in the place of 么", "“什幺”等误转"),
    find=swap_spans(YAO, lambda match: f"{match[0][0]}么", "no such word"),
    triggers=("什幺", "那幺", "怎幺", "这幺", "要幺", "多幺", "甚幺"),
    examples=(
        Example("为什幺这幺晚？", "为什么这么晚？"),
        Example.keep("那幺妹是老幺。", why="the youngest"),
    ),
)
