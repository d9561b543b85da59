"""Completion: what bash offers, asked of bash; and that zsh and fish get their scripts."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from speechclean.cli import COMMANDS

SOURCE = str(Path(__file__).parents[2] / "src")
PAGE = (Path(__file__).parents[2] / "docs" / "completion.md").read_text(encoding="utf-8")


@pytest.fixture
def environment(tmp_path: Path, monkeypatch) -> dict[str, str]:
    """A command called speechclean, in a directory with a few files."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "speechclean"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m speechclean "$@"\n')
    command.chmod(0o755)
    (tmp_path / "讲话 1.txt").touch()
    (tmp_path / "speeches").mkdir()
    path = f"{command.parent}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": SOURCE, "LC_ALL": "C.UTF-8", "PS1": "$ ", "TERM": "dumb"}


@pytest.fixture
def offered(environment):
    """What bash offers for words of which the last is half typed."""

    def asked(*words: str) -> list[str]:
        script = (
            'eval "$(_SPEECHCLEAN_COMPLETE=bash_source speechclean)"; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); '
            '_speechclean_completion speechclean; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        command = ["bash", "-c", script, "bash", "speechclean", *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        assert done.stderr == ""
        return done.stdout.split()

    return asked


def test_commands(offered) -> None:
    assert offered("") == list(COMMANDS)
    assert offered("re") == [name for name in COMMANDS if name.startswith("re")]
    assert offered("rules", "li") == ["list", "lint"]


def test_options(offered) -> None:
    assert offered("fix", "--in") == ["--in-place"]
    assert "--only" in offered("restore", "--")
    assert "--color" in offered("detect", "--c")


def test_values(offered) -> None:
    assert offered("fix", "--to", "") == ["hans", "hant", "tw", "hk", "keep"]
    assert offered("check", "--gaps", "m") == ["mark"]
    assert offered("fix", "--encoding", "big") == ["big5", "big5hkscs"]
    assert offered("fix", "--color", "a") == ["auto", "always"]


@pytest.mark.parametrize(
    "words",
    [("fix", "--select"), ("check", "--extend-select"), ("fix", "--ignore"), ("restore", "--only"), ("rules", "show")],
)
def test_names_of_rules_families_and_stages(offered, words) -> None:
    assert offered(*words, "layout-b") == ["layout-blank-lines"]
    assert {"script", "script-conversion"} <= set(offered(*words, "scr"))


def test_a_list_goes_on_behind_a_comma(offered) -> None:
    assert offered("fix", "--ignore", "ends,layout-b") == ["ends,layout-blank-lines"]
    assert "ad,ad" not in offered("fix", "--ignore", "ad,ad")


def test_files_in_a_bash_at_a_terminal(environment) -> None:
    """The shell itself completes files, and quotes them as they need to be."""
    ours, theirs = pty.openpty()
    bash = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    shown = ""

    def until(mark: str) -> None:
        nonlocal shown
        while mark not in shown:
            shown += os.read(ours, 4096).decode(errors="replace")
        shown = shown.partition(mark)[2]

    until("$ ")
    os.write(ours, b'eval "$(_SPEECHCLEAN_COMPLETE=bash_source speechclean)"; echo is-there | tr a-z A-Z\n')
    until("IS-THERE")
    os.write(ours, "speechclean detect 讲\t\n".encode())
    until("讲话 1.txt: ")
    until("$ ")
    os.write(ours, b"exit\n")
    bash.wait(timeout=30)
    os.close(ours)
    assert bash.returncode == 0


@pytest.mark.parametrize(
    ("shell", "mark"),
    [("bash", "complete -o"), ("zsh", "#compdef speechclean"), ("fish", "complete --no-files --command speechclean")],
)
def test_each_shell_gets_its_script_as_the_page_says(environment, shell, mark) -> None:
    assert f"_SPEECHCLEAN_COMPLETE={shell}_source speechclean" in PAGE
    made = subprocess.run(
        ["speechclean"],
        env={**environment, "_SPEECHCLEAN_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert mark in made.stdout


def test_the_page_shows_what_is_offered(offered) -> None:
    shown = re.search(r"layout-<Tab><Tab>\n    (.*)\n", PAGE)[1].split()
    assert offered("fix", "--ignore", "layout-") == shown
    assert offered("fix", "--ignore", "layout-blank-lines,ad-g") == ["layout-blank-lines,ad-gambling"]
