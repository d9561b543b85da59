"""Rules as plain values, as lines and as a page."""

from __future__ import annotations

from speechclean.core.choices import Choices
from speechclean.core.rule import Example, Rule, Safety, Stage, Summary
from speechclean.report.rules import entries, markdown, told, visible
from speechclean.rules import stages

RULE = Rule(
    "ad-try",
    Summary("Tries", "试试"),
    lambda _: (),
    (Example("a`b\n", ""), Example.keep("好\u200b", "why not")),
    safety=Safety.UNSAFE,
    aliases=("ad-old",),
)


def test_invisible_characters_are_shown() -> None:
    assert visible("a\nb\u200b\t好") == "a⏎b\\u200b\\u0009好"


def test_lines() -> None:
    lines = list(told(RULE, "ad"))
    assert lines[:2] == ["ad-try", "  Tries"]
    assert lines[2] == "  stage ad · family ad · unsafe: on with --unsafe or --extend-select · formerly ad-old"
    assert lines[4:6] == ["  before  a`b⏎", "  after   (nothing)"]
    assert lines[7:] == ["  keeps   好\\u200b", "  why     why not"]


def test_page() -> None:
    page = markdown((Stage("ad", (RULE,), removes=True),))
    assert "## Stage ad\n\n1 rule. Its cuts count against the removal budget.\n" in page
    assert "### ad-try (unsafe)\n\nTries · 试试\n\n- ``a`b⏎`` becomes nothing\n- keeps `好\\u200b`: why not\n" in page


def test_entries() -> None:
    assert [entry["name"] for entry in entries(stages(Choices()))] == [
        rule.name for stage in stages(Choices()) for rule in stage.rules
    ]
    assert entries((Stage("ad", (RULE,)),))[0]["aliases"] == ["ad-old"]
