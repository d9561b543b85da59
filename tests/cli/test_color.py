"""Colours: on a terminal, not where NO_COLOR says so, and wherever `--color always` does."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from speechclean.report import ink

ESCAPE = "\x1b["
SOURCE = str(Path(__file__).parents[2] / "src")


def shown(place: Path, *arguments: str, **environment: str) -> str:
    """What a terminal gets."""
    ours, theirs = pty.openpty()
    bare = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", *arguments],
        cwd=place,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**bare, "PYTHONPATH": SOURCE, "TERM": "xterm", "LC_ALL": "C.UTF-8", **environment},
    )
    os.close(theirs)
    sent = b""
    try:
        while part := os.read(ours, 4096):
            sent += part
    except OSError:  # the other side is closed
        pass
    run.wait(timeout=30)
    os.close(ours)
    return sent.decode()


COMMANDS = [("fix", "--force", "in"), ("fix", "--diff", "in"), ("rules",)]


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_terminal(place, texts, command) -> None:
    assert ESCAPE in shown(place, *command)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
        assert ESCAPE not in shown(place, *command, **plain)
    for typed in (("--color", "never"), ("--color=never",)):
        assert ESCAPE not in shown(place, *command, *typed, FORCE_COLOR="1")
    assert ESCAPE not in shown(place, "--color", "never", *command)
    assert ESCAPE in shown(place, *command, "--color", "always", NO_COLOR="1", TERM="dumb")
    assert ESCAPE in shown(place, *command, "--color", "auto", NO_COLOR="")


def test_in_a_pipe(shell, texts) -> None:
    assert b"\x1b[" not in shell("speechclean fix --diff in").out
    assert b"\x1b[31m" in shell("speechclean fix --diff --color always in").out
    assert b"\x1b[31m" in shell("speechclean fix --diff in", FORCE_COLOR="1").out
    assert b"\x1b[" not in shell("speechclean fix --diff --color never in", FORCE_COLOR="1").out
    assert "\x1b[" not in shell("speechclean fix in").err


def test_nothing_behind_the_dashes_is_an_option(run, texts) -> None:
    run("fix", "--diff", "--", "--color", "always")
    assert not ink.wants_colours(None)


def test_a_word_that_is_none(run) -> None:
    ran = run("fix", "--color", "sometimes")
    assert ran.status == 2
    assert "'sometimes' is not one of 'auto', 'always', 'never'" in ran.err
    assert run("fix", "--color").status == 2
