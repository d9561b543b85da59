"""docs/reports.md and docs/journal.md name every field that a report and a journal have."""

from __future__ import annotations

import json
import re
from pathlib import Path

from speechclean import clean
from speechclean.core.journal import journal_record

DOCS = Path(__file__).parent.parent / "docs"


def properties(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(properties, schema))
    if not isinstance(schema, dict):
        return set()
    own = {*schema["properties"]} if isinstance(schema.get("properties"), dict) else set()
    return own.union(*map(properties, schema.values()))


def test_the_page_of_reports_names_every_property_of_the_schema() -> None:
    page = (DOCS / "reports.md").read_text(encoding="utf-8")
    schema = json.loads((DOCS / "report.schema.json").read_text(encoding="utf-8"))
    settings = properties(schema["properties"]["settings"])
    names = properties(schema) - settings - {"rule", "error"}
    assert len(names) > 25
    assert sorted(name for name in names if not re.search(rf'"{name}"|`{name}`|`\w+\.{name}`', page)) == []


def test_the_page_of_the_journal_names_every_field_of_a_record() -> None:
    page = (DOCS / "journal.md").read_text(encoding="utf-8")
    result = clean("今天。\r\n本文由【秋水文库】整理发布\r\n".encode("gb18030"))
    record = journal_record(result, path="a.txt", tool="speechclean")
    steps = {
        key for step in record["steps"] for edit in step["edits"] for key in (edit if isinstance(edit, dict) else ())
    }
    assert sorted(name for name in {*record, *steps, "begins", "literal"} if f"`{name}`" not in page) == []
