"""`fix` on CSV, TSV and Parquet: only the fields change; other columns keep their values and types."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

import pytest

NOISE = "【本站首发】"
TABLE = f'﻿id,text,note\r\n1,大家{NOISE}好！,"a ""b"""\r\n2,"國家,\r\n{NOISE}大事。", x \r\n3,没有,\r\n'
CLEAN = '﻿id,text,note\r\n1,大家好！,"a ""b"""\r\n2,"国家,\r\n大事。", x \r\n3,没有,\r\n'


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".csv.gz"])
def test_tables(run, place, suffix: str, jobs: str) -> None:
    pack, unpack = (gzip.compress, gzip.decompress) if suffix.endswith(".gz") else (bytes, bytes)
    given, clean = (
        text.replace("家,", "家;").replace(",", "\t") if suffix == ".tsv" else text for text in (TABLE, CLEAN)
    )
    Path(f"a{suffix}").write_bytes(pack(given.encode()))
    ran = run("fix", f"a{suffix}", "--jobs", jobs)
    assert (ran.status, ran.err) == (0, "3 records: 2 cleaned, 1 unchanged, 0 held, 0 failed · 12 characters removed\n")
    assert unpack(Path(f"cleaned/a{suffix}").read_bytes()).decode() == clean


def test_broken_rows_are_copied_and_counted(run, place) -> None:
    rows = f'id,text\n1,"never closed{NOISE}\n2,大家{NOISE}好\n3,a,b\n4,\udcff{NOISE}\n5\n'.encode(
        "utf-8", "surrogateescape"
    )
    Path("a.csv").write_bytes(rows)
    ran = run("fix", "a.csv")
    assert ran.status == 2
    assert "speechclean: a.csv:2: copied unchanged: its quotes are broken at column 3\n" in ran.err
    assert "speechclean: a.csv:4: copied unchanged: it has 3 cells where the header has 2\n" in ran.err
    assert "speechclean: a.csv:5: copied unchanged: " in ran.err
    assert "speechclean: a.csv:6: copied unchanged: it has 1 cell where the header has 2\n" in ran.err
    assert Path("cleaned/a.csv").read_bytes() == rows.replace(f"大家{NOISE}好".encode(), "大家好".encode())


def test_a_table_without_the_field(run, place) -> None:
    Path("a.csv").write_text("id,body\n1,好\n")
    ran = run("fix", "a.csv")
    assert (ran.status, "a.csv: it has no column 'text'; there are id, body\n" in ran.err) == (2, True)
    assert not Path("cleaned/a.csv").exists()
    assert run("fix", "a.csv", "--field", "body").status == 0


def test_standard_input_may_be_a_table(run, place) -> None:
    ran = run("fix", "--field", "text", "--stdin-filename", "a.csv", stdin=TABLE)
    assert (ran.status, ran.text) == (0, CLEAN)


@pytest.fixture
def pa():
    pytest.importorskip("pyarrow.parquet")
    return pytest.importorskip("pyarrow")


def write(pa, path: str, table, **more) -> None:
    import pyarrow.parquet

    pyarrow.parquet.write_table(table, path, **more)


def read(pa, path: str):
    import pyarrow.parquet

    return pyarrow.parquet.ParquetFile(path)


def a_table(pa, rows: int = 10):
    fields = {
        "id": pa.array(range(rows), pa.uint16()),
        "text": pa.array(
            [None if n == 3 else f"第{n}個{NOISE}人。" if n % 2 else f"第{n}人。" for n in range(rows)],
            pa.large_string(),
        ),
        "when": pa.array([dt.datetime(2020, 1, 1, tzinfo=dt.UTC)] * rows, pa.timestamp("ns", "UTC")),
        "more": pa.array(
            [{"text": f"里{NOISE}", "n": [n % 9]} for n in range(rows)],
            pa.struct([("text", pa.string()), ("n", pa.list_(pa.int8()))]),
        ),
        "kind": pa.array(["a", "b"] * (rows // 2)).dictionary_encode(),
    }
    return pa.table(fields).replace_schema_metadata({"mine": "yes"})


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_parquet_keeps_everything_else(run, place, pa, jobs: str) -> None:
    table = a_table(pa)
    write(pa, "a.parquet", table, row_group_size=4, compression="zstd")
    ran = run("fix", "a.parquet", "--field", "text,more.text", "--jobs", jobs)
    assert ran.status == 0
    done = read(pa, "cleaned/a.parquet")
    found = done.read()
    assert found.schema.equals(read(pa, "a.parquet").schema_arrow, check_metadata=True)
    assert [done.metadata.row_group(n).num_rows for n in range(3)] == [4, 4, 2]
    assert done.metadata.row_group(0).column(0).compression == "ZSTD"
    for name in ("id", "when", "kind"):
        assert found[name].equals(table[name])
    assert found["text"].to_pylist() == [
        None if n == 3 else f"第{n}个人。" if n % 2 else f"第{n}人。" for n in range(10)
    ]
    assert found["more"].to_pylist() == [{"text": "里", "n": [n % 9]} for n in range(10)]
    assert "done before" in run("fix", "a.parquet", "--field", "text,more.text").err


def test_a_column_of_nothing_but_nulls_passes(run, place, pa) -> None:
    """As a part of a corpus in which no row has a text comes out of pandas or Arrow."""
    table = pa.table({"text": pa.array([None, None]), "more": pa.array([{"text": None}, None]), "id": [1, 2]})
    write(pa, "a.parquet", table)
    ran = run("fix", "a.parquet", "--field", "text,more.text", "--journal", "j", "--add-columns")
    assert (ran.status, "2 records: 0 cleaned, 2 unchanged" in ran.err) == (0, True)
    found = read(pa, "cleaned/a.parquet").read()
    assert found.select(["text", "more", "id"]).equals(table)
    assert found["status"].to_pylist() == [None, None]
    assert run("restore", "cleaned/a.parquet", "--field", "text,more.text", "--journal", "j").status == 0
    assert run("check", "a.parquet").status == run("detect", "a.parquet").status == 0


def test_bytes_are_decoded(run, place, pa) -> None:
    values = [f"大家{NOISE}好，這是一個句子。".encode("gb18030"), None, "好".encode(), b"\0\1\2\3" * 50]
    write(pa, "a.parquet", pa.table({"text": pa.array(values, pa.binary())}))
    ran = run("fix", "a.parquet", "--journal", "j")
    assert ran.status == 2
    assert "a.parquet:4: this is binary data" in ran.err
    found = read(pa, "cleaned/a.parquet").read()
    assert found.schema.field("text").type == pa.string()
    assert found["text"].to_pylist() == ["大家好，这是一个句子。", None, "好", None]


@pytest.mark.parametrize("odd", [b"poison", b"\0\1\2\3" * 50], ids=["a worker dies", "no text"])
def test_bytes_are_not_lost_in_place(run, place, pa, deadly_poison, odd: bytes) -> None:
    values = [f"第{n}個{NOISE}人。".encode("gb18030") for n in range(20)]
    values[9] = odd
    table = pa.table({"text": pa.array(values, pa.binary()), "more": [f"一{NOISE}"] * 20})
    write(pa, "a.parquet", table, row_group_size=5)
    before = Path("a.parquet").read_bytes()
    ran = run("fix", "a.parquet", "--in-place", "--jobs", "2")
    assert (ran.status, "a.parquet: left as it is, for not all of it could be cleaned\n" in ran.err) == (2, True)
    assert Path("a.parquet").read_bytes() == before
    ran = run("fix", "a.parquet", "--field", "text,more", "--jobs", "2", "--add-columns")
    assert (ran.status, "copied unchanged: " in ran.err) == (2, False)
    assert odd != b"poison" or "a.parquet:6-10: copied unchanged, what was bytes as null: the process that" in ran.err
    done = read(pa, "cleaned/a.parquet").read().to_pylist()
    assert [row["text"] is None for row in done] == [row["status"] == "failed" for row in done]
    assert all(row["more"] == (f"一{NOISE}" if row["status"] == "failed" else "一") for row in done)


def test_parquet_that_cannot_be_done(run, place, pa) -> None:
    Path("a.parquet").write_bytes(b"PAR1 no such thing")
    write(pa, "b.parquet", pa.table({"text": [1, 2], "body": ["好", "坏"]}))
    write(pa, "c.parquet", pa.table({"text": ["好"]}))
    ran = run("fix", "a.parquet", "b.parquet", "c.parquet")
    assert ran.status == 2
    assert "a.parquet: it is no Parquet file" in ran.err
    assert "b.parquet: its column 'text' holds int64, not text" in ran.err
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["c.parquet"]
    assert "it has no column 'x'; there are text" in run("fix", "c.parquet", "--field", "x").err
    assert run("fix", "c.parquet", "-o", "-").status == 2


def test_a_damaged_row_group_and_an_empty_file(run, place, pa) -> None:
    write(pa, "a.parquet", a_table(pa, 4000), row_group_size=1000, compression="gzip")
    data = bytearray(Path("a.parquet").read_bytes())
    place_of = read(pa, "a.parquet").metadata.row_group(2).column(1).data_page_offset
    data[place_of + 20 : place_of + 200] = b"\xff" * 180
    Path("a.parquet").write_bytes(data)
    ran = run("fix", "a.parquet")
    assert ran.status == 2
    assert "a.parquet: row group 2 is damaged" in ran.err
    assert read(pa, "cleaned/a.parquet").metadata.num_rows == 2000
    write(pa, "e.parquet", a_table(pa).slice(0, 0))
    assert run("fix", "e.parquet").status == 0
    assert read(pa, "cleaned/e.parquet").schema_arrow.equals(read(pa, "e.parquet").schema_arrow)


def test_parquet_on_a_full_disk(shell, place, pa) -> None:
    import random

    write(
        pa,
        "a.parquet",
        pa.table({"text": ["".join(random.choices("的一是在不了有和人这中大", k=300)) for _ in range(300)]}),
    )
    write(pa, "b.parquet", pa.table({"text": ["好"]}))
    ran = shell("ulimit -f 8; speechclean fix a.parquet b.parquet")
    assert ran.status == 2
    assert "a.parquet: cleaned/a.parquet: File too large\n" in ran.err
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["b.parquet"]


def test_a_package_that_is_missing_is_named(run, place, monkeypatch) -> None:
    import sys

    Path("a.parquet").write_bytes(b"x")
    Path("a.jsonl.zst").write_bytes(b"x")
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    ran = run("fix", "a.parquet", "a.jsonl.zst")
    assert ran.status == 2
    assert (
        "a.parquet: a .parquet file needs pyarrow, which is not installed; pip install 'speechclean[parquet]'"
        in ran.err
    )
    assert (
        "a.jsonl.zst: a .zst file needs zstandard, which is not installed; pip install 'speechclean[parquet]'"
        in ran.err
    )


def test_a_column_that_stands_twice_is_refused(run, place) -> None:
    Path("a.csv").write_text(f"text,id,text\n大家{NOISE}好,1,大家{NOISE}好\n", encoding="utf-8")
    for command in ("fix", "check", "detect"):
        ran = run(command, "a.csv")
        assert ran.status == 2
        assert "a.csv: it has 2 columns 'text', so it is not known which is meant; rename them" in ran.err
    assert run("fix", "a.csv", "--field", "id").status == 0, "the others do not matter"
    parquet = pytest.importorskip("pyarrow.parquet")
    column = [f"大家{NOISE}好"]
    parquet.write_table(pytest.importorskip("pyarrow").table([column, column], names=["text", "text"]), "a.parquet")
    assert "a.parquet: it has 2 columns 'text'" in run("fix", "a.parquet").err
