"""A stage may have more rules than a machine's number has bits."""

from __future__ import annotations

import pytest

from speechclean.core.document import Document
from speechclean.core.edit import Edit, cut
from speechclean.core.planned import planned
from speechclean.core.rule import Rule, Stage, Summary
from speechclean.pipeline import Pipeline


def rule(number: int) -> Rule:
    word = f"第{number}号广告。"

    def find(document: Document) -> list[Edit]:
        return [cut(document.text, start, end, "") for start, end, _ in document.hits_of(frozenset((word,)))]

    return Rule(name=f"own-{number}", summary=Summary("an ad", "广告"), find=find, triggers=(word,), examples=())


@pytest.mark.parametrize("count", [1, 24, 31, 32, 33, 64, 70, 150])
def test_every_rule_of_a_stage_is_asked(count: int) -> None:
    first, second = (
        Stage(name, tuple(map(rule, numbers)), True) for name, numbers in (("a", range(3)), ("b", range(3, count + 3)))
    )
    text = "".join(f"甲第{number}号广告。" for number in range(count + 3))
    assert Pipeline((first, second)).run(text).text == "甲" * (count + 3)
    assert [stage.mask for stage in planned((first, second))] == [0b111, (2**count - 1) << 3]
