"""The documents say what the code does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parent.parent


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_rules_is_up_to_date() -> None:
    page = script("make_rules_doc").page()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page, "run scripts/make_rules_doc.py"


def test_the_fold_table_is_what_opencc_says() -> None:
    from speechclean.core.fold import fold_table

    assert {chr(code): chr(to) for code, to in fold_table().items()} == script("make_fold").table()


def test_the_index_of_the_rules_is_up_to_date() -> None:
    from speechclean.rules import indexed

    made = script("make_rule_index").index()
    assert Path(indexed.__file__).read_text(encoding="utf-8") == made, "run scripts/make_rule_index.py"
