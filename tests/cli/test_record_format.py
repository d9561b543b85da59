"""`--output-format`: records of one form come out in another."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"
RECORDS = [
    {"id": 1, "text": f"大家{NOISE}好！", "share": 1.5, "tags": ["甲", "乙"], "more": {"a": 1}},
    {"id": 2, "text": "國家,\n大事。", "share": 2, "new": True},
    {"id": 3, "text": None, "odd": 'a "b"'},
    {"id": 4, "text": "没有", "odd": 7},
]


def lines(records=RECORDS) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def rows(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    with Path("cleaned", name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_json_lines_as_a_table(run, place, jobs: str) -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress(lines().encode()))
    ran = run("fix", "a.jsonl.gz", "--output-format", "csv", "--jobs", jobs)
    assert (ran.status, [path.name for path in Path("cleaned").iterdir()]) == (0, ["a.csv"])
    found = rows("a.csv")
    assert list(found[0]) == ["id", "text", "share", "tags", "more", "new", "odd"]
    assert [one["text"] for one in found] == ["大家好！", "国家,\n大事。", "", "没有"]
    assert (found[0]["tags"], found[0]["more"], found[0]["share"]) == ('["甲", "乙"]', '{"a": 1}', "1.5")
    assert [one["odd"] for one in found] == ["", "", 'a "b"', "7"]
    assert found[1]["new"] == "true"
    assert "1 cleaned before" not in ran.err
    assert "4 done before" in run("fix", "a.jsonl.gz", "--output-format", "csv").err
    assert "done before" not in run("fix", "a.jsonl.gz", "--output-format", "tsv").err
    assert rows("a.tsv", "\t") == found


def test_a_table_as_json_lines(run, place) -> None:
    Path("a.csv").write_text(f'id,text\n1,"大家{NOISE},好"\n2,\n')
    assert run("fix", "a.csv", "--output-format", "jsonl.gz", "--add-columns").status == 0
    found = [json.loads(line) for line in gzip.decompress(Path("cleaned/a.jsonl.gz").read_bytes()).splitlines()]
    assert [(one["id"], one["text"], one["status"]) for one in found] == [
        ("1", "大家,好", "cleaned"),
        ("2", "", "unchanged"),
    ]


def test_the_same_form_packed_otherwise_keeps_every_byte(run, place) -> None:
    text = '{"id":1.10,"text":"好\\ud83d"}\nno json\n\n'
    Path("a.jsonl").write_text(text)
    assert run("fix", "a.jsonl", "--output-format", "jsonl.xz").status == 2
    import lzma

    assert lzma.decompress(Path("cleaned/a.jsonl.xz").read_bytes()).decode() == text


def test_what_is_left_out_goes_along(run, place) -> None:
    Path("a.jsonl").write_text(lines() + "no json\n" + '{"text": "半个\\ud83d"}\n')
    ran = run("fix", "a.jsonl", "--output-format", "csv")
    assert ran.status == 2
    assert "cleaned/a.csv: without 2 lines that this form cannot hold\n" in ran.err
    assert len(rows("a.csv")) == 4
    Path("a.jsonl").write_text('{"text": "半个\\ud83d"}\n')
    assert run("fix", "a.jsonl", "--output-format", "csv").status == 2
    assert run("fix", "a.jsonl", "--output-format", "csv").status == 2
    Path("b.csv").write_text(f"id,text\n1,{NOISE}\n2,好\n")
    ran = run("fix", "b.csv", "--output-format", "jsonl", "--drop", "empty")
    assert "b.csv: 1 record left out, in cleaned/b.dropped.jsonl\n" in ran.err
    assert json.loads(Path("cleaned/b.dropped.jsonl").read_text()) == {"id": "1", "text": ""}
    assert json.loads(Path("cleaned/b.jsonl").read_text()) == {"id": "2", "text": "好"}


def test_nothing_stays_nothing(run, place) -> None:
    Path("a.jsonl").write_text("")
    Path("b.csv").write_text("id,text\n")
    Path("c.csv").write_text('text\n好\n""\n')
    assert run("fix", "a.jsonl", "b.csv", "c.csv", "--output-format", "tsv.gz").status == 0
    assert gzip.decompress(Path("cleaned/a.tsv.gz").read_bytes()) == b""
    assert gzip.decompress(Path("cleaned/b.tsv.gz").read_bytes()) == b"id\ttext\n"
    assert gzip.decompress(Path("cleaned/c.tsv.gz").read_bytes()).decode() == 'text\n好\n""\n'
    assert not list(place.rglob("*.tmp"))


def test_long_names_that_begin_alike(run, place) -> None:
    name = "很长的名字" * 12
    Path(f"{name}.jsonl").write_text(f'{{"text": "{NOISE}"}}\n{{"text": "好"}}\n')
    assert run("fix", f"{name}.jsonl", "--drop", "empty").status == 0
    assert Path(f"cleaned/{name}.jsonl").read_text() == '{"text": "好"}\n'
    assert run("fix", f"{name}.jsonl", "--drop", "empty", "--output-format", "csv").status == 0
    assert Path(f"cleaned/{name}.csv").read_text() == "text\n好\n"


def test_parquet_there_and_back(run, place) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    Path("a.jsonl").write_text(lines() + '{"id": 18446744073709551616000, "text": "大数", "none": null, "o": {}}\n')
    assert run("fix", "a.jsonl", "--output-format", "parquet", "--drop", "held").status == 0
    found = pq.read_table("cleaned/a.parquet").to_pylist()
    assert [one["text"] for one in found] == ["大家好！", "国家,\n大事。", None, "没有", "大数"]
    assert found[0]["tags"] == ["甲", "乙"] and found[0]["more"] == {"a": 1}
    assert [one["share"] for one in found[:3]] == [1.5, 2.0, None]
    assert [one["odd"] for one in found] == [None, None, 'a "b"', "7", None]
    assert [one["id"] for one in found[3:]] == ["4", "18446744073709551616000"]
    assert (found[4]["none"], found[4]["o"]) == (None, "{}")
    assert run("fix", "cleaned/a.parquet", "-o", "back", "--output-format", "jsonl").status == 0
    back = [json.loads(line) for line in Path("back/a.jsonl").read_text().splitlines()]
    assert back == found


def test_types_over_many_blocks(run, place) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    records = [{"text": "句子。" * 200, "n": n if n < 1500 else n + 0.5} for n in range(3000)]
    Path("a.jsonl").write_text(lines(records))
    assert run("fix", "a.jsonl", "--output-format", "parquet").status == 0
    table = pq.read_table("cleaned/a.parquet")
    assert [str(field.type) for field in table.schema] == ["string", "double"]
    assert table["n"].to_pylist() == [record["n"] for record in records]


def test_large_numbers_among_fractions_are_text(run, place) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    records = [{"text": "句子。" * 200, "n": 2**60 if n < 1500 else 0.5, "l": [n]} for n in range(3000)]
    Path("a.jsonl").write_text(lines(records))
    assert run("fix", "a.jsonl", "--output-format", "parquet").status == 0
    assert set(pq.read_table("cleaned/a.parquet")["n"].to_pylist()) == {str(2**60), "0.5"}
    for record in records:
        record["l"] = [record["n"]]
    Path("a.jsonl").write_text(lines(records))
    assert run("fix", "a.jsonl", "--output-format", "parquet").status == 0
    assert set(pq.read_table("cleaned/a.parquet")["l"].to_pylist()) == {f"[{2**60}]", "[0.5]"}


def test_a_full_disk(shell, place) -> None:
    Path("a.csv").write_text("text\n" + "".join(f"{n}好\n" for n in range(1500)))
    Path("b.csv").write_text("text\n好\n")
    ran = shell("ulimit -f 20; speechclean fix a.csv b.csv --output-format jsonl")
    assert (ran.status, "a.csv: cleaned/a.jsonl: File too large\n" in ran.err) == (2, True), ran.err
    assert [path.name for path in Path("cleaned").iterdir()] == ["b.jsonl"]


def test_what_other_forms_have_no_types_for(run, place) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    when = dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    columns = {"text": [f"好{NOISE}"], "when": [when], "raw": [b"\0\xff"], "nan": [float("nan")], "l": [[1, None]]}
    pq.write_table(pa.table(columns), "a.parquet")
    assert run("fix", "a.parquet", "--output-format", "jsonl").status == 0
    assert json.loads(Path("cleaned/a.jsonl").read_text()) == {
        "text": "好", "when": "2020-01-02T03:04:05+00:00", "raw": "AP8=", "nan": None, "l": [1, None],
    }  # fmt: skip
    assert run("fix", "a.parquet", "--output-format", "csv").status == 0
    assert rows("a.csv")[0]["when"] == "2020-01-02T03:04:05+00:00"


def test_what_cannot_be_done(run, place, monkeypatch) -> None:
    import sys

    Path("a.csv").write_text("text,x,x\n好,1,2\n")
    ran = run("fix", "a.csv", "--output-format", "jsonl")
    assert ran.status == 2
    assert "a.csv: two of its columns are called 'x'; only its own form can hold them\n" in ran.err
    assert not list(Path("cleaned").iterdir())
    assert "'xlsx' is none of jsonl, ndjson, csv, tsv, parquet" in run("fix", "a.csv", "--output-format", "xlsx").err
    for wrong in (["--in-place"], ["-o", "-"], ["--journal", "j"]):
        assert run("fix", "a.csv", "--output-format", "jsonl", *wrong).status == 2
    assert run("fix", "--field", "text", "--output-format", "csv", stdin="{}").status == 2
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    ran = run("fix", "a.csv", "--output-format", "parquet")
    assert (ran.status, "pip install 'speechclean[parquet]'" in ran.err) == (2, True)


def test_two_files_with_one_place(run, place) -> None:
    Path("a.csv").write_text("text\n好\n")
    Path("a.jsonl").write_text('{"text": "好"}\n')
    ran = run("fix", "a.csv", "a.jsonl", "--output-format", "tsv")
    assert (ran.status, "would both be written to cleaned/a.tsv" in ran.err) == (2, True)


def test_texts_stay_texts(run, texts) -> None:
    assert run("fix", "in", "--output-format", "csv").status == 0
    assert sorted(path.name for path in Path("cleaned").rglob("*.*")) == ["a.txt", "b.txt", "c.txt"]


def test_what_another_form_has_no_place_for_is_called_left_out(run, place) -> None:
    """And each record is counted once."""
    Path("b.csv").write_text('id,text\n1,好\n2\n3,"好"x\n4,大家\n')
    ran = run("fix", "b.csv", "--output-format", "jsonl")
    assert ran.status == 2
    assert "speechclean: b.csv:3: left out: it has 1 cell where the header has 2\n" in ran.err
    assert "speechclean: b.csv:4: left out: its quotes are broken at column 6\n" in ran.err
    assert "copied" not in ran.err
    assert ran.err.splitlines()[-1].startswith("4 records: 0 cleaned, 2 unchanged, 0 held, 2 failed")
    Path("a.jsonl").write_text('{"text": "半个\\ud83d"}\n')
    ran = run("fix", "a.jsonl", "--output-format", "csv")
    assert (ran.status, ran.err.splitlines()[-1][:23]) == (2, "1 record: 0 cleaned, 1 ")
    assert "cleaned/a.csv: without 1 line that this form cannot hold\n" in ran.err
    assert "a.jsonl:1: left out: JSON alone can hold it\n" in ran.err
    assert "done before" not in run("fix", "a.jsonl", "--output-format", "csv").err


def test_what_is_written_is_not_called_left_out(run, place) -> None:
    """A record whose field is no text has a place in every form."""
    Path("a.jsonl").write_text(
        f'{{"text": 5}}\nno json\n{{"text": "会{NOISE}\\ud800"}}\n{{"text": "好"}}\n', encoding="utf-8"
    )
    ran = run("fix", "a.jsonl", "--output-format", "csv")
    assert ran.err.splitlines()[:4] == [
        "speechclean: a.jsonl:1: copied unchanged: its field 'text' is not a string",
        "speechclean: a.jsonl:2: left out: it is no JSON object",
        "speechclean: a.jsonl:3: left out: JSON alone can hold it",
        "speechclean: cleaned/a.csv: without 2 lines that this form cannot hold",
    ]
    assert [row["text"] for row in rows("a.csv")] == ["5", "好"]
    assert "left out" not in run("fix", "a.jsonl", "--output-format", "ndjson").err
    assert "no json\n" in Path("cleaned/a.ndjson").read_text(encoding="utf-8")
