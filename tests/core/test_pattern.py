"""Patterns that are tried only where a match may begin find what they find when they are tried everywhere."""

from __future__ import annotations

import importlib
import pkgutil
import random

import pytest

import speechclean.judgement
import speechclean.rules
from speechclean.core.choices import Choices
from speechclean.core.pattern import Pattern
from speechclean.rules import stages

HEADED = {
    f"{module.name}:{name}": value
    for room in (speechclean.judgement, speechclean.rules)
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
    for name, value in vars(importlib.import_module(module.name)).items()
    if isinstance(value, Pattern) and value.heads
}


EXAMPLES = [example.before for stage in stages(Choices()) for rule in stage.rules for example in rule.examples]


def texts(pattern: Pattern) -> list[str]:
    """Texts of what the pattern is written with, in both cases, and those that the rules are explained by."""
    dice = random.Random(pattern.source)
    letters = [*pattern.source, *pattern.source.upper(), *pattern.source.lower(), *"甲。\n a<&;ıİſK"]
    words = pattern.source.replace("(", "|").replace(")", "|").replace("?:", "|").split("|")
    pool = [*letters, *words, *map(str.upper, words)]
    return ["".join(dice.choices(pool, k=200)) for _ in range(200)] + EXAMPLES


@pytest.mark.parametrize("name", HEADED)
def test_no_match_begins_elsewhere(name: str) -> None:
    pattern = HEADED[name]
    found = 0
    for text in texts(pattern):
        spans = [match.span() for match in pattern.compiled.finditer(text)]
        assert [match.span() for match in pattern.finditer(text)] == spans
        inner = [match.span() for match in pattern.compiled.finditer(text, 20, 180)]
        assert [match.span() for match in pattern.finditer(text, 20, 180)] == inner
        first = pattern.search(text, 20, 180)
        assert (first and first.span()) == (inner[0] if inner else None)
        found += len(spans)
    assert found


def test_there_are_such_patterns() -> None:
    assert len(HEADED) > 5
