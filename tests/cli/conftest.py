"""A working directory with one rule of its own, and two ways to run the command: in this process, and as a user does."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from speechclean.cli import start

OWN = """
[[rule]]
name = "our-mark"
kind = "literal"
text = "【本站首发】"

[[rule.example]]
before = "大家【本站首发】好！"
after = "大家好！"

[[rule.example]]
keep = "大家好！"
why = "nothing of ours"
"""


class Ran(NamedTuple):
    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory; its configuration selects a rule that takes 【本站首发】 away, and two stages."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "speechclean.toml").write_text(
        'rules = ["own.toml"]\nselect = ["our-mark", "script", "layout"]\n', encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def texts(place: Path) -> Path:
    """Three files, two of which have noise, one of them below."""
    (place / "in" / "deep").mkdir(parents=True)
    (place / "in" / "a.txt").write_text("第一句话【本站首发】在这里。\n", encoding="utf-8")
    (place / "in" / "b.txt").write_text("这里没有什么可改。\n", encoding="utf-8")
    (place / "in" / "deep" / "c.txt").write_text("第三句话在这里【本站首发】。\n", encoding="utf-8")
    return place / "in"


@pytest.fixture
def run(place: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    """Run a command in this process."""

    def ran(*arguments: str, stdin: bytes | str = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        capsysbinary.readouterr()
        status = start(list(arguments))
        out, err = capsysbinary.readouterr()
        assert b"Traceback" not in err
        return Ran(status, out, err.decode())

    return ran


@pytest.fixture
def deadly_poison(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that comes upon a record with the word `poison` dies."""
    from speechclean.cli import _record_work

    parent = os.getpid()
    clean = _record_work.RecordWork.__call__

    def deadly(self, task):
        if "poison" in str(task.block) and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return clean(self, task)

    monkeypatch.setattr(_record_work.RecordWork, "__call__", deadly)


@pytest.fixture
def shell(place: Path):
    """Run a line of shell in which `speechclean` is the command."""

    def ran(line: str, **environment: str) -> Ran:
        script = f'speechclean() {{ "{sys.executable}" -m speechclean "$@"; }}\n{line}'
        source = str(Path(__file__).parents[2] / "src")
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=place,
            env={**os.environ, "PYTHONPATH": source, **environment},
            capture_output=True,
            timeout=60,
            check=False,
        )
        err = done.stderr.decode(errors="backslashreplace")
        assert "Traceback" not in err, err
        assert "Exception ignored" not in err, err
        return Ran(done.returncode, done.stdout, err)

    return ran
