"""`fix` as a filter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"


def test_clean_text_and_nothing_else_comes_out(run) -> None:
    assert run("fix", stdin=f"大家{NOISE}好！\n") == (0, "大家好！\n".encode(), "")
    assert run("fix", "-", stdin=f"大家{NOISE}好！\n") == (0, "大家好！\n".encode(), "")


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("第一行好\r\n第二行好\r\n", "第一行好\r\n第二行好\r\n"),
        ("第一行好\r第二行好\r", "第一行好\r第二行好\r"),
        ("第一行好\r\n第二行好\n第三行好\r\n", "第一行好\n第二行好\n第三行好\n"),
        ("没有换行的结尾", "没有换行的结尾\n"),
        ("一行\x85两行\u2028三行\n", "一行\x85两行\u2028三行\n"),
        ("", ""),
    ],
    ids=["crlf", "cr", "mixed", "no newline at the end", "no other line ends", "empty"],
)
def test_newlines(run, given: str, clean: str) -> None:
    assert run("fix", "--ignore", "all", stdin=given).out == clean.encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_output_is_utf8_without_bom(run, encoding: str) -> None:
    text = "中华人民共和国的各族人民正在为建设社会主义现代化国家而努力奋斗。\n"
    assert run("fix", stdin=text.encode(encoding)) == (0, text.encode(), "")


def test_binary_input_is_refused(run) -> None:
    ran = run("fix", stdin=b"\x7fELF\0\0\0\1\0\0")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("speechclean: <stdin>: this is binary data")


def test_diff(run) -> None:
    ran = run("fix", "--diff", stdin=f"好。\n大家{NOISE}好！\n")
    assert ran.status == 1
    assert ran.text.splitlines()[-3:] == [" 好。", f"-大家{NOISE}好！", "+大家好！"]
    assert run("fix", "--diff", stdin="大家好！\n") == (0, b"", "")


def test_verbose_says_what_was_done(run) -> None:
    ran = run("fix", "-v", stdin=f"大家{NOISE}好！\n")
    assert ran.err == "1 text: 1 cleaned, 0 unchanged, 0 held, 0 failed · 6 characters removed\n"


def test_held_is_said_and_fails_on_demand(run) -> None:
    text = ("这是正文里的一句话，" + NOISE * 10) * 60
    ran = run("fix", stdin=text)
    assert ran.status == 0
    assert ran.out.decode().count(NOISE) == 600
    assert "<stdin>: held: more than 50% of it would be removed" in ran.err
    assert run("fix", "--fail-on", "held", stdin=text).status == 2
    assert run("fix", "--max-removal", "1", "--fail-on", "held", stdin=text).status == 0
    assert run("fix", "-q", stdin=text).err == ""


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n", NOISE, f"\n{NOISE}"])
def test_verify_takes_a_text_however_it_ends(run, place, end: str) -> None:
    text = f"大家{NOISE}好！{end}"
    assert run("fix", "--verify", stdin=text) == run("fix", stdin=text)
    (place / "a.txt").write_bytes(text.encode("gb18030"))
    assert run("fix", "--verify", "a.txt").status == 0
    assert run("fix", "--verify", "--encoding", "gb18030", "--force", "a.txt").status == 0


def test_verify_runs_twice(run) -> None:
    assert run("fix", "--verify", stdin=f"大家{NOISE}好！\n").status == 0


def test_standard_input_has_no_directory_to_go_to(run, place) -> None:
    assert run("fix", "-o", "out", stdin="好。").status == 2
    assert run("fix", "-o", "-", stdin="好。").text == "好。\n"


def test_journal_and_report_name_the_stream(run, place) -> None:
    run("fix", "--journal", "j", "--report", "r.json", "--stdin-filename", "x/y.txt", stdin=f"大家{NOISE}好！\n")
    assert json.loads((place / "j").read_text())["path"] == "x/y.txt"
    assert json.loads((place / "r.json").read_text())["files"][0]["path"] == "x/y.txt"


def test_nothing_is_journaled_for_a_diff(run, place) -> None:
    assert run("fix", "--diff", "--journal", "j", stdin=f"大家{NOISE}好！\n").status == 1
    assert not (place / "j").exists()


@pytest.mark.parametrize("field", ["", "--field text"])
def test_a_report_does_not_replace_what_the_shell_gives_to_read(shell, place, field) -> None:
    Path("in.json").write_text('{"text": "甲"}\n', encoding="utf-8")
    ran = shell(f"speechclean fix {field} --report in.json < in.json")
    assert (ran.status, "is a text that is read; name another file" in ran.err) == (2, True)
    ran = shell(f"speechclean fix {field} --report r.json --journal ./r.json < in.json")
    assert (ran.status, "name one file; name two" in ran.err) == (2, True)
    assert shell(f"speechclean fix {field} --report r.json < in.json").status == 0
    assert Path("in.json").read_text(encoding="utf-8") == '{"text": "甲"}\n'
