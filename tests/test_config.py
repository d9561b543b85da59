"""Settings from defaults, files and what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechclean.config import find_file, resolve
from speechclean.core.errors import ConfigError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_typed_beats_the_file_which_beats_the_default(here: Path) -> None:
    (here / "speechclean.toml").write_text('to = "tw"\ngaps = "mark"\nmax-removal = 1\n')
    resolved = resolve({"to": "hk"})
    assert (resolved.settings.to, resolved.settings.gaps, resolved.settings.max_removal) == ("hk", "mark", 1)
    assert resolved.origins["to"] == ("hk", "command line")
    assert resolved.origins["gaps"] == ("mark", str(here / "speechclean.toml"))
    assert resolved.origins["idioms"] == (False, "default")
    assert resolved.value("output") == "cleaned"


def test_isolated_reads_nothing(here: Path) -> None:
    (here / "speechclean.toml").write_text("no toml at all")
    assert resolve({}, isolated=True).file is None
    with pytest.raises(ConfigError, match=r"speechclean\.toml"):
        resolve({})


def test_a_pyproject_counts_only_with_the_table(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (here / "a").mkdir()
    assert find_file(here / "a") is None
    (here / "pyproject.toml").write_text("[tool.speechclean]\nunsafe = true\n")
    assert find_file(here / "a") == here / "pyproject.toml"
    assert resolve({}).settings.unsafe


def test_rule_files_are_meant_from_where_the_configuration_lies(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "speechclean.toml").write_text('rules = ["own.toml"]\n')
    (here / "a").mkdir()
    monkeypatch.chdir(here / "a")
    assert resolve({}).settings.rules == (str(here / "own.toml"),)


def test_all_errors_are_gathered(here: Path) -> None:
    (here / "speechclean.toml").write_text('gap = "mark"\nto = 1\nkeep = [1]\n')
    with pytest.raises(ConfigError) as error:
        resolve({})
    assert len(str(error.value).splitlines()) == 3


def test_wrong_values_are_gathered_too(here: Path) -> None:
    (here / "speechclean.toml").write_text(
        'gap = "mark"\nto = "xx"\ngaps = "no"\nencoding = "klingon"\nmax-removal = 7\nunsafe = 1\n'
        '[[override]]\npaths = ["a"]\nto = "yy"\nselects = []\n'
    )
    with pytest.raises(ConfigError) as error:
        resolve({})
    lines = str(error.value).splitlines()
    assert all(line.startswith(f"{here / 'speechclean.toml'}: ") for line in lines)
    for word in (
        "'gap'",
        "'xx'",
        "'no'",
        "'klingon'",
        "1, not 7",
        "unsafe",
        "'selects'",
        "override 1: to: unknown value 'yy'",
    ):
        assert sum(word in line for line in lines) == 1, word
    (here / "speechclean.toml").write_text('[[override]]\npaths = ["a"]\nto = "yy"\ngaps = "no"\n')
    with pytest.raises(ConfigError) as error:
        resolve({})
    assert [line.partition(": override 1: ")[2][:4] for line in str(error.value).splitlines()] == ["to: ", "gaps"]


def test_what_was_typed_is_not_blamed_on_the_file(here: Path) -> None:
    (here / "speechclean.toml").write_text('gaps = "mark"\n')
    with pytest.raises(ConfigError, match=r"^encoding: there is no encoding named 'klingon'"):
        resolve({"encoding": "klingon"})


def test_a_table_that_is_none(here: Path) -> None:
    (here / "pyproject.toml").write_text('[tool]\nspeechclean = "yes"\n# tool.speechclean\n')
    with pytest.raises(ConfigError, match="must be a table"):
        resolve({})
