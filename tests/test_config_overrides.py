"""`[[override]]`: other settings for some paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechclean.config import resolve
from speechclean.core.errors import ConfigError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(text: str, path: str = "speechclean.toml") -> None:
    Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("*.md", ["a.md", "d/e/a.md"], ["a.txt", "a.md.txt"]),
        ("d/*.md", ["d/a.md"], ["a.md", "d/e/a.md", "x/d/a.md"]),
        ("d/**/*.md", ["d/a.md", "d/e/f/a.md"], ["e/a.md"]),
        ("/a.md", ["a.md"], ["d/a.md"]),
        ("./d", ["d/a.md", "d/e/a.md"], ["dd/a.md", "x/d/a.md"]),
        ("d/", ["d/a.md", "x/d/a.md"], ["d", "dd"]),
        ("文 件/", ["文 件/a.txt"], ["文/a.txt"]),
    ],
)
def test_patterns(here: Path, pattern: str, yes: list[str], no: list[str], monkeypatch) -> None:
    put(f'[[override]]\npaths = ["{pattern}"]\nto = "keep"\n')
    resolved = resolve({})
    assert {path: resolved.settings_for(path).to for path in yes} == dict.fromkeys(yes, "keep")
    assert {path: resolved.settings_for(path).to for path in no} == dict.fromkeys(no, "hans")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert resolve({}).settings_for(f"../{yes[0]}").to == "keep"
    assert resolve({}).settings_for(str(here / yes[0])).to == "keep"
    assert resolve({}).settings_for(None).to == "hans"


def test_the_later_override_wins_key_by_key_and_the_command_line_over_all(here: Path) -> None:
    put(
        'gaps = "mark"\n'
        '[[override]]\npaths = ["d/"]\nto = "keep"\nignore = ["ad"]\n'
        '[[override]]\npaths = ["*.md", "*.x"]\nto = "tw"\nmax-removal = 1\n'
    )
    resolved = resolve({"max-removal": 0.25})
    settings = resolved.settings_for("d/a.md")
    assert (settings.to, settings.ignore, settings.gaps, settings.max_removal) == ("tw", ("ad",), "mark", 0.25)
    assert resolved.settings_for("d/a.txt").to == "keep"
    origins = resolved.origins_for("d/a.md")
    file = here / "speechclean.toml"
    assert [origins[key].source for key in ("to", "ignore", "gaps", "max-removal", "idioms")] == [
        f"{file}, override 2",
        f"{file}, override 1",
        str(file),
        "command line",
        "default",
    ]


def test_rule_files_are_meant_from_where_the_configuration_lies(here: Path) -> None:
    put('[tool.speechclean]\n[[tool.speechclean.override]]\npaths = ["a"]\nrules = ["own.toml"]\n', "pyproject.toml")
    assert resolve({}).settings_for("a").rules == (str(here / "own.toml"),)


def test_files_elsewhere_match_by_their_names_only(here: Path) -> None:
    put('[[override]]\npaths = ["d/*.md"]\nto = "keep"\n[[override]]\npaths = ["*.x"]\nto = "tw"\n')
    resolved = resolve({})
    assert resolved.settings_for("/elsewhere/d/a.md").to == "hans"
    assert resolved.settings_for("/elsewhere/d/a.x").to == "tw"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("override = 3\n", "override must be tables: [[override]]"),
        ("override = 0\n", "override must be tables: [[override]]"),
        ("override = [3]\n", "override 1: it must be a table"),
        ('[override]\npaths = ["a"]\n', "override must be tables: [[override]]"),
        ('[[override]]\nto = "keep"\n', "override 1: it holds for no file"),
        ('[[override]]\npaths = []\nto = "keep"\n', "it holds for no file"),
        ('[[override]]\npaths = "a"\n', "paths must be a list of strings"),
        ('[[override]]\npaths = ["!a"]\n', "begins with !"),
        ('[[override]]\npath = ["a"]\n', "unknown key 'path'; did you mean 'paths'?"),
        ('[[override]]\npaths = ["a"]\ngap = "mark"\n', "unknown key 'gap'; did you mean 'gaps'?"),
        ('[[override]]\npaths = ["a"]\nunsafe = 1\n', "unsafe must be true or false"),
        ('[[override]]\npaths = ["a"]\nglob = ["*.md"]\n', "glob chooses files"),
        (
            '[[override]]\npaths = ["a"]\n[[override]]\npaths = ["b"]\nto = "kepp"\n',
            "override 2: to: unknown value 'kepp'; did",
        ),
        ('[[overide]]\npaths = ["a"]\n', "unknown key 'overide'; did you mean 'override'?"),
    ],
)
def test_what_is_wrong_is_said(here: Path, written: str, said: str) -> None:
    put(written)
    with pytest.raises(ConfigError) as error:
        resolve({})
    assert said in str(error.value)
    assert str(error.value).startswith(str(here / "speechclean.toml"))


def test_everything_wrong_is_said_at_once(here: Path) -> None:
    put('tp = 1\n[[override]]\npaths = ["a"]\nx = 1\nto = 2\n[[override]]\npaths = 3\n')
    with pytest.raises(ConfigError) as error:
        resolve({})
    assert len(str(error.value).splitlines()) == 4
