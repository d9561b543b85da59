"""What docs/library.md shows is what happens, and it tells of everything that is public."""

from __future__ import annotations

import dataclasses
import doctest
from pathlib import Path

import speechclean

PAGE = Path(__file__).parent.parent / "docs" / "library.md"


def test_the_examples_hold() -> None:
    text = PAGE.read_text(encoding="utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    found = []
    doctest.DocTestRunner().run(test, out=found.append)
    assert not found, "".join(found)
    assert len(test.examples) > 20


def test_everything_public_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    fields = [field.name for field in dataclasses.fields(speechclean.Settings)]
    result = [name for name in vars(speechclean.Result) if not name.startswith("_")]
    names = [*speechclean.__all__, *fields, *result]
    told = {"patch", "given", "journal", "steps", "newlines", "held"}
    assert [name for name in names if name not in told and f"`{name}" not in text and f" {name}" not in text] == []
