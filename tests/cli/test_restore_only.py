"""`restore --only` and `restore --list`: a part of what went comes back, the rest stays clean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NOISE = "〔甲乙〕"
"""What our own rule takes here: nothing that the judge of ads would look at."""
PAGE = f"乡亲们{NOISE}：\r\n我县作出新的更大贡献。防断更加微信1503991601\r\n\r\n\r\n\r\n謝謝大家！\r\n"
CLEAN = "乡亲们：\r\n我县作出新的更大贡献。\r\n\r\n谢谢大家！\r\n"
RULES = ("--select", "our-mark,ad,script,layout")


@pytest.fixture(autouse=True)
def own(place) -> None:
    rules = Path("own.toml").read_text(encoding="utf-8")
    Path("own.toml").write_text(rules.replace("【本站首发】", NOISE), encoding="utf-8")


@pytest.fixture
def page(run, place) -> Path:
    """A cleaned page; the original was GB18030 and had noise of four kinds."""
    Path("in").mkdir()
    Path("in/a.txt").write_bytes(PAGE.encode("gb18030"))
    Path("in/b.txt").write_text("这里没有什么可改。\n", encoding="utf-8")
    assert run("fix", "in", "--journal", "j", *RULES).status == 0
    assert Path("cleaned/a.txt").read_bytes() == CLEAN.encode()
    return Path("cleaned/a.txt")


def back(run, *names: str) -> str:
    ran = run("restore", "cleaned/a.txt", "-o", "-", "--journal", "j", "--only", ",".join(names))
    assert (ran.status, ran.err.count("\n")) == (0, 1)
    return ran.text


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["our-mark"], CLEAN.replace("：", f"{NOISE}：")),
        (["ad"], CLEAN.replace("贡献。", "贡献。防断更加微信1503991601")),
        (["ad", "our-mark"], CLEAN.replace("：", f"{NOISE}：").replace("贡献。", "贡献。防断更加微信1503991601")),
        (["script-conversion"], CLEAN.replace("谢谢", "謝謝")),
        (["script"], CLEAN.replace("谢谢", "謝謝")),
        (["layout-blank-lines"], CLEAN.replace("\r\n\r\n", "\r\n\r\n\r\n\r\n")),
        (["all"], PAGE),
        (["ends"], CLEAN),
    ],
)
def test_what_the_named_rules_did_comes_back_as_utf_8(run, page, names, expected) -> None:
    assert back(run, *names) == expected


def test_files_are_written_and_journaled_so_that_they_can_go_back_further(run, page) -> None:
    ran = run("restore", "cleaned", "--journal", "j", "--only", "ad", "-o", "partly")
    assert (ran.status, ran.err) == (0, "2 files: 1 restored, 1 unchanged, 0 failed\n")
    assert "防断更" in Path("partly/a.txt").read_text(encoding="utf-8")
    assert run("restore", "partly", "--journal", "j").status == 0
    assert Path("restored/a.txt").read_bytes() == PAGE.encode("gb18030")


def test_in_place_one_rule_after_the_other_and_all_the_way(run, page) -> None:
    steps = [("our-mark", f"{NOISE}："), ("ad", "贡献。防断更加微信1503991601"), ("script", "謝謝")]
    for rule, there in steps:
        run("restore", "cleaned/a.txt", "--in-place", "--journal", "j", "--only", rule)
        assert there in page.read_bytes().decode()
    size = Path("j").stat().st_size
    assert run("restore", "cleaned", "--in-place", "--journal", "j", "--only", "ad").err.startswith(
        "2 files: 0 restored"
    )
    assert Path("j").stat().st_size == size
    run("restore", "cleaned/a.txt", "--in-place", "--journal", "j", "--only", "layout")
    assert page.read_bytes().decode() == PAGE
    run("restore", "cleaned/a.txt", "--in-place", "--journal", "j")
    assert page.read_bytes() == PAGE.encode("gb18030")


def test_cleaning_again_takes_it_again_and_the_way_back_stays_open(run, page) -> None:
    run("restore", "cleaned/a.txt", "--in-place", "--journal", "j", "--only", "ad")
    run("fix", "cleaned/a.txt", "--in-place", "--journal", "j", *RULES)
    assert page.read_bytes() == CLEAN.encode()
    assert back(run, "script") == CLEAN.replace("谢谢", "謝謝")
    assert "防断更加微信1503991601" in back(run, "ad")


def test_what_several_runs_took(run, place) -> None:
    Path("a.txt").write_text(f"乡亲们：{NOISE}\n我县作出新的更大贡献。防断更加微信1503991601\n", encoding="utf-8")
    for rule in ("ad", "our-mark"):
        run("fix", "a.txt", "--in-place", "--select", rule)
    assert run("restore", "a.txt", "--in-place", "--only", "ad").status == 0
    assert Path("a.txt").read_text() == "乡亲们：\n我县作出新的更大贡献。防断更加微信1503991601\n"


def test_standard_input_and_records(run, place) -> None:
    given = f"大家{NOISE}好！\n\n\n\n"
    out = run("fix", "--journal", "j", stdin=given).out
    assert run("restore", "--journal", "j", "--only", "our-mark", stdin=out).text == f"大家{NOISE}好！\n"
    lines = "".join(f'{{"n": {n}, "text": "第{n}个{NOISE}人。\\n\\n\\n\\n完"}}\n' for n in range(3))
    out = run("fix", "--field", "text", "--journal", "k", stdin=lines).out
    ran = run("restore", "--field", "text", "--journal", "k", "--only", "our-mark", stdin=out)
    assert ran.status == 0
    assert ran.text == lines.replace("\\n\\n\\n\\n", "\\n\\n")


def test_the_list_tells_what_could_come_back(run, page) -> None:
    ran = run("restore", "cleaned", "--list", "--journal", "j")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.text.splitlines()
    assert lines[0] == "cleaned/a.txt"
    assert [line.split()[:5] for line in lines[1:5]] == [
        ["script-conversion", "1", "place", "2", "characters"],
        ["ad-contact", "1", "place", "16", "characters"],
        ["our-mark", "1", "place", "4", "characters"],
        ["layout-blank-lines", "1", "place", "2", "characters"],
    ]
    assert lines[1].endswith("“謝謝” for “谢谢”")
    assert lines[3].endswith(f"“{NOISE}”")
    assert lines[5:] == ["cleaned/b.txt: nothing to put back"]
    assert len(run("restore", "cleaned/a.txt", "--list", "--only", "ad", "--journal", "j").text.splitlines()) == 2
    assert not Path("restored").exists()


def test_the_list_for_programs(run, page) -> None:
    ran = run("restore", "cleaned", "nowhere.txt", "--list", "--format", "json", "--journal", "j")
    one, other, missing = map(json.loads, ran.out.splitlines())
    assert one["rules"][2] == {
        "rule": "our-mark",
        "stage": "custom",
        "places": 1,
        "characters": 4,
        "sample": {"back": NOISE, "now": ""},
    }
    assert other == {"path": "cleaned/b.txt", "status": "read", "rules": []}
    assert missing == {"path": "nowhere.txt", "status": "failed", "error": "no such file or directory"}
    assert ran.status == 2


def test_the_list_shows_no_longer_what_came_back(run, page) -> None:
    run("restore", "cleaned/a.txt", "--in-place", "--journal", "j", "--only", "ad")
    assert "ad-contact" not in run("restore", "cleaned/a.txt", "--list", "--journal", "j").text


def test_a_rule_that_was_renamed_is_known_by_both_names(run, page, monkeypatch) -> None:
    from speechclean.cli import _rule_names
    from speechclean.core.rule import Rule, Stage, Summary

    def renamed(choices):
        return (Stage("ad", (Rule("ad-reach", Summary("", ""), lambda _: (), (), aliases=("ad-contact",)),)),)

    monkeypatch.setattr(_rule_names, "waiting_stages", renamed)
    for name in ("ad-reach", "ad-contact", "ad"):
        assert "防断更" in back(run, name)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "ad-contct"), "no rule, family or stage is called 'ad-contct'; did you mean 'ad-contact'?"),
        (("--only", "our-mrk"), "did you mean 'our-mark'?"),
        (("--only", "qqqqqqq"), "`restore --list` tells what there is"),
        (("--only", ","), "--only names no rule"),
        (("--only", ""), "--only names no rule"),
        (("--list", "--in-place"), "--list writes nothing"),
        (("--list", "-o", "x"), "--list writes nothing"),
        (("--format", "json"), "--format goes with --list"),
        (("--only", "ad", "--in-place", "-o", "x"), "exclude each other"),
    ],
)
def test_bad_command_lines(run, page, arguments, said) -> None:
    ran = run("restore", "cleaned", "--journal", "j", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert not Path("restored").exists()


def test_a_text_that_was_changed_since(run, page) -> None:
    page.write_text("改过了。\n", encoding="utf-8")
    for arguments in (("--only", "ad"), ("--list",)):
        ran = run("restore", "cleaned/a.txt", "--journal", "j", *arguments)
        assert ran.status == 2
        assert "it was changed since" in ran.err


def test_a_journal_that_cannot_be_written_to(run, page) -> None:
    journal = Path("j").read_bytes()
    before = page.read_bytes()
    shown = run("restore", "cleaned/a.txt", "--journal", "j", "--only", "ad", "-o", "-")
    assert shown.status == 0
    import fcntl

    with Path("j").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = run("restore", "cleaned/a.txt", "--journal", "j", "--only", "ad", "--in-place")
    assert ran.status == 2
    assert "another run is writing to this journal" in ran.err
    assert (page.read_bytes(), Path("j").read_bytes()) == (before, journal)


def test_lone_surrogates_and_an_empty_text(run, place) -> None:
    Path("a.txt").write_bytes(f"{NOISE}\n".encode())
    run("fix", "a.txt", "--in-place")
    assert Path("a.txt").read_bytes() == b""
    run("restore", "a.txt", "--in-place", "--only", "our-mark")
    assert Path("a.txt").read_text() == f"{NOISE}\n"
    run("restore", "a.txt", "--in-place")
    assert Path("a.txt").read_bytes() == f"{NOISE}\n".encode()
