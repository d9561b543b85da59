"""A second run does what is new, changed or failed; a killed one is gone on with, to the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOISE = "【本站首发】"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def tree(top: str) -> dict[str, bytes]:
    return {str(path.relative_to(top)): path.read_bytes() for path in sorted(Path(top).rglob("*")) if path.is_file()}


def mtimes(top: str) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in Path(top).rglob("*.*")}


@pytest.fixture(params=["1", "2"])
def jobs(request) -> tuple[str, str]:
    return ("--jobs", request.param)


def test_a_second_run_does_nothing(run, texts, jobs) -> None:
    first = run("fix", "in", *jobs, "--journal", "j")
    before, journal = mtimes("cleaned"), Path("j").read_bytes()
    second = run("fix", "in", *jobs, "--journal", "j")
    assert second.status == 0
    assert second.err == first.err.replace("removed\n", "removed · 3 done before\n")
    assert mtimes("cleaned") == before
    assert Path("j").read_bytes() == journal
    assert sorted(tree("cleaned")) == ["a.txt", "b.txt", "deep/c.txt"]


def test_what_a_killed_run_wrote_of_changed_inputs_was_no_hand(run, texts, jobs) -> None:
    """It was killed behind the texts of a group, before they were noted."""
    assert run("fix", "in", *jobs).status == 0
    notes = next(Path(".speechclean/manifest").iterdir())
    before = notes.read_bytes()
    for name in ("a.txt", "b.txt"):
        (texts / name).write_text(f"又改了{NOISE}。\n")
    assert run("fix", "in", *jobs).status == 0
    notes.write_bytes(before)
    Path("cleaned/b.txt").write_text("是人改的。\n")
    ran = run("fix", "in", *jobs)
    assert ran.status == 2
    assert "3 files: 2 cleaned, 0 unchanged, 0 held, 1 failed" in ran.err
    assert "cleaned/b.txt was changed by hand" in ran.err
    assert tree("cleaned")["a.txt"].decode() == "又改了。\n"
    assert "1 failed · 12 characters removed · 2 done before" in run("fix", "in", *jobs).err


def test_what_is_new_changed_gone_or_failed_is_done(run, texts, jobs) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\0\1")
    assert run("fix", "in", "in/bad.txt", *jobs).status == 2
    before = mtimes("cleaned")
    (texts / "bad.txt").write_text(f"不壞{NOISE}了。\n")
    (texts / "new.txt").write_text(f"新{NOISE}的。\n")
    (texts / "a.txt").write_text(f"改了{NOISE}。\n")
    Path("cleaned/deep/c.txt").unlink()
    ran = run("fix", "in", "in/bad.txt", *jobs)
    assert ran.status == 0
    assert "5 files: 4 cleaned, 1 unchanged, 0 held, 0 failed" in ran.err
    assert ran.err.endswith("1 done before\n")
    assert tree("cleaned")["a.txt"].decode() == "改了。\n"
    assert {path for path, time in mtimes("cleaned").items() if before.get(path) == time} == {"cleaned/b.txt"}


@pytest.mark.parametrize(
    "more",
    [("--to", "keep"), ("--gaps", "mark"), ("--journal", "j"), ("--verify",), ("--select", "our-mark"), ("--force",)],
)
def test_other_settings_are_another_run(run, texts, more) -> None:
    run("fix", "in")
    assert "done before" not in run("fix", "in", *more).err
    if more[0] != "--force":
        assert "3 done before" in run("fix", "in", *more).err


def test_rules_that_changed_are_another_run(run, texts) -> None:
    run("fix", "in")
    own = Path("own.toml")
    own.write_text(own.read_text(encoding="utf-8").replace("nothing of ours", "nothing"), encoding="utf-8")
    assert "done before" not in run("fix", "in").err


def test_a_journal_that_was_deleted_is_written_again(run, texts) -> None:
    run("fix", "in", "--journal", "j")
    whole = Path("j").read_bytes()
    Path("j").unlink()
    assert "done before" not in run("fix", "in", "--journal", "j").err
    assert Path("j").read_bytes() == whole


def test_a_text_changed_by_hand_is_left(run, texts, jobs) -> None:
    run("fix", "in", *jobs)
    mine = Path("cleaned/a.txt")
    mine.write_text("我改的。\n")
    ran = run("fix", "in", *jobs)
    assert ran.status == 0
    assert "cleaned/a.txt: changed by hand since it was written; left as it is (--force)\n" in ran.err
    (texts / "a.txt").write_text(f"新的{NOISE}原文。\n")
    ran = run("fix", "in", *jobs)
    assert ran.status == 2
    assert "in/a.txt: cleaned/a.txt was changed by hand since it was written" in ran.err
    assert mine.read_text() == "我改的。\n"
    assert run("fix", "in", "--force", *jobs).status == 0
    assert mine.read_text() == "新的原文。\n"
    os.utime(mine)
    assert "3 done before" in run("fix", "in", *jobs).err


def test_a_report_tells_of_all(run, texts) -> None:
    run("fix", "in", "--journal", "j", "--report", "1.json")
    journal, before = Path("j").read_bytes(), mtimes("cleaned")
    run("fix", "in", "--journal", "j", "--report", "2.json")
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()
    assert Path("j").read_bytes() == journal
    assert mtimes("cleaned") == before


def test_in_place_too(run, texts) -> None:
    given = tree("in")
    run("fix", "in", "--in-place")
    journal = Path(".speechclean/journal.jsonl").read_bytes()
    assert "3 done before" in run("fix", "in", "--in-place").err
    assert Path(".speechclean/journal.jsonl").read_bytes() == journal
    assert run("restore", "in", "--in-place").status == 0
    assert tree("in") == given
    assert "1 done before" in run("fix", "in", "--in-place").err
    assert NOISE.encode() not in b"".join(tree("in").values())


def test_held_texts_are_held_still(run, place) -> None:
    Path("a.txt").write_text(("这是正文里的一句话，" + NOISE * 10) * 60)
    assert run("fix", "a.txt", "--fail-on", "held").status == 2
    assert run("fix", "a.txt", "--fail-on", "held").status == 2


def test_record_files_are_done_once(run, place) -> None:
    Path("a.jsonl.gz").write_bytes(gzip.compress(f'{{"text": "好{NOISE}。"}}\n{{"text": "好。"}}\n'.encode()))
    Path("b.jsonl").write_text('{"text": 1}\n')
    first = run("fix", "a.jsonl.gz", "b.jsonl")
    before = mtimes("cleaned")
    second = run("fix", "a.jsonl.gz", "b.jsonl")
    assert second.err == first.err.replace("removed\n", "removed · 2 done before\n")
    assert mtimes("cleaned")["cleaned/a.jsonl.gz"] == before["cleaned/a.jsonl.gz"]
    assert "done before" not in run("fix", "a.jsonl.gz", "--field", "text,more").err


def test_two_runs_into_one_directory_do_not_hinder_each_other(run, texts, place) -> None:
    from speechclean.storage.manifest import Manifest, name
    from speechclean.storage.outputs import FOLDER

    other = Manifest(place / FOLDER / name(place / "cleaned"), "", None)
    assert run("fix", "in").status == 0
    other.file.close()


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "speechclean", "fix", "in", "--jobs", "2", *more]


@pytest.mark.parametrize("kind", ["texts", "records", "in place", "records in place"])
def test_killed_at_any_moment(place, kind: str) -> None:
    """As often as it is killed, the run ends in the bytes, and the journal, of one that nobody disturbed."""
    dice = random.Random(kind)
    (place / "in").mkdir()
    for number in range(8 if kind.startswith("records") else 600):
        text = f"第{number}個{NOISE}人。\n" * 20
        if kind.startswith("records"):
            lines = [json.dumps({"id": n, "text": f"{n}{text}"}, ensure_ascii=False) + "\n" for n in range(200)]
            (place / "in" / f"{number}.jsonl").write_text("".join(lines))
        else:
            (place / "in" / f"{number:04}.txt").write_text(text)
    more = ("--in-place",) if kind.endswith("in place") else ()
    more += ("--field", "text") if kind.startswith("records") else ()
    given = tree("in")
    output = "in" if kind.endswith("in place") else "cleaned"
    journal = place / "j"

    def clear() -> None:
        subprocess.run(["rm", "-rf", "cleaned", ".speechclean", "j"], check=True)
        for name, data in given.items():
            (place / "in" / name).write_bytes(data)

    assert subprocess.run([*command(*more), "--journal", "j"], env=ENVIRONMENT, check=False).returncode == 0
    wanted, records = tree(output), journal.read_bytes()
    clear()
    for share in sorted(dice.uniform(0, 0.9) for _ in range(4)):
        process = subprocess.Popen([*command(*more), "--journal", "j"], env=ENVIRONMENT, start_new_session=True)
        while not journal.exists() or journal.stat().st_size <= share * len(records):
            assert process.poll() is None
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if not kind.endswith("in place"):
            assert all(wanted[name] == data for name, data in tree(output).items() if not name.endswith(".tmp"))
    assert subprocess.run([*command(*more), "--journal", "j"], env=ENVIRONMENT, check=False).returncode == 0
    assert tree(output) == wanted
    assert journal.read_bytes() == records


def test_what_a_pipe_gives_is_read_once_and_is_no_earlier_text(shell) -> None:
    """A shell gives every pipe of a command the same name."""
    assert shell(f"speechclean fix <(printf '第一句{NOISE}话。\\n')").status == 0
    (written,) = Path("cleaned").iterdir()
    assert written.read_text(encoding="utf-8") == "第一句话。\n"
    ran = shell(f"speechclean fix <(printf '别的{NOISE}话，长一些。\\n')")
    assert ran.status == 0
    assert "1 cleaned" in ran.err
    assert "done before" not in ran.err
    assert written.read_text(encoding="utf-8") == "别的话，长一些。\n"


def test_what_only_a_deleted_journal_tells_of_is_done_again_in_place(run, place) -> None:
    """The new journal is as long as the old one was, and at its path."""
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(f"第{name[0]}句{NOISE}话。\n", encoding="utf-8")
    original = Path("a.txt").read_bytes()
    run("fix", "a.txt", "--in-place")
    run("restore", "a.txt", "--in-place")
    Path(".speechclean/journal.jsonl").unlink()
    run("fix", "b.txt", "--in-place")
    assert "done before" not in run("fix", "a.txt", "--in-place").err
    assert run("restore", "a.txt", "--in-place").status == 0
    assert Path("a.txt").read_bytes() == original


@pytest.mark.parametrize("between", [("t.txt",), ("s.txt",), ("t.txt", "-o", "elsewhere")])
def test_what_only_a_deleted_journal_tells_of_is_done_again(run, place, between) -> None:
    """Whatever the journal that came after it tells of, by the same first record or by a run into another directory."""
    for name in ("s.txt", "t.txt", "u.txt"):
        Path(name).write_text(f"第{name[0]}句{NOISE}话。\n", encoding="utf-8")
    run("fix", "s.txt", "u.txt", "--journal", "j")
    Path("j").unlink()
    run("fix", *between, "--journal", "j")
    assert run("fix", "s.txt", "t.txt", "u.txt", "--journal", "j").status == 0
    assert run("restore", "cleaned", "--journal", "j").status == 0
    assert tree("restored") == {name: Path(name).read_bytes() for name in ("s.txt", "t.txt", "u.txt")}
    assert "3 done before" in run("fix", "s.txt", "t.txt", "u.txt", "--journal", "j").err


def test_only_what_a_killed_run_left_is_swept_away(run, texts) -> None:
    """Other programs write temporary files with a number in their names, too."""
    run("fix", "in", "--in-place")
    notes = next(Path(".speechclean/manifest").iterdir())
    notes.write_bytes(notes.read_bytes().replace(b'{"end":true}\n', b""))
    gone = texts / ".a.txt.99999999.speechclean.tmp"
    others = [texts / name for name in (".a.txt.99999999.tmp", ".draft.12.tmp", ".a.speechclean.tmp")]
    for path in (gone, *others):
        path.write_bytes(b"half")
    (texts / "b.txt").write_text(f"又{NOISE}。\n", encoding="utf-8")
    assert run("fix", "in", "--in-place").status == 0
    assert not gone.exists()
    assert all(path.exists() for path in others)


def test_other_versions_of_what_decides_are_another_run(run, texts, monkeypatch, tmp_path_factory) -> None:
    run("fix", "in")
    assert "3 done before" in run("fix", "in").err
    other = tmp_path_factory.mktemp("site")
    (other / "opencc-99.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(other))
    assert "done before" not in run("fix", "in").err
