"""`--add-columns` and `--drop` on every form of records."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"
ADDED = ["status", "script", "removed_share", "notes", "truncated"]
HELD = ("这是正文里的一句话，" + NOISE * 10) * 60
TEXTS = [f"大家{NOISE}好！", "沒有什麼。", None, HELD, f"{NOISE}", "完整的一句。"]


def lines() -> list[str]:
    return [json.dumps({"id": n, "text": text}, ensure_ascii=False) for n, text in enumerate(TEXTS)]


def test_columns_of_json_lines(run, place) -> None:
    ran = run("fix", "--field", "text", "--add-columns", stdin="\n".join([*lines(), "no json"]))
    found = [json.loads(line) for line in ran.text.splitlines()[:-1]]
    assert ran.text.splitlines()[-1] == "no json"
    assert list(found[0]) == ["id", "text", *ADDED]
    assert [one["status"] for one in found] == ["cleaned", "cleaned", None, "held", "cleaned", "unchanged"]
    assert found[0]["removed_share"] == 0.6
    assert found[3]["notes"][0].startswith("held: ")
    assert found[5] == {
        "id": 5, "text": "完整的一句。", "status": "unchanged", "script": "none",
        "removed_share": 0.0, "notes": [], "truncated": False,
    }  # fmt: skip
    again = run("fix", "--field", "text", "--add-columns", stdin=ran.out)
    assert [list(json.loads(line)) for line in again.text.splitlines()[:-1]] == [list(one) for one in found]


def test_columns_of_tables(run, place) -> None:
    with Path("a.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], *([n, text or ""] for n, text in enumerate(TEXTS))])
    assert run("fix", "a.csv", "--add-columns").status == 0
    with Path("cleaned/a.csv").open(newline="") as file:
        found = list(csv.DictReader(file))
    assert [one["status"] for one in found] == ["cleaned", "cleaned", "unchanged", "held", "cleaned", "unchanged"]
    assert found[0]["text"] == "大家好！"
    assert {one["truncated"] for one in found} == {"false"}


@pytest.mark.parametrize("there", [["notes"], ["truncated", "status"], ["status", "notes", "script"]])
def test_columns_of_a_table_that_has_some_of_them(run, place, there: list[str]) -> None:
    Path("a.csv").write_text(f"id,text,{','.join(there)}\n1,大家{NOISE}好！{',by Li' * len(there)}\n", encoding="utf-8")
    assert run("fix", "a.csv", "--add-columns").status == 0
    with Path("cleaned/a.csv").open(newline="") as file:
        head, row = csv.reader(file)
    assert head == ["id", "text", *there, *(name for name in ADDED if name not in there)]
    assert dict(zip(head, row, strict=True)) == {
        "id": "1", "text": "大家好！", "status": "cleaned", "script": "hans", "removed_share": "0.6", "notes": "",
        "truncated": "false",
    }  # fmt: skip


@pytest.mark.parametrize("number", [0, 50])
def test_columns_tell_of_a_worker_that_died(run, place, deadly_poison, monkeypatch, number: int) -> None:
    from speechclean.storage import csv_rows

    monkeypatch.setattr(csv_rows.row_blocks, "__defaults__", (100,))
    rows = [f"{n},第{n}{NOISE}\n" for n in range(100)]
    rows[number] = "poison,好\n"
    Path("a.csv").write_text("id,text\n" + "".join(rows))
    assert run("fix", "a.csv", "--add-columns", "--jobs", "2").status == 2
    with Path("cleaned/a.csv").open(newline="") as file:
        head, *found = csv.reader(file)
    assert (head[:3], {len(row) for row in (head, *found)}) == (["id", "text", "status"], {7})
    assert found[number][1:3] == ["好", "failed"]
    assert found[number][5].startswith("failed: the process that cleaned it died")
    assert all((row[2] == "failed") == (NOISE in row[1]) for row in found if row[0] != "poison")
    assert run("fix", "a.csv", "--drop", "failed", "-o", "o", "--jobs", "2").status == 2
    main, side = (Path("o", name).read_text().splitlines(keepends=True) for name in ("a.csv", "a.dropped.csv"))
    assert main[0] == side[0] == "id,text\n"
    assert sorted(side[1:]) == sorted(row for row in rows if row.replace(NOISE, "") not in main)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_left_out_records_are_beside(run, place, jobs: str) -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress("\n".join([*lines(), "no json"]).encode()))
    ran = run("fix", "a.jsonl.gz", "--drop", "held,empty,failed", "--journal", "j", "--jobs", jobs)
    assert ran.status == 2
    assert "a.jsonl.gz: 3 records left out, in cleaned/a.dropped.jsonl.gz\n" in ran.err
    main, side = (
        gzip.decompress(Path("cleaned", name).read_bytes()).decode() for name in ("a.jsonl.gz", "a.dropped.jsonl.gz")
    )
    assert [json.loads(line)["id"] for line in main.splitlines()] == [0, 1, 2, 5]
    assert [json.loads(line)["id"] for line in side.splitlines()[:-1]] == [3, 4]
    assert side.endswith("no json")
    for text, name in ((main, "a.jsonl.gz"), (side.removesuffix("no json"), "a.dropped.jsonl.gz")):
        back = run("restore", "--field", "text", "--journal", "j", "--stdin-filename", f"cleaned/{name}", stdin=text)
        assert (back.status, back.err) == (0, "")
        assert back.text.splitlines() == [lines()[json.loads(line)["id"]] for line in text.splitlines()]


def test_nothing_left_out_makes_no_file(run, place) -> None:
    Path("a.csv").write_text(f"text\n好{NOISE}\n")
    assert run("fix", "a.csv", "--drop", "held").status == 0
    assert [path.name for path in Path("cleaned").iterdir()] == ["a.csv"]


def test_a_table_that_leaves_out_keeps_its_header_in_both(run, place) -> None:
    Path("a.csv").write_text(f"id,text\n1,{NOISE}\n2,好\n")
    run("fix", "a.csv", "--drop", "empty", "--add-columns")
    assert (
        Path("cleaned/a.csv")
        .read_text()
        .startswith("id,text,status,script,removed_share,notes,truncated\n2,好,unchanged,")
    )
    assert (
        Path("cleaned/a.dropped.csv")
        .read_text()
        .startswith("id,text,status,script,removed_share,notes,truncated\n1,,cleaned,")
    )


def test_parquet_too(run, place) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    pq.write_table(pa.table({"id": list(range(6)), "text": TEXTS}), "a.parquet", row_group_size=4)
    assert run("fix", "a.parquet", "--add-columns", "--drop", "held,empty").status == 0
    main, side = (pq.read_table(f"cleaned/{name}.parquet").to_pylist() for name in ("a", "a.dropped"))
    assert [one["id"] for one in main] == [0, 1, 2, 5]
    assert [one["id"] for one in side] == [3, 4]
    assert side[0]["status"] == "held"
    assert main[0] | {"script": ""} == {
        "id": 0, "text": "大家好！", "status": "cleaned", "script": "", "removed_share": 0.6,
        "notes": [], "truncated": False,
    }  # fmt: skip


def test_parquet_with_views_of_texts(run, place) -> None:
    """A type for which Arrow has no way to take single rows."""
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    view = pa.string_view()
    columns = {"id": list(range(6)), "text": pa.array(TEXTS, view), "more": pa.array([f"一{NOISE}"] * 6, view)}
    pq.write_table(pa.table(columns), "a.parquet", row_group_size=4)
    assert run("fix", "a.parquet", "--field", "more").status == 0
    assert pq.read_table("cleaned/a.parquet")["more"].to_pylist() == ["一"] * 6
    assert run("fix", "a.parquet", "--drop", "held,empty", "-o", "o").status == 0
    main, side = (pq.read_table(f"o/{name}.parquet") for name in ("a", "a.dropped"))
    assert main["id"].to_pylist() == [0, 1, 2, 5]
    assert side["id"].to_pylist() == [3, 4]
    assert main.schema == side.schema == pq.read_table("a.parquet").schema


@pytest.mark.parametrize("field", ["status,text", "notes", "notes.text"])
def test_an_added_column_does_not_take_the_place_of_a_field(run, place, field: str) -> None:
    given = f'{{"text": "一", "status": "二{NOISE}", "notes": {{"text": "三"}}}}\n'
    Path("a.jsonl").write_text(given)
    for ran in (
        run("fix", "a.jsonl", "--field", field, "--add-columns", "--in-place"),
        run("fix", "--field", field, "--add-columns", stdin=given),
    ):
        assert (ran.status, ran.out) == (2, b"")
        assert f"--add-columns would write over the field {field.partition(',')[0]}; rename" in ran.err
    assert Path("a.jsonl").read_text() == given


def test_what_drop_does_not_take(run, texts) -> None:
    assert "'long' is none of held, truncated, failed, empty" in run("fix", "in", "--drop", "long").err
    assert run("fix", "--field", "text", "--drop", "held", stdin="").status == 2
    assert run("fix", "in", "--in-place", "--drop", "held").status == 2


@pytest.mark.parametrize("option", ["--add-columns", "--drop empty"])
def test_an_option_for_records_is_refused_where_there_are_none(run, texts, option: str) -> None:
    for given in ("in", "in/a.txt"):
        ran = run("fix", given, *option.split())
        assert ran.status == 2
        assert f"{option.split(maxsplit=1)[0]} goes with records, and this is text" in ran.err
    (texts / "r.jsonl").write_text('{"text": "大家好。"}\n', encoding="utf-8")
    assert run("fix", "in/a.txt", "in/r.jsonl", *option.split()).status == 0
    assert run("fix", "--add-columns", stdin="大家好。").status == 2
    assert run("fix", "--add-columns", "--field", "text", stdin='{"text": "大家好。"}\n').status == 0


def test_what_is_left_out_of_one_file_replaces_no_output_of_another(run, place) -> None:
    for name in ("a.dropped.jsonl", "a.jsonl"):
        Path(name).write_text('{"text": ""}\n{"text": "甲"}\n', encoding="utf-8")
    for names in (("a.dropped.jsonl", "a.jsonl"), ("a.jsonl", "a.dropped.jsonl")):
        ran = run("fix", *names, "--drop", "empty")
        assert (ran.status, "would both be written to cleaned/a.dropped.jsonl" in ran.err) == (2, True)
    assert run("fix", "a.jsonl", "-o", ".", "--drop", "empty").status == 2
    assert run("fix", "a.dropped.jsonl", "a.jsonl").status == 0
    Path("a.txt").write_text("甲\n", encoding="utf-8")
    Path("a.dropped.txt").write_text("甲\n", encoding="utf-8")
    assert run("fix", "a.txt", "a.dropped.txt", "a.jsonl", "--drop", "empty").status == 0


def test_what_an_earlier_run_left_out_goes_when_nothing_is(run, place) -> None:
    Path("a.jsonl").write_text('{"text": ""}\n{"text": "甲"}\n', encoding="utf-8")
    run("fix", "a.jsonl", "--drop", "empty")
    assert Path("cleaned/a.dropped.jsonl").exists()
    Path("a.jsonl").write_text('{"text": "乙"}\n{"text": "甲"}\n', encoding="utf-8")
    assert run("fix", "a.jsonl", "--drop", "empty").status == 0
    assert not Path("cleaned/a.dropped.jsonl").exists()


def test_what_was_left_out_is_written_again_where_it_is_gone(run, place) -> None:
    Path("a.jsonl").write_text('{"text": ""}\n{"text": "甲"}\n', encoding="utf-8")
    run("fix", "a.jsonl", "--drop", "empty")
    Path("cleaned/a.dropped.jsonl").unlink()
    assert "done before" not in run("fix", "a.jsonl", "--drop", "empty").err
    assert Path("cleaned/a.dropped.jsonl").read_text() == '{"text": ""}\n'
    assert "2 done before" in run("fix", "a.jsonl", "--drop", "empty").err


@pytest.mark.parametrize("line", ['{"text": ""}', "no json"])
def test_what_was_left_out_and_changed_by_hand_is_left(run, place, line: str) -> None:
    drop = ("--drop", "empty,failed")
    Path("a.jsonl").write_text(f'{line}\n{{"text": "甲"}}\n', encoding="utf-8")
    run("fix", "a.jsonl", *drop)
    main, side = Path("cleaned/a.jsonl"), Path("cleaned/a.dropped.jsonl")
    side.write_text("mine", encoding="utf-8")
    ran = run("fix", "a.jsonl", *drop)
    told = "cleaned/a.dropped.jsonl: changed by hand since it was written; left as it is (--force)\n"
    refused = "a.jsonl: cleaned/a.dropped.jsonl was changed by hand since it was written, so it is left as it is"
    assert (refused if line == "no json" else told) in ran.err
    Path("a.jsonl").write_text(f'{line}\n{{"text": "乙"}}\n', encoding="utf-8")
    for options in (drop, ()):
        ran = run("fix", "a.jsonl", *options)
        assert (ran.status, refused in ran.err) == (2, True)
        assert (main.read_text(), side.read_text()) == ('{"text": "甲"}\n', "mine")
    run("fix", "a.jsonl", *drop, "--force")
    assert (main.read_text(), side.read_text()) == ('{"text": "乙"}\n', f"{line}\n")


def test_what_was_left_out_does_not_stand_beside_the_whole(run, place) -> None:
    Path("a.jsonl").write_text('{"text": ""}\n{"text": "甲"}\n', encoding="utf-8")
    for more in ((), ("--force",)):
        run("fix", "a.jsonl", "--drop", "empty")
        assert Path("cleaned/a.dropped.jsonl").exists()
        assert run("fix", "a.jsonl", *more).status == 0
        assert [path.name for path in Path("cleaned").iterdir()] == ["a.jsonl"]
    run("fix", "a.jsonl", "--drop", "empty")
    Path("a.dropped.jsonl").write_text('{"text": "丙"}\n', encoding="utf-8")
    for names in (("a.dropped.jsonl", "a.jsonl"), ("a.jsonl", "a.dropped.jsonl")):
        assert run("fix", *names).status == 0
        assert Path("cleaned/a.dropped.jsonl").read_text() == '{"text": "丙"}\n'


def test_a_file_with_a_line_that_cannot_be_read_is_no_person_s_text(run, place) -> None:
    for text in ("甲", "乙", "丙"):
        bad = "no json\n" if text == "乙" else ""
        Path("a.jsonl").write_text(f'{bad}{{"text": "{text}"}}\n', encoding="utf-8")
        assert run("fix", "a.jsonl").status == (2 if bad else 0)
        assert Path("cleaned/a.jsonl").read_text() == f'{bad}{{"text": "{text}"}}\n'
