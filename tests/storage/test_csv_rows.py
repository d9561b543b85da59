"""Rows are cut in time that grows with their bytes, whatever their quotes, and a broken one costs none but itself."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechclean.storage.csv_rows import row_blocks, split_rows, whole_rows

CELL = rb'(?:"(?:[^"]|"")*+"|[^",\r\n][^,\r\n]*+|)'
ROW = re.compile(rb"%b(?:,%b)*+\r?\n" % (CELL, CELL))


def slowly(data: bytes) -> list[bytes]:
    """The rows: each is looked for in all that is left."""
    rows = []
    while data:
        found = ROW.match(data)
        end = found.end() if found else data.find(b"\n") + 1 or len(data)
        rows.append(data[:end])
        data = data[end:]
    return rows


@given(
    st.lists(st.sampled_from(["a", ",", '"', "\n", "\r\n", "\r", '","', '"\n'])).map(
        lambda parts: "".join(parts).encode()
    )
)
@example(b'1,"never closed\n2,good\n3,"fine\nhere"\n')
@example(b'a","b\na","b\nc,"fine\nhere"\nx"y"\n')
def test_rows_are_those_that_are_found_one_by_one(data: bytes) -> None:
    rows = slowly(data)
    assert split_rows(data, ",") == rows
    assert whole_rows(data, ",", last=True) == (len(rows), len(data))
    blocks = list(row_blocks([data[i : i + 3] for i in range(0, len(data), 3)], ",", 4))
    assert [row for block in blocks for row in split_rows(block.data, ",")] == rows
    assert [block.first for block in blocks] == [
        sum(len(split_rows(before.data, ",")) for before in blocks[:n]) for n in range(len(blocks))
    ]


@pytest.mark.parametrize("row", ['a","好\n', '27","第27条，应当\n', 'a,"b\n', 'a,"b"c\n'])
@pytest.mark.parametrize("end", ["", 'x"y"z,"\n', '"'])
def test_time_grows_in_line_whatever_the_quotes(row: str, end: str) -> None:
    data = ("id,text\n" + row * 32000 + end).encode()
    begun = time.perf_counter()
    blocks = list(row_blocks([data[i : i + 65536] for i in range(0, len(data), 65536)], ","))
    assert sum(len(split_rows(block.data, ",")) for block in blocks) >= 32000
    assert time.perf_counter() - begun < 5
