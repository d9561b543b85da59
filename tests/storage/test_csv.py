"""Rows end at newlines outside quotes; one cell changes; broken rows are rows of their own."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.errors import StorageError
from speechclean.storage.csv import table
from speechclean.storage.csv_rows import row_blocks

CELLS = st.text(st.sampled_from('ab,;\t"\r\n 好'), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6)


@given(ROWS, st.integers(1, 40), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), CELLS)
def test_rows_and_cells_are_those_of_the_standard_library(rows, size: int, quoting: int, new: str) -> None:
    told = io.StringIO()
    csv.writer(told, quoting=quoting).writerows([["id", "text", "n"], *rows])
    data = told.getvalue().encode()
    blocks = list(row_blocks([data[i : i + 5] for i in range(0, len(data), 5)], ",", size))
    assert b"".join(block.data for block in blocks) == data
    form = table(blocks[0].data, ("text",), ",")
    found = [line for block in blocks for line in form.split(block.data)]
    assert [block.first for block in blocks] == [
        sum(len(form.split(before.data)) for before in blocks[:n]) for n in range(len(blocks))
    ]
    assert [form.values(line.decode()) for line in found[1:]] == [[row[1]] for row in rows]
    for line, row in zip(found[1:], rows, strict=True):
        cell = form.field(line.decode(), "text")
        changed = cell.replaced(new)
        assert next(csv.reader(io.StringIO(changed, newline=""))) == [row[0], new, row[2]]
        literal = cell.lost(new)
        again = form.field(changed, "text")
        assert (again.replaced(row[1]) if literal is None else again.with_literal(literal)) == line.decode()


def test_broken_quotes_cost_one_line() -> None:
    data = b'id,text\n1,"never closed\n2,good\n3,"a"b\n4,"fine\nhere"\n5,5" disk\n6,"open at the end'
    for size in (1, 20, 1000):
        blocks = list(row_blocks([data[i : i + 3] for i in range(0, len(data), 3)], ",", size))
        form = table(data, ("text",), ",")
        lines = [line.decode() for block in blocks for line in form.split(block.data)][1:]
        values = []
        for line in lines:
            try:
                values += form.values(line)
            except ValueError:
                values.append(None)
        assert values == [None, "good", None, "fine\nhere", '5" disk', None]


def test_what_is_wrong_with_a_header_is_said() -> None:
    with pytest.raises(StorageError, match="it has no column 'text'; there are a, b"):
        table(b"a,b\n", ("text",), ",")
    with pytest.raises(StorageError, match="iconv -f gb18030"):
        table("编号,text\n".encode("gb18030"), ("text",), ",")
    assert table(b"\xef\xbb\xbftext\n", ("text",), ",").names == ("text",)


def test_time_grows_in_line() -> None:
    data = b'id,text\n1,"' + b"x" * 3_000_000
    assert sum(
        len(block.data) for block in row_blocks(iter([data[i : i + 65536] for i in range(0, len(data), 65536)]), ",")
    ) == len(data)
