"""`rules`: the list, and one rule with its examples."""

from __future__ import annotations

import json

from speechclean.core.choices import Choices
from speechclean.rules import stages

RULES = [rule for stage in stages(Choices()) for rule in stage.rules]


def test_the_list_names_every_rule_in_order(run) -> None:
    for arguments in (("rules", "--isolated"), ("rules", "list", "--isolated")):
        lines = run(*arguments).text.splitlines()
        assert lines[0].split()[:3] == ["rule", "stage", "safety"]
        assert [line.split()[0] for line in lines[1:]] == [rule.name for rule in RULES]
        assert all(rule.summary.en in line for rule, line in zip(RULES, lines[1:], strict=True))


def test_json(run) -> None:
    entries = json.loads(run("rules", "--isolated", "--format", "json").out)
    assert [entry["name"] for entry in entries] == [rule.name for rule in RULES]
    assert entries[-1]["summary"].keys() == {"en", "zh"}
    assert (
        run("rules", "list", "--isolated", "--format", "json").out == run("rules", "--isolated", "--format", "json").out
    )


def test_markdown(run) -> None:
    page = run("rules", "list", "--format", "markdown").text
    assert page.startswith("# Rules\n")
    assert all(f"### {rule.name}" in page for rule in RULES)


def test_show(run) -> None:
    rule = RULES[-1]
    ran = run("rules", "show", rule.name)
    assert ran.status == 0
    for part in (rule.name, rule.summary.en, "safe", rule.family):
        assert part in ran.text
    assert ran.text.count("  before  ") + ran.text.count("  keeps   ") == len(rule.examples)


def test_show_a_family_or_a_stage(run) -> None:
    layout = [rule.name for rule in RULES if rule.family == "layout"]
    text = run("rules", "show", "layout").text
    assert all(name in text for name in layout)


def test_an_unknown_rule(run) -> None:
    ran = run("rules", "show", "layout-blnk-lines")
    assert ran.status == 2
    assert "did you mean 'layout-blank-lines'?" in ran.err
    assert "`speechclean rules` lists them" in run("rules", "show", "zzz").err


def test_help_lists_the_commands_on_own_rules(run) -> None:
    text = run("rules", "--help").text
    assert all(name in text for name in ("list", "show", "lint", "test"))
