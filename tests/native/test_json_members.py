"""The compiled reader of JSON lines gives what Python's decoder gives, and leaves to it whatever is no plain object."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechclean import native
from speechclean.storage import jsonl

pytestmark = pytest.mark.skipif(not native.field_span(), reason="not built here, or switched off")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
SIGNS = [
    '{"text": "',
    "中",
    '"',
    "\\",
    "\\n",
    "\\u4e2d",
    "\\ud83d",
    "\\u12",
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    "text",
    "1",
    "-",
    "0",
    ".5",
    "e",
    "null",
]
SIGNS += [
    "true",
    "fals",
    "NaN",
    " ",
    "\t",
    "\r\n",
    "\x0b",
    "\x00",
    "\x1f",
    "\ufeff",
    "\ud800",
    "\U00020000",
    '"text": "a"',
    '"id": 7',
    "/",
    "\\/",
    "\\x",
]


def twin(line: str, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """What is told without the kernel: the field, or why there is none."""
    with monkeypatch.context() as patched:
        patched.setattr(native, "field_span", lambda: None)
        patched.setattr(native, "field_values", lambda: None)
        return told(line, name)


def told(line: str, name: str) -> tuple[object, ...]:
    try:
        field = jsonl.find_field(line, name)
        assert jsonl.values(line, (name,)) == [field.value]
    except ValueError as error:
        return ("refused", str(error))
    return tuple(field)


@given(
    st.dictionaries(st.text(max_size=3), VALUES, max_size=4),
    st.none() | st.text(),
    st.booleans(),
    st.sampled_from([None, (" ,\t", " :\n")]),
)
def test_objects(others: dict, text: str | None, escaped: bool, separators) -> None:
    line = json.dumps({**others, "text": text, "n": None}, ensure_ascii=escaped, separators=separators)
    value, start, end = native.field_span()(line, "text") or jsonl.find_field(line, "text")[1:]
    assert value == text
    assert json.loads(line[start:end]) == text
    assert jsonl.values(line, ("n", "text")) == [None, text]


@given(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
@example('{"a": {"text": "x"}}')
@example('{"text": 1, "text": "x"}')
@example('{"text": "x", "text": 1}')
@example('{"text": "x",}')
@example('{"text": "x"} {}')
@example(' {"text": "x"}')
@example('{"\\u0074ext": "x", "text": "y"}')
@example('{"id": 01, "text": "x"}')
@example('{"id": -, "text": "x"}')
@example('{"id": 1.e5, "text": "x"}')
@example('{"id": -0.5E+07, "b": [1,[],{}], "text": "x"}\r\n')
@example('{"id": -Infinity, "text": "x"}')
@example('{"text": "x\n"}')
@example('{"text": nul}')
def test_any_line(signs: str) -> None:
    monkeypatch = pytest.MonkeyPatch()
    for line in (signs, '{"text": "' + signs, '{"a": ' + signs + ', "text": "中"}'):
        for name in ("text", "", 'a":1,"b'):
            assert told(line, name) == twin(line, name, monkeypatch)


@pytest.mark.parametrize("depth", [1, 59, 60, 61, 500])
def test_what_is_deep_is_left_to_the_twin(depth: int) -> None:
    line = '{"deep": ' + "[" * depth + "]" * depth + ', "text": "x"}'
    assert (native.field_span()(line, "text") is None) == (depth > 60)
    assert jsonl.values(line, ("text",)) == ["x"]


def test_many_names() -> None:
    line = json.dumps({str(number): str(number) for number in range(12)})
    names = tuple(map(str, range(12)))
    assert native.field_values()(line, names) is None
    assert native.field_values()(line, names[:8]) == list(names[:8])
    assert jsonl.values(line, names) == list(names)
