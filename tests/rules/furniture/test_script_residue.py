"""Rules of style are told in a time that does not grow with the ways to part a long name."""

from __future__ import annotations

import time

import pytest

from speechclean.rules.furniture.script_residue import STYLE


@pytest.mark.parametrize(
    "style", [".fb,.ad-300{min-height:250px;display:block}", "ul li > a:hover {color:red}", "#top{margin:0;padding:0;}"]
)
def test_a_rule_of_style(style: str) -> None:
    assert STYLE.fullmatch(style)


@pytest.mark.parametrize("unit", ["a", "a-", "a.", "a ", "color:", "a{b:c;"])
def test_what_is_nearly_one_takes_no_time(unit: str) -> None:
    start = time.process_time()
    assert not STYLE.fullmatch(unit * 400 + "{{{{")
    assert time.process_time() - start < 0.2
