"""`fix` on files: where they go, what is refused, what is said."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

NOISE = "【本站首发】"
SUMMARY = "3 files: 2 cleaned, 1 unchanged, 0 held, 0 failed · 12 characters removed\n"


def tree(top: Path) -> dict[str, bytes]:
    return {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}


def test_a_directory_is_mirrored(run, texts) -> None:
    ran = run("fix", "in")
    assert (ran.status, ran.out, ran.err) == (0, b"", SUMMARY)
    assert tree(Path("cleaned")) == {
        "a.txt": "第一句话在这里。\n".encode(),
        "b.txt": "这里没有什么可改。\n".encode(),
        "deep/c.txt": "第三句话在这里。\n".encode(),
    }


def test_quiet_is_quiet(run, texts) -> None:
    assert run("fix", "-q", "in") == (0, b"", "")


def test_named_files_go_by_their_names(run, texts) -> None:
    run("fix", "in/deep/c.txt", "in/a.txt", "-o", "out")
    assert sorted(tree(Path("out"))) == ["a.txt", "c.txt"]


def test_modes_are_kept(run, texts) -> None:
    (texts / "a.txt").chmod(0o640)
    run("fix", "in")
    assert stat.S_IMODE(Path("cleaned/a.txt").stat().st_mode) == 0o640


def test_one_file_reached_twice_is_cleaned_once(run, texts) -> None:
    (texts / "link.txt").symlink_to("a.txt")
    ran = run("fix", "in/link.txt", "in", "in/a.txt", str(texts.resolve() / "b.txt"))
    assert ran.err == SUMMARY
    assert sorted(tree(Path("cleaned"))) == ["b.txt", "deep/c.txt", "link.txt"]


def test_two_inputs_for_one_place_are_refused_before_anything_is_written(run, texts) -> None:
    (texts / "deep" / "a.txt").write_text("另一个。\n")
    ran = run("fix", "in/b.txt", "in/a.txt", "in/deep/a.txt")
    assert ran.status == 2
    assert "in/a.txt and in/deep/a.txt would both be written to cleaned/a.txt" in ran.err
    assert not Path("cleaned").exists()


def test_an_input_is_never_the_output(run, texts) -> None:
    before = tree(texts)
    for arguments in (("in", "-o", "in"), ("in/a.txt", "-o", "in"), (".", "-o", ".")):
        ran = run("fix", *arguments)
        assert ran.status == 2
        assert "is an input" in ran.err
    Path("cleaned").mkdir()
    Path("cleaned/a.txt").symlink_to("../in/a.txt")
    assert run("fix", "in").status == 2
    assert tree(texts) == before


def test_the_output_directory_is_not_read(run, texts) -> None:
    for _ in range(2):
        assert run("fix", ".", "-o", "in/out", "--force").err == SUMMARY
    assert sorted(tree(texts / "out")) == ["in/a.txt", "in/b.txt", "in/deep/c.txt"]


def test_an_output_that_is_a_file(run, texts) -> None:
    Path("out").write_text("mine")
    ran = run("fix", "in", "-o", "out")
    assert ran.status == 2
    assert "is a file, not a directory" in ran.err
    assert Path("out").read_text() == "mine"


def test_an_output_that_cannot_be_made(run, texts) -> None:
    ran = run("fix", "in", "-o", "own.toml/out")
    assert ran.status == 2
    assert "the output directory own.toml/out cannot be made" in ran.err


def test_stdout_takes_one_file(run, texts) -> None:
    assert run("fix", "in/a.txt", "-o", "-").out == "第一句话在这里。\n".encode()
    ran = run("fix", "in", "-o", "-")
    assert (ran.status, ran.out) == (2, b"")
    assert "-o - takes one file, not 3" in ran.err


def test_bad_files_do_not_stop_the_others(run, texts) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\0\1")
    ran = run("fix", "in/a.txt", "in/bad.txt", "nowhere.txt", "in/b.txt", "")
    assert ran.status == 2
    assert "speechclean: in/bad.txt: this is binary data" in ran.err
    assert "speechclean: nowhere.txt: no such file or directory" in ran.err
    assert "an empty path" in ran.err
    assert ran.err.endswith("5 files: 1 cleaned, 1 unchanged, 0 held, 3 failed · 6 characters removed\n")
    assert sorted(tree(Path("cleaned"))) == ["a.txt", "b.txt"]


def test_binary_files_are_passed_over_in_a_walk(run, texts) -> None:
    (texts / "bad.txt").write_bytes(b"\0\0\0\1")
    assert run("fix", "in").err == f"{SUMMARY.rstrip()} · 1 passed over as no text (-v names them)\n"
    (texts / "worse.txt").write_bytes(b"\0\0\0\1")
    ran = run("fix", "in", "-v")
    assert "in/bad.txt: passed over" in ran.err
    assert "in/worse.txt: passed over" in ran.err
    assert ran.err.endswith(" · 2 passed over as no text\n")
    assert run("fix", "in", "-q").err == ""
    assert run("fix", "in", "--jobs", "2", "--force").err.endswith(" · 2 passed over as no text (-v names them)\n")


def test_an_empty_file_stays_empty(run, place) -> None:
    Path("a.txt").write_bytes(b"")
    assert run("fix", "a.txt").err.startswith("1 file: 0 cleaned, 1 unchanged")
    assert Path("cleaned/a.txt").read_bytes() == b""


def test_a_directory_without_texts(run, place) -> None:
    Path("empty").mkdir()
    ran = run("fix", "empty")
    assert (ran.status, ran.out) == (0, b"")
    assert ran.err == "speechclean: nothing to do: no file that matches *.txt under empty (--glob chooses others)\n"


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.pdf", "a.html", "a.txt.gz"])
def test_other_formats_are_told_how_to_become_text(run, place, name: str) -> None:
    Path(name).write_bytes(b"x")
    ran = run("fix", name)
    assert ran.status == 2
    assert f"speechclean: {name}: this " in ran.err
    assert not Path("cleaned").exists()


def test_files_from(run, texts) -> None:
    ran = run("fix", "--files-from", "-", stdin="in/a.txt\r\n\nin/b.txt\n")
    assert ran.err.startswith("2 files: 1 cleaned, 1 unchanged")
    Path("list").write_bytes(b"in/deep/c.txt\0in/a.txt")
    run("fix", "--files-from", "list", "-0", "-o", "out")
    assert sorted(tree(Path("out"))) == ["a.txt", "c.txt"]
    assert run("fix", "--files-from", "-", stdin="").err == "speechclean: nothing to do: the list of files is empty\n"


def test_globs_and_excludes(run, texts) -> None:
    (texts / "n.md").write_text("好。\n")
    run("fix", "in", "--glob", "*.md", "--glob", "c.*", "-o", "one")
    assert sorted(tree(Path("one"))) == ["deep/c.txt", "n.md"]
    run("fix", "in", "--exclude", "deep/", "--exclude", "b*", "-o", "two")
    assert sorted(tree(Path("two"))) == ["a.txt"]


def test_in_place(run, texts) -> None:
    originals = tree(texts)
    (texts / "a.txt").chmod(0o604)
    untouched = (texts / "b.txt").stat()
    assert run("fix", "--in-place", "in").err == SUMMARY
    assert (texts / "a.txt").read_text() == "第一句话在这里。\n"
    assert stat.S_IMODE((texts / "a.txt").stat().st_mode) == 0o604
    after = (texts / "b.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)
    assert Path(".speechclean/journal.jsonl").exists()
    assert run("restore", "--in-place", "in").status == 0
    assert tree(texts) == originals


def test_in_place_a_symlink_keeps_leading_where_it_led(run, texts) -> None:
    Path("link").symlink_to("in/a.txt")
    run("fix", "--in-place", "link")
    assert str(Path("link").readlink()) == "in/a.txt"
    assert (texts / "a.txt").read_text() == "第一句话在这里。\n"


def test_in_place_refuses_a_file_that_changed_meanwhile(run, texts, monkeypatch) -> None:
    read = Path.read_bytes

    def read_and_change(path: Path) -> bytes:
        data = read(path)
        path.write_bytes(data + b"more\n")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_change)
    ran = run("fix", "--in-place", "in/a.txt")
    monkeypatch.undo()
    assert ran.status == 2
    assert "the file changed while it was being read" in ran.err
    assert (texts / "a.txt").read_bytes().endswith(b"more\n")


def test_nothing_is_replaced_without_a_journal(run, texts, monkeypatch) -> None:
    Path(".speechclean").write_text("in the way")
    before = tree(texts)
    ran = run("fix", "--in-place", "in")
    assert ran.status == 2
    assert "journal" in ran.err
    assert tree(texts) == before


def test_in_place_and_output_exclude_each_other(run, texts) -> None:
    assert run("fix", "in", "--in-place", "-o", "out").status == 2
    assert run("fix", "--in-place", stdin="好").status == 2


def test_diff_writes_nothing(run, texts) -> None:
    ran = run("fix", "--diff", "in")
    assert ran.status == 1
    assert "--- a/in/a.txt\n+++ b/in/a.txt\n@@ -1 +1 @@\n-第一句话【本站首发】在这里。\n+第一句话在这里。\n" in ran.text
    assert not Path("cleaned").exists()
    assert ran.err == ""
    assert run("fix", "--diff", "in/b.txt") == (0, b"", "")


def test_a_diff_says_when_only_bytes_change(run, place) -> None:
    Path("a.txt").write_bytes("中华人民共和国的各族人民正在为建设现代化国家而努力。\n".encode("gb18030"))
    ran = run("fix", "--diff", "a.txt")
    assert (ran.status, ran.out) == (1, b"")
    assert ran.err == "a.txt: bytes: gb18030 → utf-8\n"


def test_keep_protects(run, texts) -> None:
    Path("keep.txt").write_text(f"{NOISE}\n", encoding="utf-8")
    assert run("fix", "in", "--keep", "keep.txt").err.startswith("3 files: 0 cleaned, 3 unchanged")


def test_the_report_lists_what_failed(run, texts) -> None:
    run("fix", "in", "nowhere.txt", "--report", "r.json")
    report = json.loads(Path("r.json").read_text())
    assert report["summary"] == {"files": 4, "cleaned": 2, "unchanged": 1, "held": 0, "failed": 1}
    assert [file["status"] for file in report["files"]] == ["cleaned", "unchanged", "cleaned", "failed"]
    assert report["files"][-1] == {"path": "nowhere.txt", "status": "failed", "error": "no such file or directory"}
    assert report["files"][0]["edits"][0]["rule"] == "our-mark"


def test_a_report_that_cannot_be_written_is_found_early(run, texts) -> None:
    assert run("fix", "in", "--report", "nowhere/r.json").status == 2
    assert run("fix", "in", "--report", "r.xml").status == 2
    assert not Path("cleaned").exists()


def test_a_rule_that_breaks_costs_neither_text_nor_silence(run, texts, monkeypatch) -> None:
    from speechclean.rules import index

    load = index.load

    def broken(document):
        raise RuntimeError("no such luck")

    def loaded(place, choices):
        rule = load(place, choices)
        return rule._replace(find=broken) if rule.name == "layout-blank-lines" else rule

    monkeypatch.setattr(index, "load", loaded)
    blank = "\n\n\n\n完。\n"  # where there is none the compiled scan asks no such rule
    Path("in/a.txt").write_text(f"第一句话【本站首发】在这里。{blank}")
    ran = run("fix", "in/a.txt", "--report", "r.json")
    assert ran.status == 2
    assert "in/a.txt: rule layout-blank-lines broke (RuntimeError: no such luck)" in ran.err
    assert Path("cleaned/a.txt").read_text() == f"第一句话在这里。{blank}"
    failures = json.loads(Path("r.json").read_text())["files"][0]["failures"]
    assert {"rule": "layout-blank-lines", "error": "RuntimeError: no such luck"} in failures


@pytest.mark.parametrize("option", ["--journal", "--report"])
def test_what_is_kept_of_a_run_replaces_no_text(run, place, option) -> None:
    """Neither one that is read nor one that is written, and not each other."""
    for name in ("a.json", "b.json"):
        Path(name).write_text("第一句话【本站首发】。\n", encoding="utf-8")
    before = Path("a.json").read_bytes()
    ran = run("fix", "a.json", option, "a.json")
    assert (ran.status, "is a text that is read; name another file" in ran.err) == (2, True)
    ran = run("fix", "b.json", "a.json", "--in-place", option, "./a.json")
    assert ran.status == 2
    Path("cleaned").mkdir()
    ran = run("fix", "a.json", option, "cleaned/a.json")
    assert (ran.status, "is where a text goes; name another file" in ran.err) == (2, True)
    assert Path("a.json").read_bytes() == before
    assert list(Path("cleaned").iterdir()) == []


def test_a_journal_and_a_report_are_two_files(run, texts) -> None:
    ran = run("fix", "in", "--journal", "x.json", "--report", "x.json")
    assert (ran.status, "name one file; name two" in ran.err) == (2, True)
    assert not Path("x.json").exists()


@pytest.mark.parametrize("held", ["第一句话。\n", '{"id": 1, "text": "甲"}\n', "[", "\n"])
def test_nothing_is_added_to_what_is_no_journal(run, texts, held) -> None:
    Path("mine").write_text(held, encoding="utf-8")
    for arguments in (("in", "--in-place"), ("in",), ("-",)):
        ran = run("fix", *arguments, "--journal", "mine", stdin="甲【本站首发】乙\n")
        assert ran.status == 2
        assert "what it holds is no journal" in ran.err
    assert Path("mine").read_text(encoding="utf-8") == held
    assert "本站首发" in (texts / "a.txt").read_text(encoding="utf-8")


def test_a_journal_of_which_a_killed_run_wrote_half_a_record_goes_on(run, texts) -> None:
    for held in (b"", b'{"version":1,"to', b'{"version":1,"tool":"speechclean 1.0","path":"x'):
        Path("j").write_bytes(held)
        assert run("fix", "in", "--journal", "j", "--force").status == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("inside", ["\u2028", "\u0085", "\f", "\v", "\x1c"])
def test_strings_to_keep_end_where_lines_do(run, place, end, inside) -> None:
    """A part of such a string, kept by itself, would hide noise everywhere."""
    Path("keep.txt").write_bytes(f"【本站{inside}首发】甲{end}【本站首发】乙 \t{end}{end}".encode())
    given = "【本站首发】甲\n【本站首发】乙\n"
    assert run("fix", "--keep", "keep.txt", stdin=given).text == "甲\n【本站首发】乙\n"
