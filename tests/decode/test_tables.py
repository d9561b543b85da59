"""The tables of docs/decoding.md hold the rows that their scripts make."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "decoding.md").read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(head: str) -> list[str]:
    """What the rows of a table begin with."""
    table = PAGE[PAGE.index(f"| {head} |") :].split("\n\n")[0]
    return [line.split("|")[1].strip() for line in table.splitlines()[2:]]


def test_the_detectors_table_is_complete() -> None:
    assert rows("input") == [title for title, _ in script("compare_detectors").rows(1)]


def test_every_other_detector_is_in_it() -> None:
    head = re.search(r"^\| input \|.*", PAGE, re.MULTILINE)
    assert head
    for name in ("speechclean", "chardet", "cchardet", "charset-normalizer", "ftfy"):
        assert name in head[0]


def test_the_repairs_table_is_complete() -> None:
    ours = script("compare_repairs")
    assert rows("misread") == [*ours.KINDS, ours.NOTHING]
