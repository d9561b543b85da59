from __future__ import annotations

import os
from pathlib import Path

import pytest

from speechclean import Cleaner, Settings, clean
from speechclean.core.errors import ConfigError
from speechclean.rules.custom import rulebook

FILE = """
[[rule]]
name = "our-everywhere"
kind = "literal"
text = "秋水文库"

[[rule]]
name = "our-scoped"
kind = "literal"
text = "春山书屋"
scope = "cs/**"

[[rule]]
name = "our-later"
kind = "regex"
pattern = "甲乙"
replace = "甲"
order = 5

[[rule]]
name = "our-unsafe"
kind = "literal"
text = "夏云阁主"
safety = "unsafe"

[[rule]]
name = "our-off"
kind = "literal"
text = "冬雪轩主"
enabled = false
"""
TEXT = "甲秋水文库乙，春山书屋，夏云阁主，冬雪轩主。"


@pytest.fixture
def rules(tmp_path) -> str:
    path = tmp_path / "own.toml"
    path.write_text(FILE, encoding="utf-8")
    return str(path)


def test_the_path_decides_which_rules_hold(rules) -> None:
    cleaner = Cleaner(Settings(rules=(rules,)))
    assert cleaner(TEXT).text == "甲，春山书屋，夏云阁主，冬雪轩主。"
    assert cleaner(TEXT, path="cs/1.txt").text == "甲，，夏云阁主，冬雪轩主。"
    assert cleaner(TEXT, path="x.txt").text == cleaner(TEXT).text


def test_rules_with_another_order_read_what_earlier_ones_left(rules) -> None:
    stages = rulebook([rules]).stages
    assert [[rule.name for rule in stage.rules] for stage in stages] == [
        ["our-everywhere", "our-scoped", "our-unsafe"],
        ["our-later"],
    ]
    assert all(stage.name == "custom" and stage.removes for stage in stages)


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"ignore": ("custom",)}, TEXT),
        ({"ignore": ("our",)}, TEXT),
        ({"ignore": ("our-later",)}, "甲乙，春山书屋，夏云阁主，冬雪轩主。"),
        ({"select": ("our-everywhere",)}, "甲乙，春山书屋，夏云阁主，冬雪轩主。"),
        ({"unsafe": True}, "甲，春山书屋，，冬雪轩主。"),
        ({"extend_select": ("our-unsafe",)}, "甲，春山书屋，，冬雪轩主。"),
    ],
)
def test_rules_are_chosen_by_name_family_and_stage(rules, settings, text) -> None:
    assert clean(TEXT, Settings(rules=(rules,), **settings)).text == text


def test_a_disabled_rule_has_no_name(rules) -> None:
    with pytest.raises(ConfigError, match="our-off"):
        Cleaner(Settings(rules=(rules,), ignore=("our-off",)))


def test_edits_are_credited_and_undone(rules) -> None:
    result = clean(TEXT, Settings(rules=(rules,)))
    assert {part.rule for edit in result.edits for part in edit.parts} == {"our-everywhere", "our-later"}
    assert result.restore() == TEXT


def test_the_budget_counts_users_rules(rules) -> None:
    text = "秋水文库" * 200 + "甲。"
    result = clean(text, Settings(rules=(rules,)))
    assert result.held
    assert result.text == text


def test_keep_protects_from_users_rules(rules) -> None:
    assert clean("甲秋水文库。", Settings(rules=(rules,), keep=("秋水文库",))).text == "甲秋水文库。"


def test_a_file_that_was_written_again_is_read_again(rules) -> None:
    settings = Settings(rules=(rules,))
    assert clean("北风客栈，秋水文库。", settings).text == "北风客栈，。"
    Path(rules).write_text('[[rule]]\nname = "our-new"\nkind = "literal"\ntext = "北风客栈"\n', encoding="utf-8")
    os.utime(rules, (1, 1))
    assert clean("北风客栈，秋水文库。", settings).text == "，秋水文库。"


@pytest.mark.parametrize(
    ("order", "left"), [(0, "受托人应当报告每日干货好文就在委托事项。"), (-1, "受托人应当报告委托事项。")]
)
def test_rules_of_a_negative_order_run_before_the_built_in_removals(tmp_path, order: int, left: str) -> None:
    path = tmp_path / "own.toml"
    whole = "每日干货好文就在公众号【技术笔记站】"
    path.write_text(
        f'[[rule]]\nname = "our-whole"\nkind = "literal"\ntext = "{whole}"\norder = {order}\n', encoding="utf-8"
    )
    cleaner = Cleaner(Settings(rules=(str(path),)))
    assert cleaner(f"受托人应当报告{whole}委托事项。").text == left
