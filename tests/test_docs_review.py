"""What docs/review.md shows is what happens."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path

import jsonschema

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "review.md"


def test_the_examples_hold() -> None:
    test = doctest.DocTestParser().get_doctest(PAGE.read_text(encoding="utf-8"), {}, PAGE.name, str(PAGE), 0)
    found = []
    doctest.DocTestRunner().run(test, out=found.append)
    assert not found, "".join(found)
    assert len(test.examples) > 6


def test_the_example_of_a_file_holds_to_its_schema() -> None:
    (shown,) = re.findall(r"^    \{\"version.*?\]\}$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    schema = json.loads((DOCS / "decisions.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(shown))
