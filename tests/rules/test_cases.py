"""The cases beside the rules' examples: `tests/cases/<rule>.toml`, cleaned by all safe rules together."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from speechclean import Cleaner, Settings
from speechclean.core.choices import Choices
from speechclean.rules import stages

FILES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
LOADED = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FILES}
CUT = [(name, case["before"], case["after"]) for name, loaded in LOADED.items() for case in loaded.get("cut", ())]
KEEP = [(name, case["text"]) for name, loaded in LOADED.items() for case in loaded.get("keep", ())]
CLEAN = Cleaner(Settings(to="keep"))


def test_each_file_is_named_after_a_rule() -> None:
    assert LOADED
    assert set(LOADED) <= {rule.name for stage in stages(Choices()) for rule in stage.rules}


@pytest.mark.parametrize(("name", "before", "after"), CUT)
def test_noise_goes_and_the_text_stays(name: str, before: str, after: str) -> None:
    result = CLEAN(before)
    assert result.text.split() == after.split()
    assert name in {part.rule for edit in result.edits for part in edit.parts}
    assert not result.failures


@pytest.mark.parametrize(("name", "text"), KEEP)
def test_what_looks_like_noise_stays(name: str, text: str) -> None:
    result = CLEAN(text)
    assert result.text.split() == text.split(), name
    assert not result.failures


@pytest.mark.parametrize(("name", "before", "after"), CUT)
def test_a_second_run_finds_nothing(name: str, before: str, after: str) -> None:
    assert CLEAN(CLEAN(before).text).text.split() == after.split(), name
