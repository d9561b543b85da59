"""`fix --ask`: every change is shown and answered for; nothing else is made."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from speechclean.cli import _ask_files

NOISE = "【本站首发】"
QUESTION = "make this change? [y,n,a,d,r,q,?] "
GIVEN = f"一{NOISE}说。\n二{NOISE}说。\n\n\n\n三{NOISE}说。\n"


@pytest.fixture
def pages(place: Path) -> Path:
    (place / "in").mkdir()
    (place / "in" / "a.txt").write_text(GIVEN, encoding="utf-8")
    (place / "in" / "b.txt").write_text(f"四{NOISE}说謝謝。\n", encoding="utf-8")
    (place / "in" / "c.txt").write_text("没有什么可改。\n", encoding="utf-8")
    return place


@pytest.fixture
def asked(run, pages):
    """Run with answers, a letter each; what was asked, and what came out."""

    def ran(answers: str, *arguments: str):
        done = run("fix", "--ask", "in", *arguments, stdin="".join(f"{letter}\n" for letter in answers))
        shown = re.findall(r"^(in/\w\.txt)  (\d+/\d+)  (\d+:\d+)  ([a-z-]+)", done.err, re.MULTILINE)
        written = {path.name: path.read_text() for path in sorted(Path("cleaned").glob("*"))}
        return done, shown, written

    return ran


A = [
    ("1/4", "1:2", "our-mark"),
    ("2/4", "2:2", "our-mark"),
    ("3/4", "4:1", "layout-blank-lines"),
    ("4/4", "6:2", "our-mark"),
]
B = [("1/2", "1:2", "our-mark"), ("2/2", "1:9", "script-conversion")]
CLEAN_A, CLEAN_B = "一说。\n二说。\n\n三说。\n", "四说谢谢。\n"


def test_yes_to_everything_is_fix(asked) -> None:
    ran, shown, written = asked("yyyyyy")
    assert ran.status == 0
    assert [one[1:] for one in shown] == [*A, *B]
    assert written == {"a.txt": CLEAN_A, "b.txt": CLEAN_B, "c.txt": "没有什么可改。\n"}
    assert ran.err.endswith("3 files: 2 cleaned, 1 unchanged, 0 held, 0 failed · 24 characters removed\n")


def test_each_no_keeps_its_place(asked) -> None:
    _, _, written = asked("nynyny")
    assert written["a.txt"] == f"一{NOISE}说。\n二说。\n\n\n\n三说。\n"
    assert written["b.txt"] == f"四{NOISE}说谢谢。\n"


def test_no_to_everything_leaves_the_text(asked) -> None:
    ran, _, written = asked("dd")
    assert written == {path.name: path.read_text() for path in Path("in").iterdir()}
    assert "3 files: 0 cleaned, 3 unchanged" in ran.err


@pytest.mark.parametrize(
    ("answers", "a", "b", "questions"),
    [
        ("ad", CLEAN_A, f"四{NOISE}说謝謝。\n", 2),
        ("nay", f"一{NOISE}说。\n二说。\n\n三说。\n", CLEAN_B, 4),
        ("ryn", CLEAN_A, "四说謝謝。\n", 3),
        ("yda", f"一说。\n二{NOISE}说。\n\n\n\n三{NOISE}说。\n", CLEAN_B, 3),
    ],
)
def test_all_that_follow(asked, answers: str, a: str, b: str, questions: int) -> None:
    answers = "nayy" if answers == "nay" else answers
    ran, shown, written = asked(answers)
    assert ran.status == 0
    assert (written["a.txt"], written["b.txt"]) == (a, b)
    assert len(shown) == questions


@pytest.mark.parametrize("answers", ["ynq", "yn"])
def test_quitting_does_what_was_answered_and_leaves_the_rest(asked, answers: str) -> None:
    ran, shown, written = asked(answers, "--save-decisions", "d.json")
    assert ran.status == 0
    assert written == {"a.txt": f"一说。\n二{NOISE}说。\n\n\n\n三{NOISE}说。\n"}
    assert len(shown) == 3
    assert "not asked about, and left as they were: 2 files\n" in ran.err
    assert [one["ordinal"] for one in json.loads(Path("d.json").read_text())["decisions"]] == [1]


def test_quitting_at_once_writes_nothing(asked) -> None:
    ran, _, written = asked("")
    assert (ran.status, written) == (0, {})
    assert "left as they were: 3 files" in ran.err


def test_quitting_with_refusals_only_leaves_the_file_but_saves_them(asked) -> None:
    _, _, written = asked("nq", "--save-decisions", "d.json")
    assert written == {}
    assert len(json.loads(Path("d.json").read_text())["decisions"]) == 1


def test_what_was_refused_is_saved_and_honoured_by_the_next_run(asked, run) -> None:
    _, _, first = asked("nynyny", "--save-decisions", "d.json")
    assert run("fix", "in", "--decisions", "d.json", "-o", "again").status == 0
    assert {path.name: path.read_text() for path in Path("again").iterdir()} == first
    _, shown, _ = asked("yyy", "--decisions", "d.json", "--save-decisions", "d.json")
    assert [one[3] for one in shown] == ["our-mark", "our-mark", "script-conversion"]
    assert len(json.loads(Path("d.json").read_text())["decisions"]) == 3


def test_earlier_decisions_on_another_copy_hold_beside_new_ones(asked, run) -> None:
    asked("nyyyyy", "--save-decisions", "d.json")
    Path("in").rename("new")
    ran = run("fix", "--ask", "new/a.txt", "--decisions", "d.json", "-o", "out", stdin="n\ny\ny\n")
    assert ran.status == 0
    assert Path("out/a.txt").read_text() == f"一{NOISE}说。\n二{NOISE}说。\n\n三说。\n"


def test_what_was_done_before_is_asked_about_and_a_refusal_counts(asked, run) -> None:
    run("fix", "in")
    _, _, written = asked("nyyyyy")
    assert written["a.txt"] == f"一{NOISE}说。\n二说。\n\n三说。\n"
    run("fix", "in")
    assert Path("cleaned/a.txt").read_text() == CLEAN_A


def test_in_place_a_file_with_nothing_but_refusals_is_left_alone(run, pages) -> None:
    Path("in/a.txt").write_bytes(GIVEN.encode("gb18030"))
    before = Path("in/a.txt").stat()
    ran = run("fix", "--ask", "--in-place", "in", stdin="d\ny\ny\n")
    assert ran.err.endswith("3 files: 1 cleaned, 2 unchanged, 0 held, 0 failed · 6 characters removed\n")
    assert Path("in/a.txt").stat() == before
    assert Path("in/b.txt").read_text() == CLEAN_B
    run("restore", "--in-place", "in")
    assert Path("in/b.txt").read_text() == f"四{NOISE}说謝謝。\n"


def test_nothing_is_written_before_the_last_answer(asked, monkeypatch) -> None:
    def interrupted(*arguments: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(_ask_files, "show_question", interrupted)
    ran, _, written = asked("yyyyyy", "--save-decisions", "d.json")
    assert (ran.status, written) == (130, {})
    assert not Path("d.json").exists()


def test_a_file_that_changes_meanwhile_is_not_written(asked, monkeypatch) -> None:
    show = _ask_files.show_change

    def meddling(*arguments: object) -> None:
        show(*arguments)
        Path("in/a.txt").write_text("别的。\n")

    monkeypatch.setattr(_ask_files, "show_change", meddling)
    ran, _, written = asked("yyyyyy")
    assert ran.status == 2
    assert "in/a.txt: it changed while it was asked about; run again" in ran.err
    assert "a.txt" not in written


def test_what_a_refusal_uncovers_is_asked_about(run, place) -> None:
    text = "大家好。\n请加微信gongwen888领取更多范文。\n\n\n\n谢谢。\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    ran = run("fix", "--isolated", "--ask", "a.txt", stdin="n\n" * 50)
    assert ran.status == 0
    assert ran.err.count(QUESTION) >= 2
    assert Path("cleaned/a.txt").read_text() == text


def test_what_came_of_a_refused_change_is_not_made_and_told(run, place) -> None:
    text = f"大家好。\n\n{NOISE}\n\n谢谢。\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    ran = run("fix", "--ask", "a.txt", stdin="n\ny\n")
    assert "a.txt: not made, since it came of what was refused: 1 change\n" in ran.err
    assert Path("cleaned/a.txt").read_text() == text
    assert "not made" not in run("fix", "--ask", "a.txt", "--force", stdin="y\ny\n").err


def test_unreadable_files_are_told_and_the_others_asked_about(asked) -> None:
    Path("in/a.txt").write_bytes(b"\0\1\2\0")
    ran, shown, written = asked("yy", "in/a.txt", "nowhere.txt")
    assert ran.status == 2
    assert len(shown) == 2
    assert ran.err.count("failed") == 1
    assert set(written) == {"b.txt", "c.txt"}


def test_the_help_and_what_is_no_answer(asked) -> None:
    ran, _, written = asked("?x ｙYyyyy")
    assert written["b.txt"] == CLEAN_B
    assert ran.err.count("r - make it and all of this rule from now on, in all files") == 3


def test_a_change_is_shown_with_what_is_around_it(asked) -> None:
    ran, _, _ = asked("yyyyyy", "--color", "never")
    assert f"  …一[-{NOISE}-]说。⏎二" in ran.err
    assert "{+谢谢+}" in ran.err
    ran, _, _ = asked("yyyyyy", "--color", "always")
    assert f"一\x1b[9;31m{NOISE}\x1b[0m说。" in ran.err


def test_a_text_cannot_steer_the_terminal(run, place) -> None:
    Path("a.txt").write_text(f"好\x1b[2J{NOISE}说\x07。\n", encoding="utf-8")
    ran = run("fix", "--ask", "--select", "our-mark", "a.txt", stdin="y\n")
    assert "\\u001b[2J[-【本站首发】-]说\\u0007" in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--ask",), "--ask reads answers from standard input, so the text has to be in files"),
        (("--ask", "-"), "so the text has to be in files"),
        (("--ask", "--files-from", "-"), "so --files-from cannot"),
        (("in", "--save-decisions", "d.json"), "--save-decisions goes with --ask"),
        (("in", "--ask", "--save-decisions", "nowhere/d.json"), "nowhere is no directory"),
        (("in", "--ask", "--save-decisions", "own.toml"), "own.toml is no JSON"),
        (("r.jsonl", "--ask"), "--ask asks about texts"),
        (("in", "--ask", "-o", "-"), "-o - takes one file"),
    ],
)
def test_bad_command_lines(run, pages, arguments, said) -> None:
    Path("r.jsonl").write_text('{"text": "好"}\n')
    ran = run("fix", *arguments, stdin="y\n")
    assert ran.status == 2
    assert said in ran.err
    assert not Path("cleaned").exists()
    assert QUESTION not in ran.err


def test_answers_that_are_no_text(run, pages) -> None:
    assert run("fix", "--ask", "in/b.txt", stdin=b"\xff\xfe\ny\ny\n").status == 0
    assert Path("cleaned/b.txt").read_text() == CLEAN_B


def test_overrides_hold_while_asking(run, pages) -> None:
    with Path("speechclean.toml").open("a") as file:
        file.write('[[override]]\npaths = ["b.txt"]\nto = "keep"\n')
    ran = run("fix", "--ask", "in", "--jobs", "2", stdin="n\ny\ny\ny\ny\n")
    assert ran.err.count(QUESTION) == 5
    assert Path("cleaned/a.txt").read_text() == f"一{NOISE}说。\n二说。\n\n三说。\n"
    assert Path("cleaned/b.txt").read_text() == "四说謝謝。\n"


def test_at_a_terminal(pages) -> None:
    """A person at a terminal: the question is shown, a line answers it, colours are on."""
    ours, theirs = pty.openpty()
    source = str(Path(__file__).parents[2] / "src")
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    run = subprocess.Popen(
        [sys.executable, "-m", "speechclean", "fix", "--ask", "in/a.txt"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "PYTHONPATH": source, "TERM": "xterm", "LC_ALL": "C.UTF-8"},
    )
    os.close(theirs)
    shown = b""
    for answer in (b"y\n", b"n\n", b"a\n"):
        while b"make this change?" not in shown.rpartition(b"\n")[2]:
            shown += os.read(ours, 4096)
        os.write(ours, answer)
        while not shown.endswith(answer.replace(b"\n", b"\r\n")):
            shown += os.read(ours, 1)
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # the other side is closed
        pass
    assert run.wait(timeout=30) == 0
    os.close(ours)
    assert f"\x1b[9;31m{NOISE}\x1b[0m" in shown.decode()
    assert Path("cleaned/a.txt").read_text() == f"一说。\n二{NOISE}说。\n\n三说。\n"


def test_the_evidence_is_in_the_language_of_the_question(run, place) -> None:
    (place / "a.txt").write_text("他说……略……我们要抓好落实。\n", encoding="utf-8")
    ran = run("fix", "--ask", "a.txt", "--isolated", "--lang", "zh", stdin="y\n")
    assert "end-truncation (略去正文的标记)" in ran.err
    assert "做这处改动吗" in ran.err
