"""`restore`: the way back through all runs that a journal knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOISE = "【本站首发】"


def write(name: str, text: str) -> bytes:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return text.encode()


def test_files_come_back(run, texts) -> None:
    Path("in/gbk.txt").write_bytes(f"大家{NOISE}好，我们都是中国人。\r\n".encode("gb18030"))
    originals = {path.name: path.read_bytes() for path in texts.rglob("*.txt")}
    run("fix", "in", "--journal", "j")
    ran = run("restore", "cleaned", "--journal", "j")
    assert (ran.status, ran.err) == (0, "4 files: 3 restored, 1 unchanged, 0 failed\n")
    assert {path.name: path.read_bytes() for path in Path("restored").rglob("*.txt")} == originals


def test_one_file_to_stdout(run, texts) -> None:
    run("fix", "in", "--journal", "j")
    ran = run("restore", "cleaned/a.txt", "-o", "-", "--journal", "j")
    assert ran.out == (texts / "a.txt").read_bytes()
    assert run("restore", "cleaned", "-o", "-", "--journal", "j").status == 2


def test_standard_input(run) -> None:
    given = f"大家{NOISE}好！"
    out = run("fix", "--journal", "j", stdin=given).out
    assert run("restore", "--journal", "j", stdin=out) == (0, given.encode(), "")


def test_in_place_and_back_by_the_default_journal(run, texts) -> None:
    before = (texts / "a.txt").read_bytes()
    run("fix", "in", "--in-place")
    ran = run("restore", "in", "--in-place")
    assert ran.err == "3 files: 2 restored, 1 unchanged, 0 failed\n"
    assert (texts / "a.txt").read_bytes() == before
    assert run("restore", "in", "--in-place").err == "3 files: 0 restored, 3 unchanged, 0 failed\n"


def test_the_default_journal_lies_beside_the_configuration(run, texts, monkeypatch) -> None:
    monkeypatch.chdir(texts)
    run("fix", "--in-place", "a.txt")
    assert (texts.parent / ".speechclean" / "journal.jsonl").exists()
    assert run("restore", "--in-place", "a.txt").status == 0
    assert NOISE in Path("a.txt").read_text()


def test_runs_stack_in_place(run, place) -> None:
    given = write("a.txt", f"國家{NOISE}建設得很好。")
    run("fix", "a.txt", "--in-place", "--to", "keep")
    run("fix", "a.txt", "--in-place", "--to", "hans")
    run("fix", "a.txt", "--in-place")
    assert Path("a.txt").read_text() == "国家建设得很好。\n"
    run("restore", "a.txt", "--in-place")
    assert Path("a.txt").read_bytes() == given


def test_runs_stack_over_directories(run, place) -> None:
    given = write("in/a.txt", f"國家{NOISE}建設得很好。")
    run("fix", "in", "-o", "one", "--to", "keep", "--journal", "j")
    run("fix", "one", "-o", "two", "--to", "hans", "--journal", "j")
    run("fix", "two", "-o", "three", "--journal", "j")
    assert run("restore", "three/a.txt", "-o", "-", "--journal", "j").out == given
    assert run("restore", "one/a.txt", "-o", "-", "--journal", "j").out == given


def test_a_text_that_was_converted_to_and_fro_ends_the_search(run, place) -> None:
    given = write("a.txt", "国家建设得很好。\n")
    for to in ("hant", "hans", "hant", "hans"):
        run("fix", "a.txt", "--in-place", "--to", to)
    run("restore", "a.txt", "--in-place")
    assert Path("a.txt").read_bytes() == given


def test_names_tell_files_apart_that_became_the_same(run, place) -> None:
    one = write("in/x/a.txt", f"大家{NOISE}好！\n")
    two = write("in/y/a.txt", "大家好！\n")
    three = write("in/z/a.txt", f"{NOISE}大家好！\n")
    run("fix", "in", "--journal", "j")
    run("restore", "cleaned", "--journal", "j")
    assert [Path(f"restored/{d}/a.txt").read_bytes() for d in "xyz"] == [one, two, three]


def test_an_unchanged_file_does_not_take_the_original_of_another(run, place) -> None:
    write("first/a.txt", f"大家{NOISE}好！\n")
    run("fix", "first", "--journal", "j", "-o", "out1")
    untouched = write("second/b.txt", "大家好！\n")
    run("fix", "second", "--journal", "j", "-o", "out2")
    assert run("restore", "out2/b.txt", "-o", "-", "--journal", "j").out == untouched


def test_a_renamed_file_is_found_by_its_text(run, place) -> None:
    given = write("in/a.txt", f"大家{NOISE}好！\n")
    run("fix", "in", "--journal", "j")
    Path("cleaned/a.txt").rename("other.txt")
    assert run("restore", "other.txt", "-o", "-", "--journal", "j").out == given


def test_an_original_that_cannot_be_told_is_not_guessed(run, place) -> None:
    write("in/a.txt", f"大家{NOISE}好！\n")
    write("in/b.txt", f"{NOISE}大家好！\n")
    run("fix", "in", "--journal", "j")
    Path("cleaned/a.txt").rename("other.txt")
    ran = run("restore", "other.txt", "-o", "-", "--journal", "j")
    assert (ran.status, ran.out) == (2, b"")
    assert "several originals became this text (cleaned/a.txt, cleaned/b.txt)" in ran.err


def test_the_same_file_cleaned_again_after_a_change_goes_back_to_the_last(run, place) -> None:
    write("in/a.txt", f"大家{NOISE}好！\n")
    run("fix", "in", "--journal", "j")
    given = write("in/a.txt", f"{NOISE}大家好！\n")
    run("fix", "in", "--journal", "j")
    assert run("restore", "cleaned/a.txt", "-o", "-", "--journal", "j").out == given


def test_a_changed_file_is_told_and_the_others_restored(run, texts) -> None:
    run("fix", "in", "--journal", "j")
    Path("cleaned/a.txt").write_text("改过了。\n")
    ran = run("restore", "cleaned", "--journal", "j")
    assert ran.status == 2
    told, summary = ran.err.splitlines()
    assert told.startswith("speechclean: cleaned/a.txt: it is not as any run left it: it was changed since")
    assert summary == "3 files: 1 restored, 1 unchanged, 1 failed"
    assert not Path("restored/a.txt").exists()


def test_a_journal_that_does_not_belong(run, texts, place) -> None:
    write("x.txt", "别的。\n")
    run("fix", "x.txt", "--journal", "j", "-o", "x")
    run("fix", "in")
    ran = run("restore", "cleaned", "--journal", "j")
    assert ran.status == 2
    assert ran.err.count("the journal holds no record of this text") == 3


@pytest.mark.parametrize("name", ["nowhere", "in"])
def test_no_journal(run, texts, name: str) -> None:
    ran = run("restore", "in", "--journal", name)
    assert ran.status == 2
    assert f"Error: journal {name}: " in ran.err
    assert run("restore", "in").status == 2


def test_damaged_lines_are_told_and_passed_over(run, texts) -> None:
    run("fix", "in", "--journal", "j")
    lines = Path("j").read_bytes().splitlines(keepends=True)
    newer = json.dumps({**json.loads(lines[1]), "version": 9}).encode() + b"\n"
    Path("j").write_bytes(b"garbage\n" + b"".join(lines) + b"[]\n" + newer + b'{"version": 1}\n' + lines[0][:50])
    ran = run("restore", "cleaned", "--journal", "j")
    assert ran.status == 2
    assert ran.err.splitlines()[0] == "3 files: 2 restored, 1 unchanged, 0 failed"
    assert [line.split(":")[1] for line in ran.err.splitlines()[1:]] == [" journal j"] * 5
    assert "line 1 is damaged" in ran.err
    assert "version 9" in ran.err


def test_many_damaged_lines_are_counted(run, texts) -> None:
    Path("j").write_text("x\n" * 100)
    assert run("restore", "in", "--journal", "j").err.endswith("journal j: 95 more damaged lines\n")


def test_a_damaged_record_is_not_believed(run, texts) -> None:
    run("fix", "in/a.txt", "--journal", "j")
    record = json.loads(Path("j").read_text())
    for step in record["steps"]:
        for edit in step["edits"]:
            edit["old"] = edit["old"].replace("首", "尾")
    Path("j").write_text(json.dumps(record) + "\n")
    ran = run("restore", "cleaned/a.txt", "--journal", "j")
    assert ran.status == 2
    assert "damaged" in ran.err


def test_a_run_after_a_torn_line_stands_on_its_own(run, texts) -> None:
    run("fix", "in/a.txt", "--journal", "j")
    Path("j").write_bytes(Path("j").read_bytes()[:100])
    run("fix", "in/a.txt", "--journal", "j")
    ran = run("restore", "cleaned/a.txt", "-o", "-", "--journal", "j")
    assert ran.out == (texts / "a.txt").read_bytes()
    assert ran.status == 2
    assert "line 1 is damaged" in ran.err


def test_options_that_exclude_each_other(run, texts) -> None:
    run("fix", "in", "--journal", "j")
    assert run("restore", "in", "--journal", "j", "--in-place", "-o", "x").status == 2
    assert run("restore", "--journal", "j", "--in-place", stdin="x").status == 2
    ran = run("restore", "empty-handed", "--journal", "j")
    assert ran.status == 2
    assert "no such file" in ran.err
