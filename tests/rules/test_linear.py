"""Every rule takes time in line with its input, on texts made of its own triggers and of what nearly matches."""

from __future__ import annotations

import time

import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Rule, Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import stages

RULES = [rule for stage in stages(Choices()) for rule in stage.rules]
SHORT, LONG = 20_000, 160_000
GLUE = ("", "\n", "，甲", "ab1.", " ", "（", "“1一&<", "。\n　")
MOST_TRIGGERS = 3
SLACK = 2.5
"""How much more than in line a noisy machine may make it look."""

QUICK = 0.15
"""Seconds below which a run proves nothing and needs no proof."""


def texts(rule: Rule, size: int) -> list[str]:
    words = rule.triggers[:: max(1, len(rule.triggers) // MOST_TRIGGERS)][:MOST_TRIGGERS] or ("甲",)
    units = ["".join(word + glue for word in words) for glue in GLUE]
    units += [example.before for example in rule.examples]
    return [(unit * (size // len(unit) + 1))[:size] for unit in units if unit]


def seconds(pipeline: Pipeline, text: str) -> float:
    began = time.perf_counter()
    outcome = pipeline.run(text)
    assert not outcome.failures
    return time.perf_counter() - began


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_time_grows_in_line_with_the_text(rule: Rule) -> None:
    pipeline = Pipeline([Stage("alone", (rule,))])
    for short, long in zip(texts(rule, SHORT), texts(rule, LONG), strict=True):
        taken = seconds(pipeline, long)
        if taken < QUICK:
            continue
        base = min(seconds(pipeline, short) for _ in range(3))
        assert min(taken, seconds(pipeline, long)) <= SLACK * base * LONG / SHORT, repr(long[:40])
