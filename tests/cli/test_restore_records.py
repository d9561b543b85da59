"""`restore` on files of records: the bytes that they were, by the numbers of the records; of Parquet the values."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"
LINES = (
    f'{{"id": 1, "text": "第一行。\\r\\n大家{NOISE}好！", "n": 1.50}}\n'
    '{ "id":2,"text":"\\u5927【本站首发】家\\/好！", "title": "【本站首发】" }\n'
    "\n"
    '{"text": null}\n'
    "no json\n"
    f'{{"text": "國家{NOISE}大事。", "title": ""}}\r\n'
    '{"text": "好。"}'
)
TABLE = f'\ufeffid,text,note\r\n1,大家{NOISE}好！,"a ""b"""\r\n2,"國家,\r\n{NOISE}大事。", x \r\n3,"没有",\r\n4,a\r\n'


def plain(data: bytes) -> bytes:
    return data


@pytest.fixture
def blocks_of_a_few_bytes(monkeypatch) -> None:
    from speechclean.storage import blocks

    monkeypatch.setattr(blocks.line_blocks, "__defaults__", (100,))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.tsv.bz2"])
def test_the_bytes_come_back(run, place, name: str, blocks_of_a_few_bytes) -> None:
    given = LINES if ".jsonl" in name else TABLE.replace(",", "\t") if ".tsv" in name else TABLE
    pack, unpack = {"gz": (gzip.compress, gzip.decompress), "bz2": (bz2.compress, bz2.decompress)}.get(
        name.rsplit(".", 1)[1], (plain, plain)
    )
    Path(name).write_bytes(pack(given.encode()))
    run("fix", name, "--journal", "j")
    clean = Path("cleaned", name).read_bytes()
    assert unpack(clean) != given.encode()
    ran = run("restore", f"cleaned/{name}", "--journal", "j")
    assert ran.status == 2
    assert unpack(Path("restored", name).read_bytes()) == given.encode()
    assert f"speechclean: cleaned/{name}:5: copied unchanged: " in ran.err
    records = "6 records: 3 restored, 2 unchanged" if ".jsonl" in name else "4 records: 2 restored, 1 unchanged"
    assert ran.err.endswith(f"{records}, 1 failed\n")


def test_in_place_by_the_default_journal_and_again(run, place) -> None:
    given = LINES.replace("no json\n", "")
    Path("a.jsonl").write_bytes(given.encode())
    Path("a.jsonl").chmod(0o640)
    run("fix", "a.jsonl", "--in-place")
    assert Path("a.jsonl").read_bytes() != given.encode()
    ran = run("restore", "a.jsonl", "--in-place")
    assert (ran.status, ran.err) == (0, "5 records: 3 restored, 2 unchanged, 0 failed\n")
    assert Path("a.jsonl").read_bytes() == given.encode()
    assert Path("a.jsonl").stat().st_mode & 0o777 == 0o640
    before = Path("a.jsonl").stat().st_ino
    assert run("restore", "a.jsonl", "--in-place").err == "5 records: 0 restored, 5 unchanged, 0 failed\n"
    assert Path("a.jsonl").stat().st_ino == before


def test_runs_stack(run, place) -> None:
    given = f'{{"text": "國家{NOISE}大事。"}}\n' * 3
    Path("a.jsonl").write_text(given)
    run("fix", "a.jsonl", "--in-place", "--to", "keep")
    run("fix", "a.jsonl", "--in-place", "--select", "script", "--to", "hans")
    assert Path("a.jsonl").read_text() == '{"text": "国家大事。"}\n' * 3
    run("restore", "a.jsonl", "--in-place")
    assert Path("a.jsonl").read_text() == given


def test_fields_that_became_the_same_are_told_apart(run, place) -> None:
    given = f'{{"title": "{NOISE}", "text": "", "more": {{"x": "{NOISE}{NOISE}"}}}}\n'
    Path("a.jsonl").write_text(given)
    fields = ("--field", "title,text", "--field", "more.x")
    run("fix", "a.jsonl", "--journal", "j", *fields)
    assert Path("cleaned/a.jsonl").read_text() == '{"title": "", "text": "", "more": {"x": ""}}\n'
    ran = run("restore", "cleaned/a.jsonl", "--journal", "j", "-o", "-", *fields)
    assert (ran.status, ran.text) == (0, given)
    ran = run("restore", "--field", "title", "--journal", "j", stdin=Path("cleaned/a.jsonl").read_bytes())
    assert json.loads(ran.text) == {"title": NOISE, "text": "", "more": {"x": ""}}


def test_fields_that_were_cleaned_in_runs_of_their_own_are_told_apart(run, place) -> None:
    given = f'{{"text": "{NOISE}", "title": "{NOISE}{NOISE}"}}\n'
    Path("a.jsonl").write_text(given)
    for field in ("text", "title"):
        assert run("fix", "a.jsonl", "--in-place", "--field", field).status == 0
    clean = Path("a.jsonl").read_text()
    assert clean == '{"text": "", "title": ""}\n'
    assert run("restore", "a.jsonl", "--in-place", "--field", "text,title").status == 0
    assert Path("a.jsonl").read_text() == given
    journal = Path(".speechclean/journal.jsonl")
    older = [{**json.loads(line), "field": None} for line in journal.read_text().splitlines()]
    journal.write_text("".join(f"{json.dumps(entry)}\n" for entry in older))
    Path("a.jsonl").write_text(clean)
    ran = run("restore", "a.jsonl", "--in-place", "--field", "text,title")
    assert (ran.status, "a.jsonl:1: several originals became this text" in ran.err) == (2, True)
    assert Path("a.jsonl").read_text() == clean


@pytest.mark.parametrize(
    ("name", "given", "clean"),
    [
        ("a.csv", f"text\n一\n{NOISE}\r\n二\n{NOISE}", 'text\n一\n""\r\n二\n""'),
        ("a.tsv", f"text\tnote\n{NOISE}\t\n一\t\n", "text\tnote\n\t\n一\t\n"),
    ],
)
def test_a_row_of_which_nothing_is_left_is_one_still(run, place, name: str, given: str, clean: str) -> None:
    Path(name).write_bytes(given.encode())
    assert run("fix", name, "--journal", "j").status == 0
    assert Path("cleaned", name).read_bytes() == clean.encode()
    assert run("restore", f"cleaned/{name}", "--journal", "j").status == 0
    assert Path("restored", name).read_bytes() == given.encode()
    run("fix", name, "--output-format", "jsonl", "-o", "o")
    assert len(Path("o/a.jsonl").read_text().splitlines()) == len(clean.splitlines()) - 1


def test_a_field_of_another_name_is_not_that_of_the_journal(run, place) -> None:
    Path("a.jsonl").write_text(f'{{"text": "一{NOISE}"}}\n')
    run("fix", "a.jsonl", "--journal", "j")
    Path("cleaned/a.jsonl").write_text('{"body": "一"}\n')
    ran = run("restore", "cleaned/a.jsonl", "--journal", "j", "--field", "body")
    assert (ran.status, "the journal knows this text in another field; name the fields as" in ran.err) == (2, True)


def test_a_directory_of_records_and_of_texts(run, place) -> None:
    Path("in").mkdir()
    Path("in/a.jsonl").write_text(LINES.replace("no json\n", ""))
    Path("in/part-0").write_text(LINES.splitlines()[0])
    Path("b.txt").write_text(f"大家{NOISE}好！\n")
    run("fix", "in", "in/part-0", "--field", "text", "--journal", "j")
    run("fix", "b.txt", "--journal", "j")
    ran = run("restore", "cleaned", "cleaned/part-0", "--field", "text", "--journal", "j")
    assert (ran.status, ran.err) == (0, "6 records: 4 restored, 2 unchanged, 0 failed\n")
    ran = run("restore", "cleaned/a.jsonl", "cleaned/b.txt", "--journal", "j")
    assert ran.err == "6 texts: 4 restored, 2 unchanged, 0 failed\n"


def test_records_that_moved_and_a_journal_of_another_run(run, place) -> None:
    Path("a.jsonl").write_text("".join(f'{{"text": "{n}{NOISE}"}}\n' for n in range(30)))
    run("fix", "a.jsonl", "--journal", "j")
    lines = Path("cleaned/a.jsonl").read_text().splitlines(keepends=True)
    Path("cleaned/a.jsonl").write_text("".join(lines[:1] + lines[2:]) + '{"text": "new"}\n')
    ran = run("restore", "cleaned/a.jsonl", "--journal", "j")
    assert ran.status == 2
    assert (
        "cleaned/a.jsonl:2: the journal knows this text under another number: records were left out, added" in ran.err
    )
    assert "speechclean: cleaned/a.jsonl: 9 more records like these\n" in ran.err
    assert Path("restored/a.jsonl").read_text().splitlines()[0] == f'{{"text": "0{NOISE}"}}'
    Path("b.txt").write_text("好。\n")
    run("fix", "b.txt", "--journal", "k")
    ran = run("restore", "cleaned/a.jsonl", "--journal", "k", "-o", "none")
    assert ran.status == 2
    assert "cleaned/a.jsonl:1: the journal holds no record of this text; name the one of the run" in ran.err
    assert not Path("none/a.jsonl").exists()


def test_what_is_cut_off_comes_back_as_far_as_it_goes_and_not_in_place(run, place) -> None:
    given = "".join(json.dumps({"text": f"{n}{NOISE}{n * 7919 % 100_003}"}) + "\n" for n in range(9000)).encode()
    Path("a.jsonl.gz").write_bytes(gzip.compress(given))
    run("fix", "a.jsonl.gz", "--journal", "j")
    data = Path("cleaned/a.jsonl.gz").read_bytes()
    Path("cleaned/a.jsonl.gz").write_bytes(data[: len(data) // 2])
    ran = run("restore", "cleaned/a.jsonl.gz", "--in-place", "--journal", "j")
    assert ran.status == 2
    assert "cleaned/a.jsonl.gz: the compressed data end too early" in ran.err
    assert Path("cleaned/a.jsonl.gz").read_bytes() == data[: len(data) // 2]
    assert not list(Path("cleaned").glob(".*"))


def test_a_part_comes_back_and_the_whole_from_there(run, place) -> None:
    given = f'{{"text": "國家{NOISE}大事。"}}\n{{"text": "好。"}}\n'
    Path("a.jsonl").write_text(given)
    run("fix", "a.jsonl", "--journal", "j")
    ran = run("restore", "cleaned/a.jsonl", "--list", "--journal", "j")
    assert ran.status == 0
    assert ran.text.splitlines()[0] == "cleaned/a.jsonl:1"
    assert "our-mark" in ran.text
    assert "a.jsonl:2" not in ran.text
    ran = run("restore", "cleaned/a.jsonl", "--in-place", "--only", "our-mark", "--journal", "j")
    assert ran.err == "2 records: 1 restored, 1 unchanged, 0 failed\n"
    assert Path("cleaned/a.jsonl").read_text() == f'{{"text": "国家{NOISE}大事。"}}\n{{"text": "好。"}}\n'
    run("restore", "cleaned/a.jsonl", "--in-place", "--only", "script", "--journal", "j")
    assert Path("cleaned/a.jsonl").read_text() == given
    run("restore", "cleaned/a.jsonl", "--in-place", "--journal", "j")
    assert Path("cleaned/a.jsonl").read_text() == given


@pytest.fixture
def pq():
    pytest.importorskip("pyarrow")
    return pytest.importorskip("pyarrow.parquet")


def test_parquet_comes_back_with_its_types(run, place, pq, monkeypatch) -> None:
    import pyarrow as pa

    from speechclean.storage import parquet

    monkeypatch.setattr(parquet, "ROWS", 3)
    sentence = "大家好，這是一個句子，中国人民。"
    raw = [None, f"{NOISE}{sentence}".encode("gb18030"), None, b"", sentence.encode(), f"{NOISE}好".encode()] * 3
    text = [f"第{n}個{NOISE}人。" if n % 2 else None if n % 3 else f"第{n}人。" for n in range(18)]
    columns = {
        "id": pa.array(range(18), pa.uint16()),
        "raw": pa.array(raw, pa.large_binary()),
        "text": pa.array(text, pa.large_string()),
        "more": pa.array([{"kind": f"里{NOISE}" if n % 2 else None} for n in range(18)]),
        "word": pa.array([f"好{NOISE}", "坏"] * 9).dictionary_encode(),
        "view": pa.array(raw, pa.binary_view()),
        "code": pa.array(raw, pa.binary()).dictionary_encode(),
    }
    table = pa.table(columns).replace_schema_metadata({"mine": "yes"})
    pq.write_table(table, "a.parquet", row_group_size=8, compression="zstd")
    fields = ("--field", "raw,text,more.kind,word,code,view")
    assert run("fix", "a.parquet", "--journal", "j", *fields).status == 0
    clean = pq.read_table("cleaned/a.parquet")
    assert clean.schema.field("raw").type == pa.large_string()
    assert clean.schema.field("code").type == pa.dictionary(pa.int32(), pa.string())
    assert clean["code"].to_pylist() == clean["raw"].to_pylist()
    ran = run("restore", "cleaned/a.parquet", "--journal", "j", *fields)
    assert (ran.status, ran.err) == (0, "18 records: 18 restored, 0 unchanged, 0 failed\n")
    back = pq.ParquetFile("restored/a.parquet")
    assert back.read().to_pylist() == pq.read_table("a.parquet").to_pylist()
    assert back.schema_arrow.equals(pq.ParquetFile("a.parquet").schema_arrow, check_metadata=True)
    assert [back.metadata.row_group(n).num_rows for n in range(3)] == [8, 8, 2]
    assert back.metadata.row_group(0).column(1).compression == "ZSTD"
    again = run("restore", "restored/a.parquet", "--journal", "j", "--in-place", *fields)
    assert (again.status, again.err) == (0, "18 records: 0 restored, 18 unchanged, 0 failed\n")


def test_parquet_that_cannot_come_back(run, place, pq) -> None:
    import pyarrow as pa

    pq.write_table(pa.table({"text": [f"一{NOISE}", f"二{NOISE}"]}), "a.parquet")
    run("fix", "a.parquet", "--journal", "j")
    assert "not written to standard output" in run("restore", "cleaned/a.parquet", "-o", "-", "--journal", "j").err
    pq.write_table(pa.table({"text": ["一", "三"]}), "cleaned/a.parquet")
    ran = run("restore", "cleaned/a.parquet", "--journal", "j")
    assert ran.status == 2
    assert "cleaned/a.parquet:2: the journal holds no record of this text" in ran.err
    assert pq.read_table("restored/a.parquet")["text"].to_pylist() == [f"一{NOISE}", "三"]
    Path("b.parquet").write_bytes(b"PAR1 no such thing")
    ran = run("restore", "b.parquet", "cleaned/a.parquet", "--journal", "j", "--field", "x")
    assert "b.parquet: it is no Parquet file" in ran.err
    assert "cleaned/a.parquet: it has no column 'x'" in ran.err
    ran = run("restore", "cleaned/a.parquet", "--list", "--only", "our-mark", "--journal", "j")
    assert "our-mark" in ran.text


def test_files_without_records_come_back_too(run, place, pq) -> None:
    import pyarrow as pa

    Path("a.jsonl").write_bytes(b"")
    Path("b.csv").write_text("id,text\n")
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), "c.parquet")
    run("fix", "a.jsonl", "b.csv", "c.parquet", "--journal", "j")
    Path("j").touch()
    ran = run("restore", "cleaned/a.jsonl", "cleaned/b.csv", "cleaned/c.parquet", "--journal", "j")
    assert (ran.status, ran.err) == (0, "")
    assert Path("restored/a.jsonl").read_bytes() == b""
    assert Path("restored/b.csv").read_text() == "id,text\n"
    assert pq.read_table("restored/c.parquet").schema.names == ["text"]


def test_what_columns_and_dropped_records_do_to_the_numbers(run, place) -> None:
    given = [f'{{"text": "一{NOISE}"}}\n', f'{{"text": "{NOISE}"}}\n', f'{{"text": "二{NOISE}"}}\n']
    Path("a.jsonl").write_text("".join(given))
    run("fix", "a.jsonl", "--journal", "j", "--drop", "empty")
    ran = run("restore", "cleaned/a.jsonl", "cleaned/a.dropped.jsonl", "--journal", "j")
    assert ran.status == 0
    assert Path("restored/a.jsonl").read_text() == given[0] + given[2]
    assert Path("restored/a.dropped.jsonl").read_text() == given[1]
