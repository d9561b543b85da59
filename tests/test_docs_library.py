"""docs/library.md tells of everything that is public; tests/test_docs.py runs its examples."""

from __future__ import annotations

from pathlib import Path

import speechclean

PAGE = Path(__file__).parent.parent / "docs" / "library.md"


def test_everything_public_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    fields = speechclean.Settings._fields
    result = [name for name in vars(speechclean.Result) if not name.startswith("_")]
    names = [*speechclean.__all__, *fields, *result]
    told = {"patch", "given", "journal", "steps", "newlines", "held"}
    assert [name for name in names if name not in told and f"`{name}" not in text and f" {name}" not in text] == []
