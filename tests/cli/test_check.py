"""`check`: what `fix` would change, and the exit status that says so."""

from __future__ import annotations

import json
from pathlib import Path

NOISE = "【本站首发】"


def test_findings_have_places(run, place) -> None:
    Path("a.txt").write_text(f"第一行。\r\n大家{NOISE}好！\r\n", encoding="utf-8", newline="")
    ran = run("check", "a.txt")
    assert ran.status == 1
    assert ran.text.startswith(f"a.txt:2:3: our-mark: “{NOISE}”")
    assert ran.err == "1 file: 1 would change, 0 failed · 1 change\n"
    assert not Path("cleaned").exists()


def test_nothing_to_change(run, texts) -> None:
    assert run("check", "in/b.txt") == (0, b"", "1 file: 0 would change, 0 failed · 0 changes\n")


def test_bytes_are_findings(run, place) -> None:
    text = "中华人民共和国的各族人民正在为建设现代化国家而努力。\n"
    cases = {
        "gbk.txt": (text.encode("gb18030"), "gb18030 → utf-8"),
        "bom.txt": (text.encode("utf-8-sig"), "utf-8 with BOM → without"),
        "end.txt": (text.rstrip().encode(), "no newline at the end → one"),
        "mix.txt": ((text * 2 + text.replace("\n", "\r\n")).encode(), r"mixed newlines → \n"),
    }
    for name, (data, said) in cases.items():
        Path(name).write_bytes(data)
        ran = run("check", name)
        assert (ran.status, ran.text) == (1, f"{name}: bytes: {said}\n")


def test_notes_alone_are_no_findings(run, texts, monkeypatch) -> None:
    Path("a.txt").write_text("同志们来到**县和XX乡调研。\n")
    ran = run("check", "--isolated", "--select", "ends", "--notes", "a.txt")
    assert ran.status == 0
    assert ran.text.startswith("a.txt:1:6: note: mask: ")


def test_errors_beat_findings(run, texts) -> None:
    ran = run("check", "in", "nowhere.txt")
    assert ran.status == 2
    assert ran.text.count("our-mark") == 2
    assert ran.err.endswith("4 files: 2 would change, 1 failed · 2 changes\n")


def test_quiet(run, texts) -> None:
    assert run("check", "-q", "in") == (1, b"", "")


def test_statistics(run, texts) -> None:
    ran = run("check", "--statistics", "in")
    assert ran.status == 1
    assert ran.text.splitlines()[0].split() == ["rule", "changes", "characters", "files", "source"]
    assert ran.text.splitlines()[1].split()[:4] == ["our-mark", "2", "12", "2"]
    assert ran.text.splitlines()[1].endswith("own.toml")
    ran = run("check", "--isolated", "--statistics", stdin="好。  \n")
    assert ran.text.splitlines()[0].split() == ["rule", "changes", "characters", "files"]


def test_standard_input(run) -> None:
    ran = run("check", "--stdin-filename", "x.txt", stdin=f"大家{NOISE}好！\n")
    assert ran.text.startswith("x.txt:1:3: our-mark")
    assert run("check", stdin=b"\0\0\0").status == 2


def test_long_changes_are_shortened_and_control_characters_shown(run, place) -> None:
    Path("own.toml").write_text('[[rule]]\nname = "our-run"\nkind = "regex"\npattern = "甲[^乙]*乙"\n')
    ran = run("check", "--select", "our-run", stdin="甲\x1b" + "丙" * 200 + "\u202e乙好。\n")
    line = ran.text.splitlines()[0]
    assert "“甲\\u001b丙" in line
    assert "丙\\u202e乙”" in line
    assert len(line) < 200


def test_the_output_directory_is_passed_over(run, texts) -> None:
    run("fix", "in")
    assert run("check", ".").err.startswith("3 files")


def test_json(run, texts) -> None:
    ran = run("check", "--format", "json", "in", "nowhere.txt")
    assert ran.status == 2
    whole = json.loads(ran.out)
    assert [file["status"] for file in whole["files"]] == ["cleaned", "unchanged", "cleaned", "failed"]
    assert whole["summary"]["failed"] == 1


def test_sarif(run, texts) -> None:
    ran = run("check", "-q", "--format", "sarif", "in", "nowhere.txt")
    assert (ran.status, ran.err) == (2, "speechclean: nowhere.txt: no such file or directory\n")
    results = json.loads(ran.out)["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["our-mark", "our-mark"]


def test_github(run, texts) -> None:
    ran = run("check", "--format", "github", "in", "nowhere.txt")
    assert ran.status == 2
    lines = ran.text.splitlines()
    assert lines[0].startswith("::warning file=in/a.txt,line=1,endLine=1,col=5,endColumn=11,title=our-mark::")
    assert lines[-1] == "::error file=nowhere.txt,title=failed::no such file or directory"
    assert len(lines) == 3


def test_formats_of_standard_input_and_of_nothing(run, place) -> None:
    assert json.loads(run("check", "--format", "json", stdin="").out)["summary"]["unchanged"] == 1
    assert run("check", "--format", "github", stdin=b"\0\0\0").text.startswith("::error file=<stdin>,title=failed::")
    assert json.loads(run("check", "--format", "sarif", stdin="好。\n").out)["runs"][0]["results"] == []


def test_statistics_are_a_table(run) -> None:
    ran = run("check", "--statistics", "--format", "json", stdin="")
    assert ran.status == 2
    assert "--statistics" in ran.err
