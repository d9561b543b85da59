"""One field of a JSON line is found and replaced; nothing else of the line changes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.storage.jsonl import find_field, literal_lost

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
LAYOUT = st.tuples(st.booleans(), st.sampled_from([None, (",", ":"), (" , ", "\t:\r ")]))


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.text(), st.text(), LAYOUT)
def test_replacing_is_what_json_would_do(others: dict, old: str, new: str, layout) -> None:
    escaped, separators = layout
    fields = {**others, "text": old}
    line = json.dumps(fields, ensure_ascii=escaped, separators=separators)
    field = find_field(line, "text")
    assert field.value == old
    replaced = field.replaced(new)
    assert json.dumps(json.loads(replaced)) == json.dumps({**fields, "text": new})
    assert replaced.startswith(line[: field.start])
    assert replaced.endswith(line[field.end :])


@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_the_literal_is_kept_where_it_would_be_lost(old: str, new: str, escaped: bool, slashes: bool) -> None:
    line = json.dumps({"x": "标", "text": old}, ensure_ascii=escaped)
    if slashes:
        line = line.replace("/", "\\/").replace("\\u00", "\\u00".upper().replace("U", "u"))
    field = find_field(line, "text")
    literal = literal_lost(field, new)
    cleaned = find_field(field.replaced(new), "text")
    if new == old:
        assert literal is None
        return
    assert (cleaned.replaced(old) if literal is None else cleaned.with_literal(literal)) == line


def test_the_last_of_two_fields_counts() -> None:
    field = find_field('{"a": 1, "a": "x", "b": {"a": "no"}}', "a")
    assert field.value == "x"
    assert field.replaced("y") == '{"a": 1, "a": "y", "b": {"a": "no"}}'


def test_escaped_names_are_the_same_names() -> None:
    assert find_field('{"\\u0074ext": "x"}', "text").value == "x"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "no JSON object"),
        ("[]", "no JSON object"),
        ("{}", "no field 'text'"),
        ('{"text": 1}', "not a string"),
        ('{"text" "x"}', "a colon is missing at column 9"),
        ('{"text": "x" "b": 1}', "a comma is missing at column 14"),
        ('{"text": "x",}', "a field is missing"),
        ("{text: 1}", "a field name is missing at column 2"),
        ('{"text": "x"} x', "more than one JSON value"),
        ('{"text": "x', "Unterminated string"),
        ('{"text": "a\tb"}', "Invalid control character"),
        ('{"text": }', "Expecting value"),
    ],
)
def test_what_is_wrong_is_said(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        find_field(line, "text")
