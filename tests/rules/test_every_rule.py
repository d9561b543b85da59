"""What holds for every rule, so that no rule needs tests of its own for it."""

from __future__ import annotations

import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Rule, Stage
from speechclean.pipeline import Pipeline
from speechclean.rules import stages

STAGES = stages(Choices())
RULES = [rule for stage in STAGES for rule in stage.rules]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
KEEPS = [(rule, example) for rule, example in EXAMPLES if example.before == example.after]


def alone(rule: Rule) -> Pipeline:
    return Pipeline([Stage("alone", (rule,))])


def ids(pairs: list) -> list[str]:
    return [f"{rule.name}-{number}" for number, (rule, _) in enumerate(pairs)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_examples_hold(rule: Rule, example) -> None:
    outcome = alone(rule).run(example.before)
    assert not outcome.failures
    assert outcome.text == example.after


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=ids(EXAMPLES))
def test_a_second_run_finds_nothing(rule: Rule, example) -> None:
    assert alone(rule).run(example.after).text == example.after


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_well_made(rule: Rule) -> None:
    assert 2 <= len(rule.examples) <= 5
    assert any(example.before == example.after and example.why for example in rule.examples)
    assert any(example.before != example.after for example in rule.examples) or "note" in rule.name
    assert rule.summary.en and rule.summary.zh
    assert rule.name == rule.name.lower()
    assert "-" in rule.name


def test_names_are_unique() -> None:
    names = [name for rule in RULES for name in (rule.name, *rule.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("rule", "example"), KEEPS, ids=ids(KEEPS))
def test_keep_examples_survive_every_safe_rule(rule: Rule, example) -> None:
    safe = [
        Stage(stage.name, tuple(r for r in stage.rules if r.safety.value == "safe"), stage.removes) for stage in STAGES
    ]
    assert Pipeline(safe).run(example.before).text.split() == example.before.split()
