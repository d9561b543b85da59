"""`detect`: how bytes read, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

TEXT = "各位代表，过去的一年，全县经济社会发展取得了新的成绩，人民生活继续改善。\n"


def test_a_line_for_each_file(run, place) -> None:
    Path("a.txt").write_bytes(TEXT.encode())
    Path("b.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    Path("c.txt").write_bytes(TEXT.encode("utf-16"))
    ran = run("detect", ".")
    assert ran.status == 0
    lines = ran.text.splitlines()
    assert lines[0] == "a.txt: utf-8 (strict UTF-8), lf, hans"
    assert lines[1].startswith("b.txt: gb18030 (")
    assert lines[1].endswith("), crlf, hans")
    assert lines[2].startswith("c.txt: utf-16")
    assert "with BOM" in lines[2]


def test_scripts(run) -> None:
    for text, script in (
        ("國家建設與發展", "hant"),
        ("国家建设", "hans"),
        ("上下大小", "none"),
        ("これは日本語です", "japanese"),
    ):
        assert run("detect", stdin=text * 20).text.strip().endswith(script)


def test_damage(run) -> None:
    data = TEXT.encode() * 5 + b"\xff\xfe\xff" + TEXT.encode()
    ran = run("detect", stdin=data)
    assert ran.status == 0
    assert "undecodable, the first at offset " in ran.text
    entry = json.loads(run("detect", "--format", "json", stdin=data).out)
    assert entry["encoding"]["undecodable"][0]["offset"] == len(TEXT.encode()) * 5
    assert entry["encoding"]["name"] == "utf-8"


def test_json_lines(run, texts) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\0")
    ran = run("detect", "--format", "json", "in", "in/bad.txt", "nowhere")
    assert ran.status == 2
    entries = [json.loads(line) for line in ran.text.splitlines()]
    assert [entry["path"] for entry in entries] == ["in/a.txt", "in/b.txt", "in/deep/c.txt", "in/bad.txt", "nowhere"]
    assert entries[0]["encoding"]["newline"] == "lf"
    assert entries[0]["script"] == "hans"
    assert [entry["status"] for entry in entries] == ["read", "read", "read", "failed", "failed"]


def test_binary_is_an_error_when_named(run, texts) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\0")
    assert run("detect", "in").status == 0
    ran = run("detect", "in/bad.txt")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("speechclean: in/bad.txt: this is binary data")


def test_a_named_encoding(run) -> None:
    assert run("detect", "--encoding", "big5", stdin="國家".encode("big5")).text.startswith("<stdin>: big5")
    ran = run("detect", "--encoding", "no-such", stdin="國家")
    assert ran.status == 2
    assert "no-such" in ran.err


def test_nothing_to_detect(run, place) -> None:
    assert run("detect", ".").err.startswith("speechclean: nothing to do")
    assert run("detect", stdin=b"").text.startswith("<stdin>: utf-8 (empty)")
