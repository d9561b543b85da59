"""`--jobs`: more processes change nothing but the time, and one that dies costs what it held."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from speechclean.cli import _workers
from speechclean.cli._workers import Jobs, Lost, cores, each

NOISE = "【本站首发】"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def tree(top: Path) -> dict[str, bytes]:
    return {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*.*")) if path.is_file()}


def double(number: int) -> tuple[int, int]:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 5 == 0:
        time.sleep(0.01)
    return number * 2, os.getpid()


def test_answers_come_in_order_from_several_processes() -> None:
    answers = [(task, answer[0]) for task, answer in each(double, iter(range(12)), Jobs(2, given=True))]
    assert answers == [(number, number * 2) for number in range(12)]


def test_one_that_dies_costs_its_task_alone() -> None:
    answers = [answer for _, answer in each(double, iter(range(40)), Jobs(2, given=True))]
    lost = [number for number, answer in enumerate(answers) if isinstance(answer, Lost)]
    assert lost == [13]
    assert answers[13].why == "the process that cleaned it died: it was killed by signal 9; run again"
    assert [answer[0] for number, answer in enumerate(answers) if number != 13] == [n * 2 for n in range(40) if n != 13]


def test_large_tasks_and_answers_do_not_wait_for_each_other() -> None:
    tasks = [bytes([number]) * 3_000_000 for number in range(12)]
    assert [answer for _, answer in each(bytes.lower, iter(tasks), Jobs(2, given=True))] == [t.lower() for t in tasks]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="pipes are no sockets here")
def test_a_pipe_holds_more_than_it_would() -> None:
    from multiprocessing import Pipe

    from speechclean.cli._crew import _widen

    def room() -> int:
        with socket.fromfd(near.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as ends:
            return ends.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)

    near, far = Pipe()
    with near, far:
        before = room()
        _widen(near)
        assert room() > before
        near.send(b"still there")
        assert far.recv() == b"still there"


def test_no_more_tasks_are_read_than_can_be_held() -> None:
    read = []
    answers = each(double, (read.append(n) or n for n in range(1000, 2000)), Jobs(2, given=True))
    for _ in range(3):
        next(answers)
    assert len(read) <= 12
    answers.close()


def test_little_work_stays_in_this_process(monkeypatch) -> None:
    def here(number: int) -> int:
        return os.getpid()

    assert {answer for _, answer in each(here, range(9), Jobs(2, given=False))} == {os.getpid()}
    monkeypatch.setattr(_workers, "PATIENCE", 0.0)
    pids = [answer for _, answer in each(here, range(9), Jobs(2, given=False))]
    assert pids[0] == os.getpid()
    assert os.getpid() not in pids[1:]
    assert Jobs.of(None) == Jobs(cores(), given=False)


@pytest.fixture
def many(place: Path) -> Path:
    (place / "in" / "deep").mkdir(parents=True)
    for number in range(150):
        (place / "in" / f"{number:03}.txt").write_text(f"國家第{number}個{NOISE}人。\n" * 9, encoding="utf-8")
    (place / "in" / "deep" / "gbk.txt").write_bytes(f"第一句{NOISE}话\r\n在这里。".encode("gb18030"))
    (place / "in" / "deep" / "binary.txt").write_bytes(b"\0\0\0\1")
    (place / "in" / "deep" / "odd.txt").write_bytes("好".encode() + b"\xed\xa0\xbd" + "。\n".encode())
    return place / "in"


def test_two_do_what_one_does(run, many, place) -> None:
    ran = {}
    for jobs in "12":
        more = ("--journal", f"{jobs}.journal", "--report", f"{jobs}.json", "--jobs", jobs)
        ran[jobs] = run("fix", "in", "in/deep/binary.txt", "nowhere.txt", "-o", f"out{jobs}", *more)
        assert ran[jobs].status == 2
    assert ran["1"] == ran["2"]
    assert tree(place / "out1") == tree(place / "out2")
    assert len(tree(place / "out1")) == 152
    journals = [Path(f"{jobs}.journal").read_text().replace(f"out{jobs}", "out") for jobs in "12"]
    assert journals[0] == journals[1]
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()
    assert run("fix", "in", "--diff", "--jobs", "1") == run("fix", "in", "--diff", "--jobs", "2")


def test_in_place_and_back(run, many) -> None:
    (many / "deep" / "binary.txt").unlink()
    before = tree(many)
    assert run("fix", "in", "--in-place", "--jobs", "2").status == 0
    assert NOISE.encode() not in b"".join(tree(many).values())
    assert run("restore", "in", "--in-place").status == 0
    assert tree(many) == before


def test_a_pattern_that_runs_out_of_time_fails_alike(run, place, texts) -> None:
    own = '[[rule]]\nname = "our-slow"\nkind = "regex"\npattern = "(a|aa)+(a|aa)+(a|aa)+b"\nunsafe = true\n'
    Path("slow.toml").write_text(own, encoding="utf-8")
    (texts / "s.txt").write_text("a" * 5000 + "\n")
    more = ("--rules", "slow.toml", "--select", "our-slow")
    alone, together = (run("fix", "in", "-o", f"o{jobs}", "--jobs", jobs, *more) for jobs in "12")
    assert alone == together


def workers_of(process: subprocess.Popen) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def begun(place: Path, *more: str) -> tuple[subprocess.Popen, list[int]]:
    """A run of two workers over many files that has begun to write, and its workers."""
    (place / "in").mkdir()
    for number in range(4000):
        (place / "in" / f"{number:04}.txt").write_text(f"第{number}个{NOISE}人。\n" * 20)
    command = [sys.executable, "-m", "speechclean", "fix", "in", "--jobs", "2", *more]
    process = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE)
    for _ in range(600):
        if (place / "cleaned" / "0010.txt").exists() and len(workers_of(process)) == 2:
            return process, workers_of(process)
        time.sleep(0.01)
    raise AssertionError("it never began")


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc")


@needs_proc
def test_a_worker_that_is_killed(place) -> None:
    process, workers = begun(place, "--journal", "j")
    os.kill(workers[0], signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    lines = err.decode().splitlines()
    lost = [line for line in lines if "the process that cleaned it died: it was killed by signal 9; run again" in line]
    assert 1 <= len(lost) <= 64
    assert len(lines) == len(lost) + 1
    assert f" {len(lost)} failed" in lines[-1]
    done = list((place / "cleaned").glob("*.txt"))
    assert len(done) == 4000 - len(lost)
    assert all(NOISE not in path.read_text() for path in done)
    assert len((place / "j").read_text().splitlines()) == len(done)


@needs_proc
def test_ctrl_c_ends_all(place) -> None:
    process, workers = begun(place, "--journal", "j")
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, err = process.communicate(timeout=30)
    assert time.monotonic() - began < 3
    assert process.returncode == 130
    assert err.decode().strip().startswith("speechclean: interrupted")
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert not list(place.rglob("*.tmp"))
    assert all(path.read_text().endswith("人。\n") for path in (place / "cleaned").glob("*.txt"))
    assert all(json.loads(line) for line in (place / "j").read_text().splitlines())


@needs_proc
def test_no_worker_outlives_a_run_that_is_killed(place) -> None:
    process, workers = begun(place, "--journal", "j")
    process.kill()
    process.communicate(timeout=30)
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.02)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def test_jobs_are_at_least_one(run) -> None:
    assert run("fix", "--jobs", "0").status == 2
