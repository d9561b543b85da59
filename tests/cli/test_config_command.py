"""`config`: what holds, and where it came from; and what is wrong with it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest


def test_values_and_origins(run, place) -> None:
    Path("speechclean.toml").write_text('to = "keep"\ngaps = "mark"\nglob = ["*.md"]\n', encoding="utf-8")
    ran = run("config", "--gaps", "join")
    assert ran.status == 0
    assert f"# configuration file: {place / 'speechclean.toml'}\n" in ran.text
    assert 'to = "keep"  # speechclean.toml\n' in ran.text
    assert 'gaps = "join"  # command line\n' in ran.text
    assert "max-removal = 0.5  # default\n" in ran.text
    assert tomllib.loads(ran.text)["glob"] == ["*.md"]


def test_the_closest_file_upward_counts(run, place, monkeypatch) -> None:
    Path("speechclean.toml").unlink()
    Path("pyproject.toml").write_text('[tool.speechclean]\nto = "tw"\n', encoding="utf-8")
    (place / "below" / "deeper").mkdir(parents=True)
    monkeypatch.chdir(place / "below" / "deeper")
    assert 'to = "tw"  # pyproject.toml' in run("config").text
    (place / "below" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert 'to = "tw"  # pyproject.toml' in run("config").text
    (place / "below" / "speechclean.toml").write_text('to = "hk"\n', encoding="utf-8")
    assert 'to = "hk"  # speechclean.toml' in run("config").text
    assert 'to = "hans"  # default' in run("config", "--isolated").text
    assert 'to = "tw"  # pyproject.toml' in run("config", "--config", str(place / "pyproject.toml")).text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('gap = "mark"\n', "unknown key 'gap'; did you mean 'gaps'?"),
        ("max_removal = 0.1\n", "unknown key 'max_removal'; did you mean 'max-removal'?"),
        ('to = "kepp"\n', "to: unknown value 'kepp'; did you mean 'keep'?"),
        ("to = 7\n", "to must be a string"),
        ("unsafe = 1\n", "unsafe must be true or false"),
        ('ignore = "ad"\n', "ignore must be a list of strings"),
        ('max-removal = "x"\n', "max-removal must be a number"),
        ("max-removal = 7\n", "max-removal must lie between 0 and 1"),
        ('ignore = ["layout-blnk-lines"]\n', "did you mean 'layout-blank-lines'?"),
        ("to = \n", "speechclean.toml: "),
        ('rules = ["nowhere.toml"]\n', "nowhere.toml"),
        ('encoding = "klingon"\n', "klingon"),
    ],
)
def test_what_is_wrong_is_said(run, written: str, said: str) -> None:
    Path("speechclean.toml").write_text(written, encoding="utf-8")
    for command in ("config", "fix", "check"):
        ran = run(command, stdin="好。")
        assert ran.status == 2
        assert ran.out == b""
        assert said in ran.err


def test_everything_wrong_is_said_at_once(run) -> None:
    Path("speechclean.toml").write_text('gap = "mark"\nunsafe = 1\n', encoding="utf-8")
    ran = run("config")
    assert "'gap'" in ran.err
    assert "unsafe must be" in ran.err


def test_an_explicit_file_must_be_there(run) -> None:
    ran = run("config", "--config", "nowhere.toml")
    assert ran.status == 2
    assert "nowhere.toml" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fix", "--to", "hanz"), "hanz"),
        (("fix", "--selct", "ad"), "--select"),
        (("fix", "--select", "layout-blnk-lines"), "did you mean 'layout-blank-lines'?"),
        (("fix", "--max-removal", "2"), "--max-removal"),
        (("fix", "--encoding", "klingon"), "klingon"),
        (("fix", "--keep", "nowhere"), "nowhere"),
        (("fix", "-0"), "--files-from"),
        (("fix", "-", "a.txt"), "cannot be mixed"),
        (("fxi",), "fix"),
        (("check", "--gaps", "wide"), "wide"),
    ],
)
def test_a_wrong_command_line(run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments, stdin="好。")
    assert (ran.status, ran.out) == (2, b"")
    assert said in ran.err


def test_a_rule_that_there_is_not_is_told_with_its_place(run, place) -> None:
    (place / "speechclean.toml").write_text('ignore = ["adds"]\n', encoding="utf-8")
    told = "ignore: no rule, family or stage is called 'adds'; did you mean 'ad'?"
    ran = run("fix", "--lang", "en", stdin="好。")
    assert ran.status == 2
    assert f"speechclean.toml: {told}" in ran.err
    assert "speechclean.toml" not in run("fix", "--ignore", "adds", stdin="好。").err
    assert "没有名为 'adds' 的规则" in run("fix", "--lang", "zh", stdin="好。").err


def test_all_names_that_mean_nothing_are_told_at_once(run, place) -> None:
    Path("speechclean.toml").write_text('select = ["nope"]\nignore = ["ad-contac", "ad"]\n', encoding="utf-8")
    ran = run("config", "--extend-select", "neither,layout")
    assert ran.status == 2
    lines = ran.err.splitlines()[-3:]
    assert "speechclean.toml: select: no rule, family or stage is called 'nope'" in lines[0]
    assert lines[1].startswith("no rule, family or stage is called 'neither'")
    assert (
        "speechclean.toml: ignore: no rule, family or stage is called 'ad-contac'; did you mean 'ad-contact'?"
        in lines[2]
    )
