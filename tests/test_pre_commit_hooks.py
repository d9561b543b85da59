"""The hooks that others get with pre-commit do what their page says, on arguments as pre-commit gives them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
PAGE = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
NOISE = "本文由【秋水文库】整理发布，更多范文请访问www.example.com\n"
NAMES = ("讲 话.txt", "deep/a.txt", "clean.txt", os.fsdecode(b"b\xff.txt"))


def hooked(name: str, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does: its entry, its arguments, then the staged files."""
    hook = HOOKS[name]
    command, *rest = shlex.split(hook["entry"])
    assert command == "speechclean"
    staged = [path for path in NAMES if re.search(hook["files"], path)]
    run = [sys.executable, "-m", "speechclean", *rest, *hook.get("args", ()), *arguments, *staged]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(run, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in NAMES:
        (tmp_path / name).write_text("大家好！\n" + ("" if name == "clean.txt" else NOISE), encoding="utf-8")
    return tmp_path


def test_check_reports_and_changes_nothing(staged) -> None:
    before = {name: (staged / name).read_bytes() for name in NAMES}
    ran = hooked("speechclean-check", staged)
    assert ran.returncode == 1
    assert "讲 话.txt:1:5: boilerplate-editor" in ran.stdout
    assert {name: (staged / name).read_bytes() for name in NAMES} == before
    assert not (staged / ".speechclean").exists()


def test_fix_cleans_in_place_and_can_be_undone(staged) -> None:
    ran = hooked("speechclean-fix", staged)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert {(staged / name).read_text() for name in NAMES} == {"大家好！\n"}
    assert hooked("speechclean-check", staged).returncode == 0
    assert (staged / ".speechclean" / "journal.jsonl").exists()


def test_arguments_of_the_user_stand_before_the_files(staged) -> None:
    assert hooked("speechclean-check", staged, "--ignore", "all").returncode == 0


def test_the_file_is_what_pre_commit_asks_for() -> None:
    assert set(HOOKS) == {"speechclean-check", "speechclean-fix"}
    for hook in HOOKS.values():
        assert {"id", "name", "entry", "language", "files", "description"} <= set(hook)
        assert hook["language"] == "python"
        assert f"`{hook['id']}` | `{hook['entry']}" in PAGE
    assert HOOKS["speechclean-fix"]["require_serial"], "one writer at a time may add to a journal"


def test_the_line_for_a_gate_without_pre_commit(staged) -> None:
    line = re.search(r"^    (git diff .*)$", PAGE, re.MULTILINE)[1]
    script = f'speechclean() {{ "{sys.executable}" -m speechclean "$@"; }}; git init -q . && git add . && {line}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-c", script], cwd=staged, env=environment, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stdout.count(b"boilerplate-editor") == 3
