"""`detect`: how bytes read, for people and for programs."""

from __future__ import annotations

import json
import os
import pty
import resource
import subprocess
import sys
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


def test_suspected_mojibake(run) -> None:
    """With the first place, and what it says where that is known; a text on encodings shows it on purpose."""
    data = f"{TEXT}乡里的æ˜¥è€•å¤‡è€•å·¥ä½œ正有序推进。\n他说：烫烫烫。\n"
    assert (
        run("detect", stdin=data)
        .text.strip()
        .endswith("hans, mojibake in 2 places, the first in line 2: “æ˜¥è€•å¤‡è€•å·¥ä½œ”, which reads “春耕备耕工作”")
    )
    entry = json.loads(run("detect", "--format", "json", stdin=data).out)
    assert entry["mojibake"] == {"places": 2, "line": 2, "text": "æ˜¥è€•å¤‡è€•å·¥ä½œ", "reading": "春耕备耕工作"}
    assert (
        run("detect", stdin="他说：烫烫烫。")
        .text.strip()
        .endswith("mojibake in 1 place, the first in line 1: “烫烫烫”")
    )
    for sound in (TEXT, f"{TEXT}打开一看是乱码：鍚屽織浠。\n"):
        assert "mojibake" not in run("detect", stdin=sound).text
        assert json.loads(run("detect", "--format", "json", stdin=sound).out)["mojibake"] is None


def test_names_in_a_broken_encoding(run, place) -> None:
    name = os.fsdecode("标题".encode("gbk") + b"\x1b.txt")
    Path(name).write_text(TEXT, encoding="utf-8")
    ran = run("detect", ".")
    assert ran.status == 0
    assert ran.text.endswith(r"\xb1\xea\xcc\xe2\x1b.txt: utf-8 (strict UTF-8), lf, hans" + "\n")
    entry = json.loads(run("detect", "--format", "json", ".").out)
    assert os.fsencode(entry["path"]).endswith(os.fsencode(name))


def test_thousands_of_files(shell, place) -> None:
    """Half a millisecond of work for each; five are granted, as coverage is counted on the way."""
    texts = [TEXT.encode(), TEXT.encode("gb18030"), TEXT.encode("utf-16-le"), (TEXT * 8).encode()]
    Path("many").mkdir()
    for number in range(2000):
        Path(f"many/{number:04}.txt").write_bytes(texts[number % 4])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = shell("speechclean detect many")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ran.status == 0
    assert ran.out.count(b"\n") == 2000
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 10


def test_a_person_sees_each_line_at_once(place) -> None:
    """On a terminal a line does not wait for the next file."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo("b.txt")
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "speechclean", "detect", "a.txt", "b.txt"], stdout=theirs) as running:
        os.close(theirs)
        assert os.read(ours, 100).startswith(b"a.txt: utf-8")
        Path("b.txt").write_text(TEXT, encoding="utf-8")
        assert os.read(ours, 100).startswith(b"b.txt: utf-8")
        os.close(ours)
    assert running.returncode == 0


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
