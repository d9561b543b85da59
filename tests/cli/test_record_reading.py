"""`check` and `detect` on files of records: numbered as `fix` numbers them, whatever form and packing they have."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"
LINES = (
    f'{{"id": 1, "text": "第一行。\\n大家{NOISE}好！"}}\n'
    '{"id": 2, "text": "國家大事。", "title": "【本站首发】"}\n'
    "\n"
    '{"text": null, "title": "好"}\n'
    '{"title": "没有"}\n'
    "no json\n"
    '{"text": "好。", "title": "坏。"}\n'
)
TOLD = [f"1:2:3: our-mark: “{NOISE}”", "2:1:1: script-conversion: “國家大事。” → “国家大事。”"]
WRONG = "speechclean: {0}:5: it has no field 'text'\nspeechclean: {0}:6: it is no JSON object\n"


def findings(text: str, name: str) -> list[str]:
    return [line.removeprefix(f"{name}:").split("  (")[0] for line in text.splitlines()]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_check_tells_of_each_record_by_its_number(run, place, name: str) -> None:
    Path(name).write_bytes(gzip.compress(LINES.encode()) if name.endswith(".gz") else LINES.encode())
    ran = run("check", name)
    assert ran.status == 2
    assert findings(ran.text, name) == TOLD
    assert ran.err == WRONG.format(name) + "6 records: 2 would change, 2 failed · 2 changes\n"
    assert not Path("cleaned").exists()


def test_check_and_fix_number_alike(run, place) -> None:
    Path("a.jsonl").write_text(LINES)
    run("fix", "a.jsonl", "--report", "r.json")
    fixed = {entry["path"]: entry for entry in json.loads(Path("r.json").read_text())["files"]}
    checked = json.loads(run("check", "a.jsonl", "--format", "json").out)
    assert [entry["path"] for entry in checked["files"]] == [f"a.jsonl:{n}" for n in (1, 2, 7, 5, 6)]
    for entry in checked["files"]:
        if entry["status"] != "failed":
            assert entry == fixed[entry["path"]]


def test_check_of_several_fields_and_of_tables(run, place) -> None:
    Path("a.jsonl").write_text(LINES)
    ran = run("check", "a.jsonl", "--field", "title")
    assert (ran.status, findings(ran.text, "a.jsonl")) == (2, [f"2:1:1: our-mark: “{NOISE}”"])
    Path("a.csv").write_text(f'id,text\n1,"大家\n{NOISE}好！"\n2,a,b\n3,好{NOISE}\n')
    ran = run("check", "a.csv")
    assert findings(ran.text, "a.csv") == [f"2:2:1: our-mark: “{NOISE}”", f"4:1:2: our-mark: “{NOISE}”"]
    assert "speechclean: a.csv:3: it has 3 cells where the header has 2\n" in ran.err


def test_check_of_standard_input_and_of_a_directory(run, place) -> None:
    assert findings(run("check", "--field", "text", stdin=LINES).text, "<stdin>") == TOLD
    Path("in").mkdir()
    Path("in/a.jsonl").write_text(LINES.splitlines()[0])
    Path("in/b.txt").write_text(f"大家{NOISE}好！\n")
    assert run("check", "in", "-q").text.startswith("in/b.txt:1:3: ") is False
    assert run("check", "in").err == "1 file: 1 would change, 0 failed · 1 change\n"
    assert run("check", "in", "--field", "text").err == "1 record: 1 would change, 0 failed · 1 change\n"
    both = run("check", "in/a.jsonl", "in/b.txt", "--statistics")
    assert both.err == "2 texts: 2 would change, 0 failed · 2 changes\n"
    assert both.text.splitlines()[0].split() == ["rule", "changes", "characters", "texts", "source"]
    assert run("check", "in/a.jsonl", "--statistics").text.split()[:4] == ["rule", "changes", "characters", "records"]


def test_check_annotates_the_line_of_a_record(run, place) -> None:
    Path("a.jsonl").write_text(LINES.splitlines()[1])
    ran = run("check", "a.jsonl", "--format", "github", "--field", "title")
    assert ran.text == f"::warning file=a.jsonl,line=1,title=our-mark::a.jsonl:1:1:1: “{NOISE}”  ({NOISE})\n"
    found = json.loads(run("check", "a.jsonl", "--format", "sarif", "--field", "title").out)["runs"][0]["results"]
    assert found[0]["locations"][0]["logicalLocations"][0]["name"] == "a.jsonl:1"


def test_check_of_what_is_cut_off_tells_what_it_could_read(run, place) -> None:
    lines = "".join(json.dumps({"text": f"{n}大家{NOISE}好！{n * 7919 % 100_003}"}) + "\n" for n in range(5000))
    packed = gzip.compress(lines.encode())
    Path("a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    ran = run("check", "a.jsonl.gz")
    assert ran.status == 2
    assert "a.jsonl.gz: the compressed data end too early" in ran.err
    assert 100 < ran.text.count("our-mark") < 5000


def test_many_records_that_cannot_be_read_are_told_once(run, place) -> None:
    ran = run("check", "--field", "text", stdin="x\n" * 1000)
    assert ran.err.count("it is no JSON object") == 20
    assert "speechclean: <stdin>: 980 more records like these\n" in ran.err


def test_detect_counts_the_records(run, place) -> None:
    more = '{"text": "乡里的æ˜¥è€•å¤‡è€•å·¥ä½œ正有序推进。\\r\\n他说：烫烫烫。"}\n'
    Path("a.jsonl").write_text(LINES + more)
    ran = run("detect", "a.jsonl")
    assert ran.status == 2
    sample = "“æ˜¥è€•å¤‡è€•å·¥ä½œ”, which reads “春耕备耕工作”"
    told = f"5 records, hans 2 · hant 1 · none 1, mojibake in 1 record, the first is number 8: {sample}"
    assert ran.text == f"a.jsonl: {told}\n"
    assert ran.err == WRONG.format("a.jsonl")
    entry = json.loads(run("detect", "a.jsonl", "--format", "json").text.splitlines()[0])
    assert {key: entry[key] for key in ("path", "records", "texts", "failed", "encodings")} == {
        "path": "a.jsonl",
        "records": 5,
        "texts": 4,
        "failed": 2,
        "encodings": {},
    }
    assert entry["mojibake"]["record"] == 8
    assert entry["newlines"]["crlf"] == 1


def test_detect_of_standard_input_and_of_nothing(run, place) -> None:
    assert run("detect", "--field", "title", stdin=LINES.splitlines()[1]).text == "<stdin>: 1 record, hans\n"
    Path("a.jsonl").write_text("")
    assert run("detect", "a.jsonl") == (0, b"a.jsonl: 0 records, no text in them\n", "")


def test_detect_says_in_which_encoding_lines_are(run, place) -> None:
    line = '{"text": "各位代表，过去的一年，全县经济社会发展取得了新的成绩，人民生活继续改善。"}\n'
    Path("a.jsonl").write_bytes(line.encode("gb18030") * 50)
    ran = run("detect", "a.jsonl")
    assert (ran.status, ran.text) == (2, "")
    assert ran.err.startswith("speechclean: a.jsonl: its lines are gb18030 (")
    assert ran.err.endswith("and records are UTF-8; try: iconv -f gb18030 -t utf-8\n")


def test_parquet(run, place) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    text = "各位代表，过去的一年，全县经济社会发展取得了新的成绩。"
    raw = [text.encode("gb18030"), None, text.encode(), b"\0\1\2\3" * 50]
    table = pa.table({"text": [f"好{NOISE}", None, "國家。", "坏。"], "raw": pa.array(raw, pa.binary())})
    pq.write_table(table, "a.parquet")
    ran = run("check", "a.parquet")
    assert (ran.status, findings(ran.text, "a.parquet")) == (
        1,
        [f"1:1:2: our-mark: “{NOISE}”", "3:1:1: script-conversion: “國家。” → “国家。”"],
    )
    ran = run("check", "a.parquet", "--field", "raw")
    assert (ran.status, ran.text) == (2, "a.parquet:1: bytes: gb18030 → utf-8\n")
    assert "a.parquet:4: this is binary data" in ran.err
    ran = run("detect", "a.parquet", "--field", "raw")
    assert (ran.status, ran.text) == (2, "a.parquet: 4 records, gb18030 1 · utf-8 1, hans\n")
    assert "it has no column 'x'; there are text, raw\n" in run("detect", "a.parquet", "--field", "x").err


def test_archives(run, place) -> None:
    pytest.importorskip("warcio")
    head = (
        "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: <urn:uuid:{}>\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n"
    )
    body = f"大家{NOISE}好！\n".encode()
    text = head.format("conversion", "1", "text/plain", len(body)).encode() + body + b"\r\n\r\n"
    page = head.format("resource", "2", "text/html", 5).encode() + b"<p>a\n" + b"\r\n\r\n"
    Path("a.wet").write_bytes(text + page)
    ran = run("check", "a.wet")
    assert (ran.status, findings(ran.text, "a.wet")) == (1, [f"1:1:3: our-mark: “{NOISE}”"])
    assert "a.wet: passed over, for no text is in them: 1 record (web pages and the like)\n" in ran.err
