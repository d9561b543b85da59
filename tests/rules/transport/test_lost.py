"""Rows of ruins are read in one way, however long they are."""

from __future__ import annotations

from time import process_time

import pytest

from speechclean import Cleaner
from speechclean.rules.transport.lost import ONLY_RUINS


@pytest.mark.parametrize("tail", ["", "。", "x", "锟"])
@pytest.mark.parametrize("ruin", ["锟斤拷", "锟斤拷 ", "斤拷锟", "烫烫烫 ", "锟\ufffd"])
def test_a_long_row_of_ruins_is_read_at_once(ruin: str, tail: str) -> None:
    began = process_time()
    Cleaner()(f"第一段。\n{ruin * 200}{tail}\n第二段。")
    assert process_time() - began < 5


@pytest.mark.parametrize("row", ["锟斤拷锟斤拷", "烫烫烫 屯屯屯", "\ufffd" * 4, "锟斤拷 \ufffd", "斤拷锟斤拷锟"])
def test_what_is_nothing_but_ruins(row: str) -> None:
    assert ONLY_RUINS.fullmatch(row, 0, len(row))


@pytest.mark.parametrize("row", ["锟斤拷", "锟斤拷锟斤拷。", "屯屯", "烫烫"])
def test_what_is_not(row: str) -> None:
    assert not ONLY_RUINS.fullmatch(row, 0, len(row))
