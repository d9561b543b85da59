"""`fix` on WARC and WET files: their texts come out as JSON lines."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

NOISE = "【本站首发】"
PLAIN = {"warc_content_type": "text/plain"}


def archive(count: int = 3, *, packed: bool = True, payload: bytes | None = None) -> bytes:
    """A file of a crawler: what made it, texts, and a web page."""
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a", {"software": "x"}))
    for number in range(count):
        data = f"第{number}句話{NOISE}。\n\n好。".encode() if payload is None else payload
        headers = {"WARC-Identified-Content-Language": "zho"}
        uri = f"http://a.cn/{number}"
        writer.write_record(
            writer.create_warc_record(uri, "conversion", io.BytesIO(data), warc_headers_dict=headers, **PLAIN)
        )
    for kind, data in (("text/html", b"<p>x</p>"), ("text/plain; charset=gbk", "這是一個句子，大家好。".encode("gbk"))):
        http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record("http://b.cn/", "response", io.BytesIO(data), http_headers=http))
    return file.getvalue()


def records(data: bytes) -> list[dict[str, str]]:
    return [json.loads(line) for line in data.splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_texts_become_json_lines(run, place, jobs: str) -> None:
    Path("a.warc.wet.gz").write_bytes(archive())
    ran = run("fix", "a.warc.wet.gz", "--jobs", jobs, "--journal", "j")
    assert ran.status == 0
    assert "a.warc.wet.gz: passed over, for no text is in them: 1 record (web pages and the like)\n" in ran.err
    found = records(gzip.decompress(Path("cleaned/a.warc.jsonl.gz").read_bytes()))
    assert [list(one) for one in found] == [["uri", "date", "id", "language", "text"]] * 4
    assert [one["uri"] for one in found] == [*(f"http://a.cn/{n}" for n in range(3)), "http://b.cn/"]
    assert [one["text"] for one in found] == [*(f"第{n}句话。\n\n好。" for n in range(3)), "这是一个句子，大家好。"]
    assert [one["language"] for one in found] == ["zho", "zho", "zho", None]
    assert "4 done before" in run("fix", "a.warc.wet.gz", "--journal", "j").err


def test_other_packings_forms_and_directories(run, place) -> None:
    Path("in").mkdir()
    Path("in/a.warc").write_bytes(archive(1, packed=False))
    Path("in/b.wet.bz2").write_bytes(bz2.compress(archive(2, packed=False)))
    Path("in/c.wet").write_bytes(b"")
    assert run("fix", "in", "--field", "text").status == 0
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["a.jsonl", "b.jsonl.bz2", "c.jsonl"]
    assert len(records(Path("cleaned/a.jsonl").read_bytes())) == 2
    assert len(records(bz2.decompress(Path("cleaned/b.jsonl.bz2").read_bytes()))) == 3
    assert Path("cleaned/c.jsonl").read_bytes() == b""
    assert run("fix", "in/a.warc", "--output-format", "csv").status == 0
    assert Path("cleaned/a.csv").read_text().startswith("uri,date,id,language,text\nhttp://a.cn/0,")


def test_one_member_for_the_whole_file(run, place) -> None:
    Path("a.warc.gz").write_bytes(gzip.compress(archive(3, packed=False)))
    assert run("fix", "a.warc.gz").status == 0
    assert len(records(gzip.decompress(Path("cleaned/a.jsonl.gz").read_bytes()))) == 4


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_cut_off_costs_only_what_is_missing(run, place, packed: bool) -> None:
    whole = archive(200, packed=packed)
    suffix = ".gz" if packed else ""
    for share in (0.3, 0.5, 0.70, 0.701, 0.702, 0.703, 0.704):
        cut = int(len(whole) * share)
        cut += whole.startswith((b"\x1f\x8b", b"WARC/"), cut)  # what ends between two records is whole
        Path(f"a.wet{suffix}").write_bytes(whole[:cut])
        ran = run("fix", f"a.wet{suffix}", "--force")
        assert (ran.status, "what came before was read" in ran.err) == (2, True), ran.err
        data = Path(f"cleaned/a.jsonl{suffix}").read_bytes()
        found = records(gzip.decompress(data) if packed else data)
        assert [one["text"] for one in found] == [f"第{n}句话。\n\n好。" for n in range(len(found))]
        assert len(found) > 200 * (share - 0.1)


@pytest.mark.parametrize(
    "data",
    [
        b"this is no archive\n",
        b"these five words are none\n",
        b"\xee\xd9 \xd3 o F 7\n\xff" * 9,
        b"\0\1\2\3" * 99,
        b"WARC/1.0\r\nWARC-Type: x",
        os.urandom(999),
    ],
)
def test_what_is_no_archive(run, place, data: bytes) -> None:
    pytest.importorskip("warcio")
    Path("a.warc").write_bytes(data)
    Path("b.warc").write_bytes(archive(1, packed=False))
    ran = run("fix", "a.warc", "b.warc")
    assert (ran.status, "internal error" in ran.err, "Traceback" in ran.err) == (2, False, False), ran.err
    assert "speechclean: a.warc: " in ran.err
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["b.jsonl"]


def test_texts_that_are_none(run, place) -> None:
    Path("a.wet").write_bytes(archive(2, packed=False, payload=b"\0\1\2\xff" * 80))
    ran = run("fix", "a.wet")
    assert ran.status == 2
    assert "a.wet: left out, for they could not be read: 2, the first of them http://a.cn/0: this is binary" in ran.err
    assert len(records(Path("cleaned/a.jsonl").read_bytes())) == 1


def test_lengths_that_are_wrong(run, place) -> None:
    Path("a.wet").write_bytes(archive(2, packed=False).replace(b"Content-Length: 39", b"Content-Length: 33"))
    ran = run("fix", "a.wet")
    assert (ran.status, "WARNING" in ran.err) == (2, False)
    assert "a.wet: " in ran.err


def test_what_does_not_go(run, place, monkeypatch) -> None:
    data = archive(1)
    Path("a.warc.gz").write_bytes(data)
    ran = run("fix", "a.warc.gz", "--in-place")
    assert (ran.status, "its texts become JSON lines; choose -o" in ran.err) == (2, True)
    assert Path("a.warc.gz").read_bytes() == data
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    ran = run("fix", "a.warc.gz")
    assert ran.status == 2
    assert "a WARC file needs warcio, which is not installed; pip install 'speechclean[warc]'" in ran.err
