"""What a walk leaves out is counted or told: files that are no text, and what earlier runs wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

NO_TEXT = b"\0\0\0\1"


@pytest.fixture
def bad(texts: Path) -> Path:
    """The three texts, and beside them two files that are none."""
    (texts / "bad.txt").write_bytes(NO_TEXT)
    (texts / "deep" / "worse.txt").write_bytes(NO_TEXT)
    return texts


@pytest.mark.parametrize("command", [("fix",), ("check",), ("detect",), ("learn", "--force"), ("fix", "--diff")])
def test_files_that_are_no_text_are_counted_and_named_on_request(run, bad, command) -> None:
    ran = run(*command, "in")
    assert ran.status == (1 if command[0] == "check" or "--diff" in command else 0)
    assert "passed over as no text" in ran.err
    assert "2" in next(line for line in ran.err.splitlines() if "passed over as no text" in line)
    assert "(-v names them)" in ran.err
    assert "bad.txt" not in ran.err
    aloud = run(*command, "in", "-v").err
    assert "in/bad.txt: passed over, it is no text\n" in aloud
    assert "in/deep/worse.txt: passed over, it is no text\n" in aloud
    assert "(-v names them)" not in aloud
    assert "跳过" in run("--lang", "zh", *command, "in").err
    if "detect" not in command:
        assert run(*command, "in", "-q").err == ""


def test_a_directory_with_nothing_but_such_files_says_so(run, place) -> None:
    Path("in").mkdir()
    Path("in/bad.txt").write_bytes(NO_TEXT)
    for command in ("fix", "check", "detect", "learn"):
        ran = run(command, "in")
        assert ran.status == 0
        assert "passed over as no text" in ran.err, command


def test_one_that_is_named_is_an_error(run, bad) -> None:
    for command in ("fix", "check", "detect", "learn"):
        ran = run(command, "in/bad.txt", "in/a.txt")
        assert ran.status == 2, command
        assert "in/bad.txt: this is binary data" in ran.err
        assert "passed over" not in ran.err


def test_what_an_earlier_run_wrote_is_no_input(run, texts) -> None:
    for output in ("in/one", "in/deep/two", "three"):
        assert "3 files: 2 cleaned, 1 unchanged" in run("fix", "in", "-o", output).err
    ran = run("fix", "in", "-o", "in/four")
    assert "in/one: passed over, an earlier run wrote it; name it to have it read\n" in ran.err
    assert "in/deep/two: passed over, an earlier run wrote it; name it to have it read\n" in ran.err
    for command in (("check",), ("detect",), ("learn",), ("fix", "--diff"), ("fix", "--in-place")):
        told = run(*command, "in").err
        assert told.count("an earlier run wrote it") == 3, command
    assert "an earlier run" not in run("check", "in", "-q").err
    assert not list(Path("in/one").rglob("two"))


def test_a_run_in_the_working_directory_does_not_grow(run, texts) -> None:
    for output in ("one", "two", "one", "cleaned", "two"):
        assert "3 files:" in run("fix", ".", "-o", output).err
    assert "3 files:" in run("fix", "--in-place", ".").err


def test_what_a_run_from_another_directory_wrote_is_no_input_either(run, texts, monkeypatch) -> None:
    monkeypatch.chdir(texts / "deep")
    assert "3 files:" in run("fix", "..", "--isolated").err
    monkeypatch.chdir(texts.parent)
    ran = run("check", "in")
    assert "in/deep/cleaned: passed over, an earlier run wrote it" in ran.err
    assert "3 files:" in ran.err


def test_what_an_earlier_run_wrote_is_read_when_it_is_named_or_restored(run, texts) -> None:
    run("fix", "in", "-o", "in/one", "--journal", "j")
    assert "3 files: 0 cleaned, 3 unchanged" in run("fix", "in/one", "-o", "again").err
    ran = run("restore", "in", "--journal", "j", "-o", "back")
    assert Path("back/one/a.txt").read_bytes() == (texts / "a.txt").read_bytes()
    assert "an earlier run" not in ran.err
