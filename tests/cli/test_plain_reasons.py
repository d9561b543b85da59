"""What is wrong with an input is said in words for a person, and an input without a text is spoken of, too."""

from __future__ import annotations

from pathlib import Path

import pytest

GBK = "大家好。".encode("gbk")
NOT_UTF8 = "it is not UTF-8: byte B4 at offset 0 (`speechclean detect` tells what it is)"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("fix in --keep bad", 2),
        ("fix in --rules bad", 2),
        ("fix in --config bad", 2),
        ("fix in --decisions bad", 2),
        ("rules lint bad", 2),
        ("fix bad.jsonl", 2),
        ("fix bad.jsonl --jobs 2", 2),
        ("check bad.jsonl", 2),
        ("learn bad.jsonl", 2),
    ],
)
def test_what_is_not_utf8_is_told_without_the_words_of_a_codec(run, texts, line: str, status: int) -> None:
    for name in ("bad", "bad.jsonl"):
        Path(name).write_bytes(GBK + b"\n")
    ran = run(*line.split())
    assert ran.status == status
    assert NOT_UTF8 in ran.err + ran.text
    assert "codec" not in ran.err
    assert "不是 UTF-8：第 0 字节处是 B4" in run("--lang", "zh", *line.split()).err


def test_what_cannot_be_read_is_told_without_a_number(run, texts) -> None:
    for option in ("--keep", "--rules", "--config", "--decisions"):
        ran = run("fix", "in", option, "nowhere")
        assert ran.status == 2
        assert "nowhere: No such file or directory" in ran.err
        assert "Errno" not in ran.err


def test_a_record_that_is_nested_too_deeply_is_told(run, place) -> None:
    line = '{"text": "好", "more": ' + "[" * 100_000 + "]" * 100_000 + "}\n"
    ran = run("fix", "--field", "text", stdin=line)
    assert (ran.status, ran.text) == (2, line)
    assert ran.err == "speechclean: <stdin>:1: copied unchanged: it is nested too deeply\n"


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", ""), ("a.csv", ""), ("a.csv", "id,text\n")])
def test_a_file_without_a_record_is_spoken_of(run, place, name: str, text: str) -> None:
    Path(name).write_text(text)
    ran = run("fix", name)
    assert (ran.status, ran.err) == (0, "0 records: 0 cleaned, 0 unchanged, 0 held, 0 failed · 0 characters removed\n")
    ran = run("check", name)
    assert (ran.status, ran.err) == (0, "0 records: 0 would change, 0 failed · 0 changes\n")


def test_the_suffix_of_a_text_may_be_in_capitals(run, place) -> None:
    Path("in").mkdir()
    for name in ("a.TXT", "b.txt", "c.Txt", "d.md"):
        Path("in", name).write_text("大家好。\n", encoding="utf-8")
    assert run("check", "in").err.startswith("3 files:")
    assert run("check", "in", "--glob", "*.txt").err.startswith("1 file:"), "as it was typed"
    Path("in/e.JSONL").write_text('{"text": "大家好。"}\n', encoding="utf-8")
    assert run("check", "in", "--field", "text", "--exclude", "*.[tT]*").err.startswith("1 record:")
