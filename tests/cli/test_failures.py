"""Whatever the system does to a run: one clear line, the right exit status, nothing half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOISE = "【本站首发】"
LIMIT = "ulimit -f 8"
"""Files may grow to 8 kB: a disk that is full."""


def leftovers(top: Path) -> list[Path]:
    return [path for path in top.rglob("*.tmp") if path.is_file()]


def test_standard_input_that_is_closed(shell) -> None:
    assert shell("speechclean fix <&-") == (0, b"", "")
    assert shell("speechclean fix --field text <&-") == (0, b"", "")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="nothing that refuses to be read")
def test_standard_input_that_cannot_be_read(shell) -> None:
    ran = shell("speechclean fix < /proc/self/mem")
    assert (ran.status, ran.err) == (2, "speechclean: <stdin>: Input/output error\n")
    ran = shell("speechclean fix --field text < /proc/self/mem")
    assert (ran.status, ran.err) == (2, "speechclean: <stdin>: Input/output error\n")


def test_standard_error_that_is_closed(shell, texts) -> None:
    assert shell("speechclean fix in nowhere 2>&-").status == 2
    assert shell("speechclean fix in 2>&-").status == 0


def test_a_full_disk(shell, place) -> None:
    (place / "in").mkdir()
    (place / "in" / "big.txt").write_text(f"大家{NOISE}好！\n" + "今天天气很好，我们都很高兴。\n" * 2000)
    (place / "in" / "small.txt").write_text(f"大家{NOISE}好！\n")
    ran = shell(f"{LIMIT}; speechclean fix in")
    assert ran.status == 2
    assert "speechclean: in/big.txt: cleaned/big.txt: File too large" in ran.err
    assert (place / "cleaned" / "small.txt").read_text() == "大家好！\n"
    assert not (place / "cleaned" / "big.txt").exists()
    assert not leftovers(place)


def test_a_full_disk_in_place(shell, place) -> None:
    text = f"大家{NOISE}好！\n" + "今天天气很好，我们都很高兴。\n" * 2000
    (place / "big.txt").write_text(text)
    ran = shell(f"{LIMIT}; speechclean fix --in-place big.txt")
    assert ran.status == 2
    assert (place / "big.txt").read_text() == text
    assert not leftovers(place)


def test_a_journal_on_a_full_disk_keeps_whole_lines(shell, place) -> None:
    (place / "in").mkdir()
    for number in range(40):
        (place / "in" / f"{number:02}.txt").write_text(f"第{number}个{NOISE}人。\n")
    ran = shell(f"{LIMIT}; speechclean fix in --in-place")
    assert ran.status == 2
    assert "nothing was written without a record" in ran.err
    lines = (place / ".speechclean" / "journal.jsonl").read_text().splitlines()
    assert 0 < len([json.loads(line) for line in lines]) < 40
    changed = [path for path in (place / "in").iterdir() if NOISE not in path.read_text()]
    assert len(changed) == len(lines)
    assert shell("speechclean restore in --in-place").status == 2
    assert all(NOISE in path.read_text() for path in (place / "in").iterdir())


def test_a_parquet_file_whose_journal_fills_the_disk(shell, place) -> None:
    """No half of it is ended by pyarrow when it is collected, which fails and tells so on its own."""
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow as pa

    parquet.write_table(pa.table({"text": [f"第{n}个{NOISE}人。" for n in range(20_000)]}), place / "a.parquet")
    for jobs in ("1", "2"):
        ran = shell(f"ulimit -f 4000; speechclean fix a.parquet --journal j{jobs} --jobs {jobs}")
        assert ran.status == 2
        assert "nothing was written without a record" in ran.err
        assert not list((place / "cleaned").iterdir())


def test_a_manifest_on_a_full_disk(shell, place) -> None:
    """Notes for the next run are no reason to leave files undone, nor to write over what was changed by hand."""
    (place / "in").mkdir()
    for number in range(9):
        (place / "in" / f"{number}.txt").write_text(f"第{number}个{NOISE}人。\n")
    assert shell("speechclean fix in").status == 0
    (place / "cleaned" / "8.txt").write_text("改过的。\n")
    notes = next((place / ".speechclean" / "manifest").iterdir())
    notes.write_bytes(notes.read_bytes() + b"{}\n" * 3000)
    for number in range(8):
        (place / "in" / f"{number}.txt").write_text(f"这是第{number}个{NOISE}人。\n")
    for jobs in ("1", "2"):
        ran = shell(f"{LIMIT}; speechclean fix in --jobs {jobs}")
        assert ran.status == 0
        assert ran.err.count("File too large; what is done from here on is not noted") == 1
        assert "9 files: 9 cleaned" in ran.err
        assert (place / "cleaned" / "0.txt").read_text() == "这是第0个人。\n"
        assert (place / "cleaned" / "8.txt").read_text() == "改过的。\n"


def test_a_report_on_a_full_disk(shell, place) -> None:
    (place / "a.txt").write_text(f"大家{NOISE}好！\n" * 200)
    ran = shell(f"{LIMIT}; speechclean fix --report r.json --max-removal 1 a.txt")
    assert ran.status == 2
    assert "r.json: File too large" in ran.err
    assert not (place / "r.json").exists()
    assert not leftovers(place)


def test_ctrl_c_half_way(place) -> None:
    (place / "in").mkdir()
    for number in range(3000):
        (place / "in" / f"{number:04}.txt").write_text(f"第{number}个{NOISE}人。\n" * 20)
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", "fix", "in", "--journal", "j", "--report", "r.json"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        stderr=subprocess.PIPE,
    )
    for _ in range(600):
        if (place / "cleaned" / "0010.txt").exists():
            break
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    told = "interrupted; the files that were written are whole, and the same command does the rest"
    assert err.decode().strip() == f"speechclean: {told}"
    assert b"Traceback" not in err
    done = sorted((place / "cleaned").iterdir())
    assert 10 < len(done) < 3000
    assert not leftovers(place)
    assert all(path.read_text().endswith("人。\n") for path in done)
    assert all(json.loads(line) for line in (place / "j").read_text().splitlines())
    assert not (place / "r.json").exists()


@pytest.mark.parametrize("line", ["fix", "fix --field text", "check", "detect"])
def test_ctrl_c_speaks_of_no_files_where_none_are_written(place, line: str) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", *line.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdin
    run.stdin.write(b'{"text": "')
    run.stdin.flush()
    time.sleep(1)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert err.decode().strip() == "speechclean: interrupted"


def test_a_request_to_end_leaves_no_temporary_file(place) -> None:
    (place / "in").mkdir()
    for number in range(3000):
        (place / "in" / f"{number:04}.txt").write_text("好。\n")
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", "fix", "in"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        stderr=subprocess.PIPE,
    )
    for _ in range(600):
        if (place / "cleaned" / "0010.txt").exists():
            break
        time.sleep(0.02)
    run.terminate()
    _, err = run.communicate(timeout=30)
    assert run.returncode == 128 + signal.SIGTERM
    assert err == b""
    assert not leftovers(place)


def test_two_runs_do_not_write_one_journal(run, texts, place) -> None:
    from speechclean.storage.append import Writer

    with Writer(place / "j"):
        ran = run("fix", "in", "--journal", "j")
    assert ran.status == 2
    assert "another run is writing to this journal" in ran.err
    assert not (place / "cleaned" / "a.txt").exists()


def test_a_file_that_cannot_be_read(run, texts, monkeypatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    for command in ("fix", "check", "detect"):
        ran = run(command, "in")
        assert ran.status == 2
        assert ran.err.startswith("speechclean: in/a.txt: Permission denied\n")
    assert Path("cleaned/b.txt").exists()


def test_a_directory_that_cannot_be_listed(run, texts, monkeypatch) -> None:
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ran = run("fix", "in")
    assert ran.status == 2
    assert "speechclean: in/deep: Permission denied\n" in ran.err
    assert ran.err.endswith("3 files: 1 cleaned, 1 unchanged, 0 held, 1 failed · 6 characters removed\n")


def test_an_output_that_is_read_only(run, texts, monkeypatch) -> None:
    Path("out").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    ran = run("fix", "in", "-o", "out")
    assert ran.status == 2
    assert "the output directory out cannot be written to" in ran.err


def test_a_defect_of_ours_costs_one_file(run, texts, monkeypatch) -> None:
    from speechclean.core.result import Result

    def broken(self):
        if "第一" in self.text:
            raise RuntimeError("no such luck")
        return self.given

    monkeypatch.setattr(Result, "restore", broken)
    ran = run("fix", "in")
    assert ran.status == 2
    assert "in/a.txt: internal error, please report it: RuntimeError: no such luck" in ran.err
    assert not Path("cleaned/a.txt").exists()
    assert Path("cleaned/deep/c.txt").exists()


def test_memory_that_ends_where_no_file_is_to_blame(run, monkeypatch) -> None:
    """As behind a line of records that never ends."""

    def end(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("speechclean.cli.app.main", end)
    ran = run("fix")
    assert (ran.status, ran.err) == (2, "speechclean: there is not enough memory for it\n")


def test_what_cannot_be_undone_is_not_written(run, texts, monkeypatch) -> None:
    from speechclean.core.result import Result

    monkeypatch.setattr(Result, "restore", lambda _: b"something else")
    ran = run("fix", "in/a.txt")
    assert ran.status == 2
    assert "cannot be proved to be undone" in ran.err
    assert not Path("cleaned/a.txt").exists()


def test_a_second_run_that_finds_something_is_refused_by_verify(run, texts) -> None:
    Path("own.toml").write_text('[[rule]]\nname = "our-run"\nkind = "regex"\npattern = "^甲"\n', encoding="utf-8")
    ran = run("fix", "--verify", "--select", "our-run", stdin="甲甲甲好。\n")
    if ran.status:  # a rule may settle by itself
        assert "a second run would change the text again" in ran.err
        assert ran.out == b""


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk", "LC_ALL": "C.UTF-8"}],
    ids=["ascii", "gbk"],
)
def test_locales(shell, place, environment: dict[str, str]) -> None:
    (place / "in").mkdir()
    (place / "in" / "标题.txt").write_text(f"大家{NOISE}好！\n", encoding="utf-8")
    assert shell("speechclean fix < in/标题.txt", **environment).out == "大家好！\n".encode()
    assert shell("speechclean fix in", **environment).status == 0
    assert (place / "cleaned" / "标题.txt").read_text(encoding="utf-8") == "大家好！\n"
    ran = shell("speechclean check in", **environment)
    assert ran.out.decode().startswith(f"in/标题.txt:1:3: our-mark: “{NOISE}”")
    for line in ("--help", "explain 好"):
        assert shell(f"speechclean {line}", **environment).status == 0
    assert shell("speechclean fix 没有.txt --no-such", **environment).status == 2


def test_names_that_are_no_text(shell, place) -> None:
    name = b"in/\xff\xfe\x1b[31m.txt"
    (place / "in").mkdir()
    (place / os.fsdecode(name)).write_text(f"大家{NOISE}好！\n")
    ran = shell("speechclean fix in --journal j --report r.json")
    assert ran.status == 0
    assert [path.name for path in (place / "cleaned").iterdir()] == [os.fsdecode(name[3:])]
    assert json.loads((place / "r.json").read_text())["files"][0]["path"] == os.fsdecode(name)
    ran = shell("speechclean check in")
    assert ran.out.startswith(rb"in/\xff\xfe\x1b[31m.txt:1:3: our-mark")
    ran = shell("speechclean restore cleaned --journal j")
    assert ran.status == 0
    assert [path.name for path in (place / "restored").iterdir()] == [os.fsdecode(name[3:])]
    ran = shell("rm in/*; ln -s nowhere in/$'\\xff'.txt; speechclean fix in/*")
    assert ran.err.startswith("speechclean: in/\\xff.txt: no such file or directory\n")


def test_a_fifo_is_read_when_named_and_passed_over_in_a_walk(shell, place) -> None:
    ran = shell(
        f"mkdir in; mkfifo in/pipe.txt; speechclean fix in; (echo 大家{NOISE}好！ > in/pipe.txt &); speechclean fix in/pipe.txt"
    )
    assert ran.status == 0
    assert "nothing to do" in ran.err
    assert (place / "cleaned" / "pipe.txt").read_text() == "大家好！\n"
