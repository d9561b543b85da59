"""Every rule file in docs/writing-rules.md is one that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechclean.core.choices import Choices
from speechclean.rules import stages
from speechclean.rules.custom import rulebook
from speechclean.rules.custom.bodies import BODIES
from speechclean.rules.custom.fields import EXAMPLE_KEYS
from speechclean.rules.custom.lint import lint
from speechclean.rules.custom.load import FILE_KEYS, RULE_KEYS, load
from speechclean.rules.custom.trial import failures
from speechclean.rules.selection import known_names

PAGE = (Path(__file__).parent.parent / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_rules_on_the_page_hold(tmp_path, block) -> None:
    path = tmp_path / "own.toml"
    path.write_text(block, encoding="utf-8")
    specs = load([str(path)], known_names(stages(Choices())))
    assert not [failure for spec in specs for failure in failures(spec)]
    assert not [finding for finding in lint(specs) if finding.level == "error"]
    assert rulebook([str(path)]).stages


def test_every_kind_and_key_is_on_the_page() -> None:
    keys = {*FILE_KEYS, *RULE_KEYS, *EXAMPLE_KEYS, *(key for reader in BODIES.values() for key in reader.keys)}
    missing = {key for key in keys if not re.search(rf"`{key}\b|^{key} = |\[\[(rule\.)?{key}\]\]", PAGE, re.MULTILINE)}
    assert not missing
    assert all(kind in PAGE for kind in BODIES)
