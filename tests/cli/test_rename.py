"""`rename`: names without ads; nothing is overwritten, nothing is read, and all of it can be taken back."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from speechclean.storage import renames

AD = "讲话防断更zk000001.txt"


def names(top: str = "in") -> dict[str, str]:
    return {str(path.relative_to(top)): path.read_text() for path in sorted(Path(top).rglob("*")) if path.is_file()}


@pytest.fixture
def files(place: Path) -> Path:
    (place / "in" / "深").mkdir(parents=True)
    for number, name in enumerate(
        (AD, "讲话防断更zk000002.txt", "深/述职报告【微信abc123】.txt", "深/b.txt", "微信群规.txt")
    ):
        (place / "in" / name).write_text(str(number))
    return place / "in"


DONE = {"微信群规.txt": "4", "讲话 (2).txt": "1", "讲话.txt": "0", "深/b.txt": "3", "深/述职报告.txt": "2"}


def test_a_proposal_changes_nothing(run, files) -> None:
    before = names()
    ran = run("rename", "--dry-run", "in")
    assert ran.status == 1
    assert ran.text.splitlines() == [
        "in/深/述职报告【微信abc123】.txt → 述职报告.txt",
        f"in/{AD} → 讲话.txt",
        "in/讲话防断更zk000002.txt → 讲话 (2).txt",
    ]
    assert ran.err == "5 files: 3 to rename, 2 unchanged, 0 failed\n"
    assert names() == before
    assert not Path(".speechclean").exists()
    assert run("rename", "--dry-run", "in/微信群规.txt").status == 0


def test_files_are_renamed_as_proposed_and_back(run, files) -> None:
    before = names()
    proposed = run("rename", "--dry-run", "in").out
    ran = run("rename", "in")
    assert (ran.status, ran.out) == (0, proposed)
    assert ran.err == "5 files: 3 renamed, 2 unchanged, 0 failed\n"
    assert names() == DONE
    assert run("rename", "in").err == "5 files: 0 renamed, 5 unchanged, 0 failed\n"
    ran = run("rename", "--undo")
    assert (ran.status, ran.err) == (0, "3 files: 3 renamed back, 0 failed\n")
    assert names() == before
    assert run("rename", "--undo").err == "0 files: 0 renamed back, 0 failed\n"
    assert run("rename", "in", "-q") == (0, b"", "")
    assert names() == DONE
    run("rename", "--undo")
    assert names() == before


def test_the_evidence_is_shown(run, files) -> None:
    assert "speaks of itself +0.8 (防断更)" in run("rename", "--dry-run", "-v", f"in/{AD}").text


def test_no_name_is_taken_twice(run, files) -> None:
    (files / "讲话.txt").write_text("first")
    (files / "讲话 (2).txt").symlink_to("nowhere")
    run("rename", "in")
    assert {**names(), "讲话 (2).txt": ""} == {
        **DONE,
        "讲话.txt": "first",
        "讲话 (2).txt": "",
        "讲话 (3).txt": "0",
        "讲话 (4).txt": "1",
    }


def test_a_name_that_is_taken_meanwhile(run, files, monkeypatch) -> None:
    lexists = os.path.lexists
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    (files / "讲话.txt").write_text("first")
    run("rename", f"in/{AD}")
    monkeypatch.setattr(os.path, "lexists", lexists)
    assert (names()["讲话.txt"], names()["讲话 (2).txt"]) == ("first", "0")
    assert run("rename", "--undo").status == 0
    assert names()[AD] == "0"


def test_a_file_system_without_second_names(run, files, monkeypatch) -> None:
    def unable(*arguments: object, **more: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unable)
    run("rename", "in")
    assert names() == DONE
    (files / AD).write_text("new")
    ran = run("rename", "--undo")
    assert ran.status == 2
    assert f"there is another {AD} now, so it keeps its name" in ran.err
    assert names()[AD] == "new"


def test_undo_where_names_are_taken_or_files_are_gone(run, files) -> None:
    run("rename", "in")
    (files / AD).write_text("new")
    (files / "深" / "述职报告.txt").unlink()
    ran = run("rename", "--undo")
    assert ran.status == 2
    assert f"in/讲话.txt: there is another {AD} now, so it keeps its name" in ran.err
    assert "in/深/述职报告.txt: " in ran.err
    assert ran.err.endswith("3 files: 1 renamed back, 2 failed\n")
    assert (names()[AD], names()["讲话.txt"], names()["讲话防断更zk000002.txt"]) == ("new", "0", "1")
    (files / AD).unlink()
    run("rename", "--undo")
    assert names()[AD] == "0"


def test_a_tree_that_moved_is_undone_where_it_is(run, files, monkeypatch) -> None:
    before = names()
    run("rename", "in", "--journal", "in/j")
    files.rename(files.parent / "out")
    (files.parent / "elsewhere").mkdir()
    monkeypatch.chdir(files.parent / "elsewhere")
    assert run("rename", "--undo", "--journal", "../out/j").status == 0
    monkeypatch.chdir(files.parent)
    assert {**names("out"), "j": ""} == {**before, "j": ""}


def test_suffixes_stay_whatever_they_are(run, place) -> None:
    for name in ("讲话防断更zk000001.TXT.gz", "讲话防断更zk000001.docx", "讲话防断更zk000001"):
        Path(name).write_bytes(b"\0\1")
        run("rename", name)
    found = {path.name for path in place.iterdir() if "讲话" in path.name}
    assert found == {"讲话.TXT.gz", "讲话.docx", "讲话"}


def test_what_the_configuration_keeps_is_kept(run, files) -> None:
    Path("speechclean.toml").write_text('keep = ["zk000001"]\n', encoding="utf-8")
    assert [line.split(" → ")[1] for line in run("rename", "--dry-run", "in").text.splitlines()] == [
        "述职报告.txt",
        "讲话.txt",
    ]


def test_names_that_are_no_text(run, files) -> None:
    (files / os.fsdecode(b"\xff\xd6.txt")).write_text("x")
    assert run("rename", "in").err == "6 files: 3 renamed, 3 unchanged, 0 failed\n"


def test_the_mode_and_the_place_of_a_symlink_stay(run, files) -> None:
    (files / "述职报告加微信zk000001.txt").symlink_to(AD)
    assert run("rename", "in/述职报告加微信zk000001.txt").status == 0
    assert str((files / "述职报告.txt").readlink()) == AD


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing is named"),
        (("--undo", "in"), "--undo takes back all"),
        (("--undo", "--dry-run"), "--undo takes back all"),
        (("--undo",), ".speechclean/renames.jsonl: No such file"),
        (("-0", "in"), "-0 goes with --files-from"),
        (("nowhere",), "nowhere: no such file or directory"),
    ],
)
def test_bad_command_lines(run, files, arguments, said) -> None:
    before = names()
    ran = run("rename", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert names() == before


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        '{"version": 1}',
        '{"version": 1, "path": "a", "before": "", "after": ""}',
        '{"version": 2, "kind": "rename", "directory": "in", "from": "a", "to": "b", "undone": false}',
        '{"version": 1, "kind": "rename", "directory": "in", "from": "../a", "to": "b", "undone": false}',
        '{"version": 1, "kind": "rename", "directory": 1, "from": "a", "to": "b", "undone": false}',
    ],
)
def test_a_journal_of_something_else_is_left_alone(run, files, line) -> None:
    before = names()
    Path("j").write_text(line + "\n")
    for arguments in (("in",), ("--undo",)):
        ran = run("rename", *arguments, "--journal", "j")
        assert ran.status == 2
        assert "line 1 of j is no record of a renaming" in ran.err
    assert Path("j").read_text() == line + "\n"
    assert names() == before


def test_nothing_is_renamed_without_a_record(run, files) -> None:
    before = names()
    Path(".speechclean").write_text("in the way")
    ran = run("rename", "in")
    assert ran.status == 2
    assert ".speechclean/renames.jsonl: " in ran.err
    assert names() == before


def test_the_journal_is_lines_as_the_page_says(run, files) -> None:
    run("rename", "in")
    lines = [json.loads(line) for line in Path(renames.PLACE).read_text().splitlines()]
    assert [line.pop("begins", False) for line in lines] == [True, False, False]
    page = (Path(__file__).parents[2] / "docs" / "renaming.md").read_text(encoding="utf-8")
    assert all(f'"{key}"' in page for line in lines for key in line)
    assert lines[1] == {**lines[0], "directory": "../in", "from": AD, "to": "讲话.txt"}


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_many_files_of_one_name_are_counted_on(run, files, monkeypatch, more) -> None:
    """And not each from the first on: the time was that of their square."""
    for number in range(3, 63):
        (files / f"讲话防断更zk{number:06}.txt").write_text(str(number))
    asked = []
    lexists = os.path.lexists
    monkeypatch.setattr(os.path, "lexists", lambda path: asked.append(path) or lexists(path))
    ran = run("rename", *more, "in")
    assert ran.text.splitlines()[-1] == "in/讲话防断更zk000062.txt → 讲话 (62).txt"
    assert len(asked) < 100
