"""Wherever it runs, the result is the same bytes, and messages are lines: cron, old locales, old consoles, closed streams."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parents[2] / "src")
NOISE = "【本站首发】"
NAMES = ("讲 话.txt", "$(x)'\".txt", os.fsdecode(b"b\xff\xfe.txt"))
CLEAN = "大家好！\n".encode()

SURROUNDINGS = {
    "cron": {},
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp936": {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0", "LANG": "C.UTF-8"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "LANG": "C.UTF-8"},
    "Chinese on a console that knows none": {"PYTHONIOENCODING": "latin-1", "LANG": "zh_CN.UTF-8"},
}


@pytest.fixture(params=SURROUNDINGS.values(), ids=list(SURROUNDINGS))
def around(request, place):
    """Run a command with an environment that holds nothing but what the case says."""

    def ran(*arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
        command = [sys.executable, "-m", "speechclean", *arguments]
        environment = {"PYTHONPATH": SOURCE, **request.param}
        done = subprocess.run(
            command, cwd=place, env=environment, input=stdin, capture_output=True, check=False, timeout=60
        )
        for word in (b"Traceback", b"internal error", b"Exception ignored", b"codec"):
            assert word not in done.stderr, done.stderr
        return done.returncode, done.stdout, done.stderr

    return ran


@pytest.fixture
def speeches(place) -> Path:
    (place / "目 录").mkdir()
    for name in NAMES:
        (place / "目 录" / name).write_text(f"大家{NOISE}好！\n", encoding="utf-8")
    return place / "目 录"


def test_files_of_any_name(around, speeches, place) -> None:
    status, out, err = around("fix", "目 录", "--journal", "日 志", "--report", "报 告.json")
    assert (status, out, len(err.splitlines())) == (0, b"", 1)
    cleaned = place / "cleaned"
    assert {path.name: path.read_bytes() for path in cleaned.iterdir()} == dict.fromkeys(NAMES, CLEAN)
    assert (place / "报 告.json").read_bytes().isascii() is False
    assert around("restore", "cleaned", "--journal", "日 志", "-o", "原 文")[0] == 0
    assert {path.name for path in (place / "原 文").iterdir()} == set(NAMES)
    assert around("restore", "cleaned", "--journal", "日 志", "--list")[0] == 0


def test_what_goes_to_standard_output_is_utf_8(around, speeches) -> None:
    assert around("fix", stdin=f"大家{NOISE}好！\n".encode())[:2] == (0, CLEAN)
    record = f'{{"text": "大家{NOISE}好！"}}\n'.encode()
    assert around("fix", "--field", "text", stdin=record)[1] == record.replace(NOISE.encode(), b"")
    status, out, _ = around("check", "目 录")
    assert status == 1
    assert "目 录/讲 话.txt:1:3: our-mark: “【本站首发】”".encode() in out
    assert rb"b\xff\xfe.txt:1:3" in out
    assert "目 录/讲 话.txt".encode() in around("detect", "目 录")[1]
    assert NOISE.encode() in around("fix", "--diff", "目 录")[1]
    assert "零宽字符".encode() in around("rules", "--lang", "zh")[1]
    assert NOISE.encode() in around("explain", f"大家{NOISE}好！")[1]


def test_what_is_wrong_is_lines_that_can_be_read(around, place) -> None:
    for arguments in (
        ("fix", "没有.txt"),
        ("修",),
        ("fix", "--to", "繁体"),
        ("fix", "--select", "广告"),
        ("restore", "x", "--journal", "没有"),
    ):
        status, out, err = around(*arguments)
        assert (status, out) == (2, b""), arguments
        assert err.endswith(b"\n")


def test_helps(around) -> None:
    for command in ((), ("fix",)):
        status, out, err = around(*command, "--help")
        assert (status, err) == (0, b"")
        assert b"--help" in out


CLOSED = [
    ("fix in", 0),
    ("fix --in-place in", 0),
    ("fix --diff clean", 0),
    ("check clean", 0),
    ("check in", 2),
    ("fix -o - in/a.txt", 2),
    ("detect in", 2),
    ("rules", 2),
    ("rules show ad", 2),
    ("config", 2),
    ("explain 好", 2),
    ("init -", 2),
    ("init x.toml", 0),
    ("fxi", 2),
]


@pytest.mark.parametrize(("command", "status"), CLOSED)
def test_standard_output_that_is_closed_matters_only_to_what_needs_it(shell, place, command, status) -> None:
    ran = shell(
        f"mkdir in clean; echo '大家{NOISE}好！' > in/a.txt; echo 好。 > clean/a.txt; speechclean {command} >&-"
    )
    assert ran.status == status
    assert ("standard output is closed" in ran.err) == (status == 2 and command != "fxi")


def test_everything_is_closed(shell, place) -> None:
    ran = shell(f"mkdir in; echo '大家{NOISE}好！' > in/a.txt; speechclean fix in <&- >&- 2>&-; echo $?")
    assert ran.out == b"0\n"
    assert (place / "cleaned" / "a.txt").read_bytes() == CLEAN


def test_output_that_is_redirected(shell, place) -> None:
    ran = shell(f"echo '大家{NOISE}好！' > 'a b.txt'; speechclean fix -o - 'a b.txt' > out 2> err; cat out err")
    assert ran.out == CLEAN + "1 file: 1 cleaned, 0 unchanged, 0 held, 0 failed · 6 characters removed\n".encode()
    ran = shell("speechclean check 'a b.txt' &> both; cat both")
    assert ran.out.splitlines()[0].startswith(b"a b.txt:1:3: our-mark")
