"""Colours: on a terminal, not where NO_COLOR says so, and wherever `--color always` does."""

from __future__ import annotations

import pytest
from screen import coloured

from speechclean.report import ink

ESCAPE = "\x1b["

COMMANDS = [("fix", "--force", "in"), ("fix", "--diff", "in"), ("rules",)]


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_terminal(place, texts, command) -> None:
    assert ESCAPE in coloured(place, *command)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
        assert ESCAPE not in coloured(place, *command, **plain)
    for typed in (("--color", "never"), ("--color=never",)):
        assert ESCAPE not in coloured(place, *command, *typed, FORCE_COLOR="1")
    assert ESCAPE not in coloured(place, "--color", "never", *command)
    assert ESCAPE in coloured(place, *command, "--color", "always", NO_COLOR="1", TERM="dumb")
    assert ESCAPE in coloured(place, *command, "--color", "auto", NO_COLOR="")


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
