"""`init` writes a configuration that explains itself, and replaces none."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def bare(place: Path) -> Path:
    (place / "speechclean.toml").unlink()
    return place


def test_it_is_written_and_read(run, bare) -> None:
    ran = run("init")
    assert (ran.status, ran.out) == (0, b"")
    assert ran.err == "speechclean.toml is written; `speechclean config` shows what holds\n"
    assert f"# configuration file: {bare / 'speechclean.toml'}" in run("config").text
    text = Path("speechclean.toml").read_text(encoding="utf-8").replace('#to = "hans"', 'to = "tw"')
    Path("speechclean.toml").write_text(text, encoding="utf-8")
    assert 'to = "tw"  # speechclean.toml' in run("config").text


def test_none_is_replaced_unless_told_so(run, place) -> None:
    before = Path("speechclean.toml").read_bytes()
    ran = run("init")
    assert ran.status == 2
    assert "speechclean.toml is there already; --force replaces it" in ran.err
    assert Path("speechclean.toml").read_bytes() == before
    assert run("init", "--force").status == 0
    assert Path("speechclean.toml").read_bytes() != before


def test_elsewhere_and_to_standard_output(run, bare) -> None:
    Path("目录 一").mkdir()
    ran = run("init", "目录 一")
    assert ran.status == 0
    assert "from here, name it: --config 目录 一/speechclean.toml" in ran.err
    assert run("init", "-").out == Path("目录 一/speechclean.toml").read_bytes()
    assert run("init", "my.toml").status == 0
    assert run("config", "--config", "my.toml").status == 0


def test_a_pyproject_that_is_read_no_longer(run, bare) -> None:
    Path("pyproject.toml").write_text('[tool.speechclean]\nto = "tw"\n', encoding="utf-8")
    assert "[tool.speechclean] in pyproject.toml is read no longer" in run("init").err


@pytest.mark.parametrize("path", ["nowhere/x.toml", "own.toml/x", "x" * 5000, "own.toml"])
def test_where_it_cannot_be_written(run, bare, path: str) -> None:
    for force in ((), ("--force",)) if path != "own.toml" else ((),):
        ran = run("init", path, *force)
        assert ran.status == 2
        assert "Error" in ran.err


def test_in_the_language_of_messages(run, bare) -> None:
    assert "写成哪种字体" in run("init", "-", "--lang", "zh").text
    assert "The script to write" in run("init", "-", "--lang", "en").text
