"""Standard output that is closed, full, or read no further: what did not arrive is told, a reader that has enough is not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

NOISE = "【本站首发】"
LIMIT = "ulimit -f 8"
"""Files may grow to 8 kB: a disk that is full."""


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "line",
    [
        "fix < big.txt",
        "fix -o - big.txt",
        "fix --diff big.txt",
        "fix --field text --jobs 2 < big.jsonl",
        "check big.txt",
        "check --field text < big.jsonl",
        "check --notes --ignore all big.txt",
        "detect in",
        "rules",
        "rules list --format json",
        "rules show ad",
        "explain 大家好",
        "config",
        "init -",
        "fix --help",
        "--help",
        "--version",
    ],
)
def test_a_closed_pipe_ends_quietly(texts, place, line: str, unbuffered: str) -> None:
    (place / "big.txt").write_text(f"今天天气很好，{NOISE}我们都很高兴。\n" * 5_000)
    (place / "big.jsonl").write_text((json.dumps({"text": f"今天天气{NOISE}很好。"}) + "\n") * 5_000)
    command, _, given = line.partition(" < ")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "speechclean", *command.split()],
        input=(place / given).read_bytes() if given else b"",
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=place,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert done.returncode == 0
    assert re.fullmatch(rb"(1 file: .*\n)?", done.stderr), "nothing but the summary"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_is_closed_half_way_ends_quietly(shell, place, unbuffered: str) -> None:
    (place / "big.txt").write_text(f"今天天气很好，{NOISE}我们都很高兴。\n" * 20_000)
    for line in ("fix < big.txt", "check big.txt", "fix -o - big.txt"):
        ran = shell(f"(speechclean {line}; echo $? >&2) | head -c 10 > /dev/null", PYTHONUNBUFFERED=unbuffered)
        assert ran.err == "0\n", line


def test_output_of_which_a_part_was_taken_is_no_success(shell, place) -> None:
    (place / "big.txt").write_text("今天天气很好，我们都很高兴。\n" * 2000)
    for unbuffered in ("", "1"):
        ran = shell(f"{LIMIT}; speechclean fix < big.txt > out.txt", PYTHONUNBUFFERED=unbuffered)
        assert ran.status == 2
        assert ran.err == "speechclean: standard output cannot be written to: File too large\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize(
    "command", ["fix", "fix --field text", "detect", "rules", "check", "explain", "config", "--help"]
)
def test_standard_output_that_cannot_be_written_to(shell, command: str) -> None:
    ran = shell(f'echo \'{{"text": "大家{NOISE}好"}}\' | speechclean {command} > /dev/full')
    assert ran.status == 2
    assert ran.err == "speechclean: standard output cannot be written to: No space left on device\n"


def test_standard_output_that_is_closed(shell) -> None:
    ran = shell("echo 好 | speechclean fix >&-")
    assert ran.status == 2
    assert "standard output" in ran.err
    assert shell("mkdir in; echo 好 > in/a.txt; speechclean fix in >&-").status == 0
