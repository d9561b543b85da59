"""What stays where text is missing."""

from __future__ import annotations

import pytest

from speechclean.core.choices import Choices
from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules.boilerplate import withheld
from speechclean.rules.ends import truncation

HALVES = "开头。党组织的战斗力实 ……略…… 重道远。我们要协同发力。"
LINE = "抓好落实。\n（剩余内容请开通会员后查看）\n下一步要抓好整改。"


def run(rule, text: str):
    return Pipeline([Stage("alone", (rule,))]).run(text)


@pytest.mark.parametrize(
    ("gaps", "after"),
    [
        ("break", "开头。党组织的战斗力实\n重道远。我们要协同发力。"),
        ("join", "开头。党组织的战斗力实重道远。我们要协同发力。"),
        ("mark", "开头。党组织的战斗力实 […] 重道远。我们要协同发力。"),
        ("trim", "开头。\n我们要协同发力。"),
    ],
)
def test_a_marker_between_two_halves(gaps: str, after: str) -> None:
    outcome = run(truncation.rule(Choices(gaps=gaps)), HALVES)
    assert outcome.text == after
    assert [note.kind for step in outcome.steps for note in step.notes] == ["gap"]
    assert run(truncation.rule(Choices(gaps=gaps)), after).text == after


@pytest.mark.parametrize(
    ("gaps", "after"),
    [
        ("break", "抓好落实。\n下一步要抓好整改。"),
        ("join", "抓好落实。\n下一步要抓好整改。"),
        ("mark", "抓好落实。\n[…]\n下一步要抓好整改。"),
    ],
)
def test_a_notice_on_a_line_of_its_own(gaps: str, after: str) -> None:
    assert run(withheld.rule(Choices(gaps=gaps)), LINE).text == after
