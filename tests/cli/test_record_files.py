"""`fix` on files of records: only the fields change, whatever the packing and the number of processes."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
from pathlib import Path

import pytest

from speechclean.storage.manifest import digest_of_file

NOISE = "【本站首发】"
UNPACK = {"": bytes, ".gz": gzip.decompress, ".bz2": bz2.decompress, ".xz": lzma.decompress}
PACK = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
try:
    import zstandard
except ImportError:
    pass
else:
    UNPACK[".zst"] = lambda data: zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    PACK[".zst"] = lambda data: zstandard.ZstdCompressor().compress(data)
LINES = (
    f'{{"id": 1, "text": "大家{NOISE}好！", "n": 1.50}}\n',
    '{ "id":2,"text":"\\u5927家好！" }\n',
    "\n",
    '{"text": null}\n',
    f'{{"text": "國家{NOISE}\\/大事。", "more": {{"a": [1, 2]}}}}\r\n',
    f'{{"id": 6, "text": "完{NOISE}。"}}',
)
CLEAN = (
    '{"id": 1, "text": "大家好！", "n": 1.50}\n',
    '{ "id":2,"text":"\\u5927家好！" }\n',
    "\n",
    '{"text": null}\n',
    '{"text": "国家/大事。", "more": {"a": [1, 2]}}\r\n',
    '{"id": 6, "text": "完。"}',
)


@pytest.fixture
def blocks_of_a_few_bytes(monkeypatch) -> None:
    from speechclean.storage import blocks, compress

    monkeypatch.setattr(blocks.line_blocks, "__defaults__", (100,))
    monkeypatch.setattr(compress, "FEED", 16)


@pytest.mark.parametrize("where", [(), ("-o", "out"), ("--in-place",), ("-o", "out", "--output-format", "csv")])
@pytest.mark.parametrize("packing", ["", ".gz"])
@pytest.mark.parametrize("lines", [LINES, LINES[1:3], ()], ids=["changed", "unchanged", "empty"])
def test_what_is_noted_are_the_digests_of_the_files(run, place, packing: str, where, lines) -> None:
    path = Path(f"a.jsonl{packing}")
    path.write_bytes(PACK[packing]("".join(lines).encode()))
    before = digest_of_file(path)
    assert run("fix", str(path), *where).status == 0
    (made,) = [path] if "--in-place" in where else Path("out" if where else "cleaned").iterdir()
    (manifest,) = Path(".speechclean/manifest").iterdir()
    (entry,) = [line for line in map(json.loads, manifest.read_text().splitlines()) if isinstance(line, list)]
    assert entry[1:3] == [before, digest_of_file(made)]
    assert "done before" in run("fix", str(path), *where).err or not lines


def test_what_a_person_wrote_while_a_file_in_place_was_read_is_not_done(run, place, monkeypatch) -> None:
    from speechclean.cli._record_lines import Lines

    Path("a.jsonl").write_text("".join(LINES[1:3]))
    close = Lines._close

    def changed_first(lines: Lines, error: str) -> None:
        Path("a.jsonl").write_text("".join(LINES))
        close(lines, error)

    with monkeypatch.context() as patch:
        patch.setattr(Lines, "_close", changed_first)
        assert "1 record: 0 cleaned, 1 unchanged" in run("fix", "a.jsonl", "--in-place", "--jobs", "1").err
    ran = run("fix", "a.jsonl", "--in-place")
    assert "done before" not in ran.err
    assert NOISE not in Path("a.jsonl").read_text()


@pytest.mark.parametrize("packing", PACK)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_keeps_its_form(run, place, packing: str, jobs: str, blocks_of_a_few_bytes) -> None:
    path = Path(f"a.jsonl{packing}")
    path.write_bytes(PACK[packing]("".join(LINES).encode()))
    ran = run("fix", str(path), "--jobs", jobs)
    assert (ran.status, ran.err) == (
        0,
        "5 records: 3 cleaned, 2 unchanged, 0 held, 0 failed · 18 characters removed\n",
    )
    assert UNPACK[packing](Path("cleaned", path.name).read_bytes()).decode() == "".join(CLEAN)


def test_two_do_what_one_does(run, place, blocks_of_a_few_bytes) -> None:
    Path("in").mkdir()
    lines = [json.dumps({"id": n, "text": f"第{n}個{NOISE}人。"}, ensure_ascii=False) for n in range(300)]
    lines[7:7] = ["no json", '{"text": 1}', '{"text": "\\ud83d【本站首发】"}', "[" * 5000]
    Path("in/a.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    Path("in/b.jsonl").write_text("\n".join(lines[::-1]))
    Path("in/c.txt").write_text("不是記錄。\n")
    ran = []
    for jobs in "12":
        more = ("--journal", f"{jobs}.journal", "--report", f"{jobs}.json", "--jobs", jobs)
        ran.append(run("fix", "in", "--field", "text", "-o", f"out{jobs}", *more))
    assert ran[0] == ran[1]
    assert ran[0].status == 2
    assert "in/a.jsonl.gz:8: copied unchanged: it is no JSON object\n" in ran[0].err
    for name in ("a.jsonl.gz", "b.jsonl"):
        assert Path("out1", name).read_bytes() == Path("out2", name).read_bytes()
    assert not Path("out1/c.txt").exists()
    assert Path("1.journal").read_text().replace("out1", "out2") == Path("2.journal").read_text()
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()


def test_names_without_a_suffix_are_json_lines_when_fields_are_named(run, place) -> None:
    Path("part-0001").write_text(LINES[0])
    assert run("fix", "part-0001", "--field", "text").status == 0
    assert Path("cleaned/part-0001").read_text() == CLEAN[0]


def test_several_fields_and_fields_of_fields(run, place) -> None:
    given = {"title": f"一{NOISE}", "a.b": f"二{NOISE}", "a": {"b": f"三{NOISE}", "c": {"d": f"四{NOISE}"}}}
    line = json.dumps(given, ensure_ascii=False) + "\n"
    ran = run("fix", "--field", "title,a.c.d", "--field", "a.b", stdin=line)
    clean = {"title": "一", "a.b": "二", "a": {"b": f"三{NOISE}", "c": {"d": "四"}}}
    assert (ran.status, ran.text) == (0, json.dumps(clean, ensure_ascii=False) + "\n")
    assert run("fix", "--field", "a.c.x", stdin=line).status == 2


def test_in_place(run, place) -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress("".join(LINES).encode()))
    Path("b.jsonl").write_text(LINES[1])
    before = Path("b.jsonl").stat()
    ran = run("fix", "--in-place", "a.jsonl.gz", "b.jsonl")
    assert ran.status == 0
    assert gzip.decompress(Path("a.jsonl.gz").read_bytes()).decode() == "".join(CLEAN)
    assert Path("b.jsonl").stat().st_ino == before.st_ino
    assert len(Path(".speechclean/journal.jsonl").read_text().splitlines()) == 5


def test_in_place_the_journal_is_on_the_disk_before_the_file_is_replaced(run, place, monkeypatch) -> None:
    """And waited for once, not for each record."""
    Path("a.jsonl").write_text(LINES[0] * 100)
    done: list[str] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        is_journal = os.path.samestat(os.fstat(handle), Path(".speechclean/journal.jsonl").stat())
        done.append("journal" if is_journal else "other")
        sync(handle)

    def replaced(old: str, new: str) -> None:
        done.append(Path(new).name)
        replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    assert run("fix", "a.jsonl", "--in-place").status == 0
    assert done == ["journal", "other", "a.jsonl"]


def test_to_standard_output_and_as_a_diff(run, place) -> None:
    Path("a.jsonl").write_text(LINES[0])
    assert run("fix", "a.jsonl", "-o", "-").text == CLEAN[0]
    ran = run("fix", "a.jsonl", "--diff")
    assert ran.status == 1
    assert "--- a/a.jsonl:1\n" in ran.text
    assert not Path("cleaned").exists()


@pytest.mark.parametrize("packing", [packing for packing in PACK if packing])
def test_what_is_cut_off_is_done_as_far_as_it_goes(run, place, packing: str) -> None:
    lines = "".join(f'{{"id": "{os.urandom(500).hex()}", "text": "大家{NOISE}好！"}}\n' for n in range(2500))
    data = PACK[packing](lines.encode())
    Path(f"a.jsonl{packing}").write_bytes(data[: len(data) // 2])
    ran = run("fix", f"a.jsonl{packing}", "--in-place")
    assert ran.status == 2
    assert f"a.jsonl{packing}: the compressed data end too early" in ran.err
    assert Path(f"a.jsonl{packing}").read_bytes() == data[: len(data) // 2]
    run("fix", f"a.jsonl{packing}")
    done = UNPACK[packing](Path(f"cleaned/a.jsonl{packing}").read_bytes()).decode()
    assert 100 < done.count("大家好！") < 2500
    assert lines.replace(NOISE, "").startswith(done[: done.rindex("\n")])


@pytest.mark.parametrize("packing", [packing for packing in PACK if packing])
def test_damaged_data(run, place, packing: str) -> None:
    Path(f"a.jsonl{packing}").write_bytes(b"no such thing")
    ran = run("fix", f"a.jsonl{packing}")
    assert ran.status == 2
    assert f"a.jsonl{packing}: the compressed data are damaged" in ran.err
    assert not Path(f"cleaned/a.jsonl{packing}").exists()


def test_many_failures_are_told_once(run, place) -> None:
    ran = run("fix", "--field", "text", "-v", stdin="x\n" * 1000)
    assert ran.err.count("copied unchanged") == 20
    assert "speechclean: <stdin>: 980 more records like these\n" in ran.err
    assert "1 000 failed" in ran.err


def test_an_empty_file(run, place) -> None:
    Path("a.jsonl").write_bytes(b"")
    Path("b.jsonl.gz").write_bytes(gzip.compress(b""))
    assert run("fix", "a.jsonl", "b.jsonl.gz").status == 0
    assert Path("cleaned/a.jsonl").read_bytes() == b""
    assert gzip.decompress(Path("cleaned/b.jsonl.gz").read_bytes()) == b""


def test_a_full_disk_leaves_nothing_under_the_name(shell, place) -> None:
    Path("a.jsonl").write_text(LINES[0] * 2000)
    Path("b.jsonl").write_text(LINES[0])
    ran = shell("ulimit -f 8; speechclean fix a.jsonl b.jsonl --jobs 2")
    assert ran.status == 2
    assert "speechclean: a.jsonl: cleaned/a.jsonl: File too large\n" in ran.err
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["b.jsonl"]


def test_a_worker_that_dies_leaves_its_block_as_it_was(run, place, deadly_poison, blocks_of_a_few_bytes) -> None:
    lines = [f'{{"text": "第{n}{NOISE}"}}\n' for n in range(100)]
    lines[50] = f'{{"text": "poison{NOISE}"}}\n'
    Path("a.jsonl").write_text("".join(lines))
    ran = run("fix", "a.jsonl", "--jobs", "2")
    assert ran.status == 2
    assert "copied unchanged: the process that cleaned it died" in ran.err
    done = Path("cleaned/a.jsonl").read_text().splitlines(keepends=True)
    assert len(done) == 100
    assert done[50] == lines[50]
    assert 1 <= sum(NOISE in line for line in done) <= 4
    ran = run("fix", "a.jsonl", "--jobs", "2", "--in-place")
    assert (ran.status, "a.jsonl: left as it is, for not all of it could be cleaned\n" in ran.err) == (2, True)
    assert Path("a.jsonl").read_text() == "".join(lines)
    assert "done before" not in run("fix", "a.jsonl", "--jobs", "1", "--in-place").err
    assert NOISE not in Path("a.jsonl").read_text()
