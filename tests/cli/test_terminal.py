"""What a person sees: a table and a bar on a terminal, help that fits a screen."""

from __future__ import annotations

import re
from pathlib import Path

from screen import coloured

from speechclean.cli import _terminal


def on_a_terminal(place: Path, *arguments: str) -> str:
    """What a command shows on a terminal of 80 columns, without its colours."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", coloured(place, *arguments)).replace("\r\n", "\n")


def test_a_diff_has_colours_and_sets_off_what_differs(place, texts) -> None:
    sent = coloured(place, "fix", "--diff", "in")
    assert "\x1b[31m-第一句话\x1b[0m\x1b[1;7;31m【本站首发】\x1b[0m\x1b[31m在这里。" in sent
    assert "\x1b[32m+第一句话在这里。\x1b[0m" in sent
    plain = coloured(place, "fix", "--diff", "in", NO_COLOR="1")
    assert "\x1b[31m" not in plain
    assert "+第一句话在这里。" in plain


def test_a_diff_does_not_let_a_text_steer_the_terminal(place) -> None:
    (place / "a.txt").write_text("好【本站首发】。\x1b]0;x\x07\n", encoding="utf-8")
    shown = coloured(place, "fix", "--diff", "--ignore", "characters,invisible,markup", "a.txt")
    assert "\x1b]" not in shown
    assert "\\u001b]0;x\\u0007" in shown


def test_help_fits_a_screen_and_shows_three_examples(place) -> None:
    lines = on_a_terminal(place, "--help").splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert sum(line.strip().startswith(("speechclean fix", "curl")) for line in lines) == 3


def test_a_table_above_the_summary(place, texts) -> None:
    lines = on_a_terminal(place, "fix", "in").splitlines()
    assert lines[0].split() == ["file", "encoding", "changes", "removed", "notes", "status"]
    assert lines[1].split() == ["in/a.txt", "utf-8", "1", "6", "0", "cleaned"]
    assert lines[-1].startswith("3 files: 2 cleaned")


def test_long_tables_are_cut(place) -> None:
    (place / "in").mkdir()
    for number in range(45):
        (place / "in" / f"{number:02}.txt").write_text("好。\n")
    lines = on_a_terminal(place, "fix", "in").splitlines()
    assert lines[-2:] == [
        "… and 5 more files",
        "45 files: 0 cleaned, 45 unchanged, 0 held, 0 failed · 0 characters removed",
    ]


def test_rules_are_a_table(place) -> None:
    lines = on_a_terminal(place, "rules").splitlines()
    assert lines[0].split() == ["rule", "stage", "safety", "what", "it", "does"]


def test_a_bar_appears_when_work_takes_longer(monkeypatch, capsys) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(_terminal, "PATIENCE", -1.0)
    monkeypatch.setattr(_terminal, "on_terminal", lambda: True)
    with _terminal.progress(3, quiet=False) as step:
        for _ in range(3):
            step()
    assert "3/3" in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", capsys.readouterr().err)
    with _terminal.progress(3, quiet=True) as step:
        step()
    assert capsys.readouterr().err == ""
