"""What `[[override]]` does to the commands."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

NOISE = "【本站首发】"
OVERRIDES = """
select = ["script", "layout"]
rules = ["own.toml"]

[[override]]
paths = ["deep/"]
to = "keep"
extend-select = ["our-mark"]

[[override]]
paths = ["*.big5.txt"]
encoding = "big5"
"""


@pytest.fixture
def pages(run, place) -> Path:
    Path("speechclean.toml").write_text(OVERRIDES, encoding="utf-8")
    Path("in/deep").mkdir(parents=True)
    for path in ("in/a.txt", "in/deep/a.txt"):
        Path(path).write_text(f"大家{NOISE}說謝謝！\n", encoding="utf-8")
    Path("in/x.big5.txt").write_bytes("這裡說謝謝\n".encode("big5"))
    return Path("cleaned")


def test_fix_and_check_clean_each_file_with_what_holds_for_it(run, pages) -> None:
    assert run("fix", "in", "--report", "r.json").status == 0
    assert (pages / "a.txt").read_text() == f"大家{NOISE}说谢谢！\n"
    assert (pages / "deep/a.txt").read_text() == "大家說謝謝！\n"
    assert (pages / "x.big5.txt").read_text() == "这里说谢谢\n"
    files = {file["path"]: file for file in json.loads(Path("r.json").read_text())["files"]}
    assert [edit["rule"] for edit in files["in/deep/a.txt"]["edits"]] == ["our-mark"]
    assert files["in/x.big5.txt"]["encoding"]["evidence"] == "named by the user"
    ran = run("check", "in/deep")
    assert [line.split(": ")[1] for line in ran.text.splitlines()] == ["our-mark"]
    assert run("fix", "--verify", "in/x.big5.txt").status == 0
    assert run("fix", "--in-place", "--verify", "in/a.txt", "in/deep").status == 0
    assert run("check", "in/a.txt", "in/deep").status == 0
    assert run("restore", "--in-place", "in/a.txt", "in/deep").status == 0


def test_several_processes_know_them_too(run, pages) -> None:
    assert run("fix", "in", "--jobs", "2").status == 0
    assert (pages / "deep/a.txt").read_text() == "大家說謝謝！\n"


def test_a_run_after_an_override_changed_is_another_one(run, pages) -> None:
    run("fix", "in")
    assert "3 done before" in run("fix", "in").err
    Path("speechclean.toml").write_text(OVERRIDES.replace('to = "keep"', 'to = "tw"'), encoding="utf-8")
    assert "done before" not in run("fix", "in").err
    assert "3 done before" in run("fix", "in").err


def test_standard_input_goes_by_its_name(run, pages) -> None:
    text = f"{NOISE}謝謝"
    assert run("fix", stdin=text).text == f"{NOISE}谢谢\n"
    assert run("fix", "--stdin-filename", "deep/x", stdin=text).text == "謝謝\n"
    assert run("fix", "--stdin-filename", "deep/x", "--to", "hans", stdin=text).text == "谢谢\n"
    lines = json.dumps({"text": text}, ensure_ascii=False)
    assert run("fix", "--field", "text", "--stdin-filename", "deep/x", stdin=lines).text == '{"text": "謝謝"}'


def test_config_shows_the_overrides(run, pages) -> None:
    ran = run("config")
    assert tomllib.loads(ran.text)["override"] == [
        {"paths": ["deep/"], "to": "keep", "extend-select": ["our-mark"]},
        {"paths": ["*.big5.txt"], "encoding": "big5"},
    ]


def test_config_shows_what_holds_for_a_path(run, pages) -> None:
    ran = run("config", "deep/x.big5.txt", "--gaps", "join")
    lines = ran.text.splitlines()
    assert lines[1] == "# for deep/x.big5.txt"
    assert 'to = "keep"  # speechclean.toml, override 1' in lines
    assert 'encoding = "big5"  # speechclean.toml, override 2' in lines
    assert 'gaps = "join"  # command line' in lines
    assert "override" not in tomllib.loads(ran.text)
    assert 'to = "hans"  # default' in run("config", "a.txt").text


def test_a_rule_that_an_override_misspells(run, pages) -> None:
    Path("speechclean.toml").write_text('[[override]]\npaths = ["a"]\nignore = ["layout-blnk-lines"]\n')
    for command in ("config", "fix", "check"):
        ran = run(command, stdin="好。")
        assert ran.status == 2
        assert "override 1: no rule, family or stage is called" in ran.err
        assert "did you mean 'layout-blank-lines'?" in ran.err
    assert run("explain", "好。").status == 0


def test_a_text_that_is_held_tells_of_its_own_limit(run, place) -> None:
    Path("speechclean.toml").write_text(
        'rules = ["own.toml"]\n[[override]]\npaths = ["a.txt"]\nmax-removal = 0.01\n', encoding="utf-8"
    )
    text = "今天天气很好，我们都很高兴。\n" * 50 + "本文由【秋水文库】整理发布，更多范文请访问www.example.com\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("b.txt").write_text(text, encoding="utf-8")
    ran = run("fix", "a.txt", "b.txt")
    assert "a.txt: held: more than 1% of it" in ran.err
    assert "b.txt: held" not in ran.err
