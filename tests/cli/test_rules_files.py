from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from speechclean.cli import start

GOOD = """
scope = "pages/**"

[[rule]]
name = "our-watermark"
kind = "literal"
text = "秋水文库首发"

[[rule.example]]
before = "大家秋水文库首发好！"
after = "大家好！"

[[rule.example]]
keep = "秋水文库是图书馆。"
why = "about the library"
"""
FAILING = GOOD.replace('after = "大家好！"', 'after = "大家。"').replace(
    'keep = "秋水文库是', 'keep = "秋水文库首发\\n是'
)
SLOW = '[[rule]]\nname = "our-slow"\nkind = "regex"\npattern = "(a|b|ab)*c"\n'


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def piped(*arguments: str, given: str) -> str:
    command = [sys.executable, "-m", "speechclean", *arguments]
    return subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout.decode()


def test_lint_and_test_say_nothing_of_good_rules(here, capfd) -> None:
    assert start(["rules", "lint", "own.toml"]) == 0
    assert start(["rules", "test", "own.toml"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == ["1 rule: 0 errors, 0 warnings", "1 rule, 2 examples: 2 hold, 0 fail"]


def test_test_shows_what_fails(here, capfd) -> None:
    (here / "own.toml").write_text(FAILING, encoding="utf-8")
    assert start(["rules", "test", "own.toml"]) == 1
    assert capfd.readouterr().out.splitlines() == [
        "own.toml: rule our-watermark: example 1 fails",
        "  before    大家秋水文库首发好！",
        "  expected  大家。",
        "  got       大家好！",
        "own.toml: rule our-watermark: example 2 fails (about the library)",
        "  before    秋水文库首发⏎是图书馆。",
        "  expected  the same",
        "  got       是图书馆。",
    ]


def test_a_rule_that_breaks_on_its_example_fails(here, capfd) -> None:
    text = GOOD.replace('kind = "literal"\ntext = "秋水文库首发"', 'kind = "regex"\npattern = "好"\nreplace = "好好"')
    (here / "own.toml").write_text(text, encoding="utf-8")
    assert start(["rules", "test", "own.toml"]) == 1
    assert "  broke     it changes its own result again and again" in capfd.readouterr().out


def test_lint_exits_1_on_errors_and_0_on_warnings(here, capfd) -> None:
    (here / "slow.toml").write_text(SLOW)
    assert start(["rules", "lint", "slow.toml", "own.toml"]) == 1
    out = capfd.readouterr().out
    assert "slow.toml: rule our-slow: error: takes too long" in out
    (here / "own.toml").write_text(GOOD.replace("scope", "exclude"), encoding="utf-8")
    assert start(["rules", "lint", "own.toml"]) == 0
    assert "own.toml: rule our-watermark: warning: no scope" in capfd.readouterr().out


@pytest.mark.parametrize("command", ["lint", "test"])
def test_what_is_wrong_with_files_is_said_at_once(here, capfd, command) -> None:
    (here / "bad.toml").write_text('[[rule]]\nname = "ad-x"\nkind = "literal"\ntxt = "ab"\n')
    assert start(["rules", command, "bad.toml", "none.toml"]) == 2
    lines = capfd.readouterr().err.splitlines()
    assert lines[0] == "speechclean: bad.toml: rule 1 (ad-x): unknown key 'txt'; did you mean 'text'?"
    assert lines[-1] == "speechclean: none.toml: No such file or directory"
    assert len(lines) == 4


def test_fix_takes_rules_in_their_scope(here, capfd) -> None:
    text = "大家秋水文库首发好！\n"
    for path in ("pages/1.txt", "2.txt"):
        (here / path).write_text(text, encoding="utf-8")
    assert start(["fix", "--rules", "own.toml", "pages", "2.txt", "-q", "-o", "out", "--verify"]) == 0
    assert (here / "out/1.txt").read_text(encoding="utf-8") == "大家好！\n"
    assert (here / "out/2.txt").read_text(encoding="utf-8") == text


def test_check_takes_rules_in_their_scope(here, capfd) -> None:
    (here / "pages/1.txt").write_text("大家秋水文库首发好！\n", encoding="utf-8")
    assert start(["check", "--rules", "own.toml", "pages/1.txt"]) == 1
    assert capfd.readouterr().out == "pages/1.txt:1:3: our-watermark: “秋水文库首发”  (秋水文库首发)\n"


def test_the_name_of_standard_input_decides_the_scope(here) -> None:
    text = "大家秋水文库首发好！\n"
    assert piped("fix", "--rules", "own.toml", given=text) == text
    assert piped("fix", "--rules", "own.toml", "--stdin-filename", "pages/x.txt", given=text) == "大家好！\n"
    record = '{"text": "大家秋水文库首发好！"}\n'
    options = ("--rules", "own.toml", "--stdin-filename", "pages/x.jsonl")
    assert piped("fix", "--field", "text", *options, given=record) == '{"text": "大家好！"}\n'


def test_rules_of_the_configuration_lie_beside_it(here, monkeypatch, capfd) -> None:
    (here / "speechclean.toml").write_text('rules = ["own.toml"]\n')
    (here / "pages/1.txt").write_text("大家秋水文库首发好！\n", encoding="utf-8")
    monkeypatch.chdir(here / "pages")
    assert start(["check", str(here / "pages/1.txt"), "-q"]) == 1


def test_wrong_rules_stop_the_run_before_anything_is_written(here, capfd) -> None:
    (here / "pages/1.txt").write_text("好。\n", encoding="utf-8")
    assert start(["fix", "--rules", "none.toml", "pages", "-o", "out"]) == 2
    assert "none.toml: No such file or directory" in capfd.readouterr().err
    assert not (here / "out").exists()


def test_a_document_in_which_a_pattern_runs_out_of_time_fails_alone(here, capfd, monkeypatch) -> None:
    monkeypatch.setattr("speechclean.rules.custom.engine.LIMIT", 0.05)
    (here / "slow.toml").write_text(SLOW)
    (here / "pages/1.txt").write_text("ab" * 4000 + "!c\n")
    (here / "pages/2.txt").write_text("好。  \n", encoding="utf-8")
    assert start(["fix", "--rules", "slow.toml", "pages", "-o", "out"]) == 2
    err = capfd.readouterr().err
    assert "pages/1.txt: your rule our-slow ran out of time" in err
    assert "2 files: 1 cleaned, 0 unchanged, 0 held, 1 failed" in err
    assert sorted(path.name for path in (here / "out").iterdir()) == ["2.txt"]
