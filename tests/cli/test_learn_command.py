"""`learn` reads texts and records, prints what it proposes and writes it as a rule file that works."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "learn"))
from planting import sentences

AD = "请点击👉 abc1234 👈联系老师"


@pytest.fixture
def corpus(place: Path) -> Path:
    pool = sentences()
    folder = place / "pages"
    for site in ("甲站", "乙站"):
        (folder / site).mkdir(parents=True)
        for number in range(4):
            body, pool = pool[:9], pool[9:]
            (folder / site / f"{number}.txt").write_text("\n".join([*body, AD]) + "\n", encoding="gb18030")
    return folder


@pytest.fixture
def records(place: Path) -> Path:
    pool = sentences()
    lines = [
        json.dumps({"body": "\n".join([*pool[9 * n : 9 * n + 9], AD]), "site": f"{n % 3}.com"}, ensure_ascii=False)
        for n in range(9)
    ]
    path = place / "all.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_table_and_a_rule_file_that_works(run, corpus: Path, place: Path) -> None:
    done = run("learn", "pages", "--isolated", "--counters", "1")
    assert done.status == 0
    assert [line.split()[0] for line in done.text.splitlines()] == ["documents", "8"]
    assert AD in done.text
    assert "documents: 8, sources: 2, read before: 0, failed: 0, rules proposed: 1, in learned.toml" in done.err
    written = (place / "learned.toml").read_text(encoding="utf-8")
    assert "# it stands in 8 documents · pages/乙站 4, pages/甲站 4" in written
    assert run("rules", "test", "learned.toml").status == 0
    assert "0 errors" in run("rules", "lint", "learned.toml").err
    cleaned = run("fix", "--isolated", "--select", "custom", "--rules", "learned.toml", stdin=f"上文。\n{AD}\n下文。")
    assert cleaned.text == "上文。\n下文。\n"


def test_the_order_in_which_files_are_named_tells_nothing(run, corpus: Path, place: Path) -> None:
    names = sorted(map(str, corpus.rglob("*.txt")))
    written = set()
    for order in (names, names[::-1], names[3:] + names[:3]):
        (place / "list").write_text("\n".join(order), encoding="utf-8")
        assert run("learn", "--files-from", "list", "--isolated", "--counters", "1", "--force").status == 0
        written.add((place / "learned.toml").read_text(encoding="utf-8"))
    assert len(written) == 1


def test_tables_and_columns_are_records_too(run, records: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    bodies = [row["body"].encode("gb18030" if n % 2 else "utf-8") for n, row in enumerate(rows)]
    table = pa.table({"body": [*bodies, None, b"\0\1\2" * 50], "site": [row["site"] for row in rows] + ["", None]})
    pq.write_table(table, "all.parquet")
    Path("all.csv").write_text(
        "site,body\n" + "".join('{site},"{body}"\n'.format(**row) for row in rows) + "short\n", encoding="utf-8"
    )
    for name, wrong in (
        ("all.parquet", "all.parquet:11: this is binary data"),
        ("all.csv", "all.csv:11: it has 1 cell where"),
    ):
        done = run("learn", "--field", "body", "--source-field", "site", "--format", "json", "--force", name)
        assert done.status == 2
        assert wrong in done.err
        told = json.loads(done.out)
        assert (told["documents"], told["sources"]) == (9, 3)
        assert [(one["contains"], one["documents"]) for one in told["proposals"]] == [(AD, 9)]
    assert "it has no column 'x'" in run("learn", "--field", "x", "--force", "all.parquet").err


def test_json_of_records_with_their_sources(run, records: Path) -> None:
    done = run("learn", "--field", "body", "--source-field", "site", "--format", "json", "-q", str(records))
    told = json.loads(done.out)
    assert (told["documents"], told["sources"]) == (9, 3)
    assert [(one["kind"], one["contains"], one["documents"]) for one in told["proposals"]] == [("line", AD, 9)]
    assert told["proposals"][0]["sources"] == {"0.com": 3, "1.com": 3, "2.com": 3}
    assert done.err == ""


def test_what_cannot_be_read_is_told_once_and_the_rest_is_done(run, records: Path, place: Path) -> None:
    with records.open("a", encoding="utf-8") as file:
        file.write('{"body": 5}\nno json\n\n{"body": null}\n{"else": ""}\n')
    (place / "picture.txt").write_bytes(bytes(range(256)) * 8)
    done = run("learn", "--field", "body", str(records), "nowhere.txt", "picture.txt", "--counters", "1")
    assert done.status == 2
    assert AD in done.text
    assert done.err.count("all.jsonl:10: its field 'body' is not a string") == 1
    assert done.err.count("all.jsonl:11: ") == 1
    assert done.err.count("all.jsonl:14: it has no field 'body'") == 1
    assert "nowhere.txt: no such file or directory" in done.err
    assert "picture.txt: this is binary data" in done.err
    assert "failed: 5" in done.err


def test_a_second_run_goes_on_from_the_first(run, corpus: Path, place: Path) -> None:
    first = run("learn", "pages/甲站", "--memory", "seen.bin", "--counters", "1")
    assert "rules proposed: 0" in first.err
    assert not (place / "learned.toml").exists()
    second = run("learn", "pages", "--memory", "seen.bin")
    assert "documents: 8, sources: 2, read before: 4, failed: 0, rules proposed: 1, in" in second.err
    assert second.text.splitlines()[1].split()[0] == "8"
    (place / "seen.bin").write_bytes(b"something else")
    third = run("learn", "pages", "--memory", "seen.bin", "--force")
    assert third.status == 2
    assert "it is no memory of `speechclean learn`" in third.err


def test_a_rule_file_is_not_written_over(run, corpus: Path, place: Path) -> None:
    (place / "learned.toml").write_text("# mine", encoding="utf-8")
    done = run("learn", "pages")
    assert done.status == 2
    assert "is there already" in done.err
    assert (place / "learned.toml").read_text(encoding="utf-8") == "# mine"
    assert run("learn", "pages", "--force", "--counters", "1").status == 0
    assert (place / "learned.toml").read_text(encoding="utf-8") != "# mine"


@pytest.mark.parametrize("option", ["-o", "--memory"])
def test_a_directory_that_is_not_there_is_told_of_first(run, corpus: Path, option) -> None:
    done = run("learn", "pages", option, "nowhere/file")
    assert done.status == 2
    assert "nowhere is no directory" in done.err


def test_standard_input_cannot_be_read_twice(run) -> None:
    done = run("learn", stdin="一行")
    assert done.status == 2
    assert "reads files twice" in done.err


def test_nothing_to_read(run, place: Path) -> None:
    (place / "empty").mkdir()
    done = run("learn", "empty")
    assert (done.status, done.text) == (0, "")
    assert "*.txt, *.jsonl" in done.err


def test_counters_that_are_too_few_are_told_of(run, place: Path) -> None:
    (place / "long.jsonl").write_text(
        "".join(
            json.dumps({"text": "".join(chr(0x4E00 + (n * 7919 + at * 31) % 20000) for at in range(30_000))}) + "\n"
            for n in range(30)
        ),
        encoding="utf-8",
    )
    done = run("learn", "long.jsonl", "--counters", "1")
    assert "more text than the counters tell apart" in done.err


def test_nothing_is_written_over_what_is_read(run, corpus: Path, place: Path) -> None:
    page = min(Path("pages").rglob("*.txt"))
    Path("other.txt").symlink_to(page)
    before = page.read_bytes()
    for wrong in (("-o", str(page), "--force"), ("-o", "other.txt", "--force"), ("--memory", str(page))):
        done = run("learn", "pages", *wrong)
        assert (done.status, f"{page.resolve()} is a text that is read; name another file" in done.err) == (2, True)
    done = run("learn", "pages", "-o", "one", "--memory", "one")
    assert (done.status, "--output and --memory name one file; name two" in done.err) == (2, True)
    assert page.read_bytes() == before
    assert not Path("one").exists()
