"""Settings refuse nonsense with a suggestion, and choose rules by name, family, stage and safety."""

from __future__ import annotations

import inspect
import pickle

import pytest

from speechclean import Settings
from speechclean.core.errors import ConfigError
from speechclean.core.rule import Rule, Safety, Stage, Summary
from speechclean.rules.selection import select


def rule(name: str, safety: Safety = Safety.SAFE, aliases: tuple[str, ...] = ()) -> Rule:
    return Rule(name, Summary("", ""), lambda _: (), (), safety=safety, aliases=aliases)


STAGES = (
    Stage("ad", (rule("ad-a", aliases=("ad-old",)), rule("ad-b"), rule("ad-risky", Safety.UNSAFE))),
    Stage("layout", (rule("layout-a"),)),
)


def chosen(**settings) -> list[str]:
    return [rule.name for stage in select(STAGES, Settings(**settings)) for rule in stage.rules]


def test_unknown_values_are_refused_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match="did you mean 'hans'"):
        Settings(to="hanss")
    with pytest.raises(ConfigError, match="break, join, mark, trim"):
        Settings(gaps="xyz")
    with pytest.raises(ConfigError, match="between 0 and 1"):
        Settings(max_removal=2)


def test_settings_are_checked_however_they_are_made() -> None:
    with pytest.raises(ConfigError, match="did you mean 'hant'"):
        Settings()._replace(to="hantt")
    with pytest.raises(ConfigError, match="no encoding named 'utf-88'"):
        Settings(encoding="utf-88")
    assert pickle.loads(pickle.dumps(Settings(to="tw"))) == Settings(to="tw")  # noqa: S301  # our own


def test_settings_tell_what_they_take() -> None:
    assert repr(Settings()).startswith("Settings(to='hans', idioms=False, encoding=None")
    assert list(inspect.signature(Settings).parameters) == list(Settings._fields)
    with pytest.raises(TypeError, match="'too'"):
        Settings(too="hans")
    with pytest.raises(AttributeError):
        Settings().to = "tw"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["ad-a", "ad-b", "layout-a"]),
        ({"unsafe": True}, ["ad-a", "ad-b", "ad-risky", "layout-a"]),
        ({"extend_select": ("ad-risky",)}, ["ad-a", "ad-b", "ad-risky", "layout-a"]),
        ({"select": ("ad",)}, ["ad-a", "ad-b"]),
        ({"select": ("ad-risky",)}, ["ad-risky"]),
        ({"select": ("ad",), "unsafe": True}, ["ad-a", "ad-b", "ad-risky"]),
        ({"select": ("layout",), "extend_select": ("ad-risky",)}, ["ad-risky", "layout-a"]),
        ({"ignore": ("ad",)}, ["layout-a"]),
        ({"ignore": ("ad-old",)}, ["ad-b", "layout-a"]),
        ({"ignore": ("all",)}, []),
        ({"select": ("all",)}, ["ad-a", "ad-b", "layout-a"]),
    ],
)
def test_selection(settings: dict, expected: list[str]) -> None:
    assert chosen(**settings) == expected


def test_an_unknown_rule_name_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match="did you mean 'layout-a'"):
        chosen(ignore=("layout-b",))
