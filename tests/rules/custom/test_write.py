"""What is written as TOML is read again as it was."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from speechclean.rules.custom.write import value_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.one_of(TEXT, st.integers(), st.booleans(), st.lists(TEXT)))
def test_a_value_is_read_as_it_was_written(value) -> None:
    assert tomllib.loads(f"key = {value_of(value)}")["key"] == value


def test_invisible_characters_beyond_the_first_plane() -> None:
    assert value_of("甲\U000e0001乙") == '"甲\\U000e0001乙"'
