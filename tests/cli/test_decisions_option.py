"""`--decisions`: what was refused stays, and what is not found again is told."""

from __future__ import annotations

import json
from pathlib import Path

from speechclean import Cleaner, Settings
from speechclean.decisions import changes, dump

NOISE = "【本站首发】"


def refusals(path: Path):
    cleaner = Cleaner(Settings(rules=("own.toml",), select=("our-mark",)))
    return [change.refusal(str(path)) for change in changes(cleaner(path.read_bytes(), path=str(path)))]


def decide(*paths: str) -> str:
    Path("decisions.json").write_text(dump([r for path in paths for r in refusals(Path(path))], "speechclean 0"))
    return "decisions.json"


def test_fix_leaves_what_was_refused(run, texts) -> None:
    ran = run("fix", "in", "--decisions", decide("in/a.txt"), "--journal", "j.jsonl", "--verify")
    assert (ran.status, ran.err) == (
        0,
        "3 files: 1 cleaned, 2 unchanged, 0 held, 0 failed · 6 characters removed\n",
    )
    assert NOISE in Path("cleaned/a.txt").read_text(encoding="utf-8")
    assert NOISE not in Path("cleaned/deep/c.txt").read_text(encoding="utf-8")
    again = run("fix", "cleaned", "-o", "twice", "--decisions", "decisions.json")
    assert again.err == "3 files: 0 cleaned, 3 unchanged, 0 held, 0 failed · 0 characters removed\n"
    assert run("restore", "cleaned", "--journal", "j.jsonl", "-o", "back").status == 0
    assert Path("back/deep/c.txt").read_bytes() == Path("in/deep/c.txt").read_bytes()


def test_check_finds_nothing_in_what_was_refused(run, texts) -> None:
    ran = run("check", "in", "--decisions", decide("in/a.txt", "in/deep/c.txt"))
    assert (ran.status, ran.out) == (0, b"")


def test_the_configuration_names_decisions(run, texts) -> None:
    decide("in/a.txt", "in/deep/c.txt")
    with Path("speechclean.toml").open("a") as file:
        file.write('decisions = ["decisions.json"]\n')
    assert run("check", "in").status == 0
    assert run("fix", stdin="第一句话【本站首发】在这里。\n").out.decode() == "第一句话【本站首发】在这里。\n"


def test_what_matches_nothing_is_told(run, texts) -> None:
    decide("in/a.txt", "in/deep/c.txt")
    (texts / "a.txt").write_text("一篇完全不同的文章。\n", encoding="utf-8")
    ran = run("fix", "in/a.txt", "--decisions", "decisions.json")
    assert ran.status == 0
    assert ran.err.splitlines() == [
        f"speechclean: in/a.txt: 1 decision not found again in it: our-mark “{NOISE}”",
        "1 file: 0 cleaned, 1 unchanged, 0 held, 0 failed · 0 characters removed",
        "1 decision of files that were not read: in/deep/c.txt",
    ]


def test_malformed_decisions_are_a_clear_line(run, texts) -> None:
    Path("decisions.json").write_text('{"version": 1, "decisions": [{"path": 3}]}')
    ran = run("fix", "in", "--decisions", "decisions.json")
    assert ran.status == 2
    assert 'decisions.json: decision 1: "path" is missing or no string' in ran.err
    assert not Path("cleaned").exists()
    assert run("check", "in", "--decisions", "nothing.json").status == 2
    Path("report.json").write_text(json.dumps({"version": 1, "files": []}))
    assert "holds no decisions" in run("fix", "in", "--decisions", "report.json").err


def test_a_page_is_written(run, texts) -> None:
    ran = run("fix", "in", "in/none.txt", "--report", "review.html", "--decisions", decide("in/a.txt"))
    assert ran.status == 2
    page = Path("review.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert "in/deep/c.txt" in page
    assert "in/none.txt" in page


def test_a_page_of_records(run, texts) -> None:
    lines = '{"text": "第一句话【本站首发】在这里。"}\n{"text": "好。"}\n'
    assert run("fix", "--field", "text", "--report", "review.html", stdin=lines).status == 0
    assert "<stdin>:1" in Path("review.html").read_text(encoding="utf-8").replace("\\u003c", "<").replace(
        "\\u003e", ">"
    )


def test_records_are_known_by_their_numbers(run, texts) -> None:
    line = '{"a": "第一句话【本站首发】在这里。", "b": "又一句【本站首发】。"}\n'
    Path("in.jsonl").write_text(line * 3, encoding="utf-8")
    (refusal,) = refusals(Path("in/a.txt"))
    Path("decisions.json").write_text(dump([refusal._replace(path="in.jsonl:2")], "speechclean 0"))
    arguments = ("--field", "a", "--field", "b", "--decisions", "decisions.json", "--verify")
    ran = run("fix", "in.jsonl", "-o", "out", *arguments)
    assert ran.status == 0
    assert "decision" not in ran.err
    assert [NOISE in each for each in Path("out/in.jsonl").read_text(encoding="utf-8").splitlines()] == [
        False,
        True,
        False,
    ]
    assert Path("out/in.jsonl").read_text(encoding="utf-8").count(NOISE) == 1
    again = run("fix", "out/in.jsonl", "-o", "twice", *arguments)
    assert Path("twice/in.jsonl").read_bytes() == Path("out/in.jsonl").read_bytes(), again.err
    stream = run("fix", "--field", "a", "--stdin-filename", "in.jsonl", "--decisions", "decisions.json", stdin=line * 3)
    assert [NOISE in json.loads(each)["a"] for each in stream.text.splitlines()] == [False, True, False]
