"""Which files of a directory are read."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from speechclean.storage.walk import Choice, Missing, walk


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def made(*names: str, **texts: str) -> None:
        for name in names:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(texts.get(name, "x"))

    return made


def ignore(directory: str, *lines: str) -> None:
    Path(directory, ".speechcleanignore").write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(*paths: str, **choice: object) -> list[str]:
    return [str(source.path) for source in walk(paths, Choice(**choice))]  # type: ignore[arg-type]


def test_sorted_and_only_texts(make) -> None:
    make("d/b.txt", "d/a.txt", "d/a/z.txt", "d/a.md", "d/c.TXT")
    assert found("d") == ["d/a/z.txt", "d/a.txt", "d/b.txt"]


def test_hidden_files_and_symlinks_are_passed_over_unless_named(make) -> None:
    make("d/.hidden.txt", "d/.speechclean/x.txt", "d/a.txt", "e/b.txt")
    Path("d/link.txt").symlink_to("a.txt")
    Path("d/loop").symlink_to(".")
    Path("d/e").symlink_to("../e")
    assert found("d") == ["d/a.txt"]
    assert found("d/.hidden.txt", "d/e", "d/link.txt") == ["d/.hidden.txt", "d/e/b.txt", "d/link.txt"]


def test_each_file_once(make) -> None:
    make("d/a.txt", "d/b.txt")
    os.link("d/a.txt", "d/hard.txt")
    assert found("d/b.txt", "d", "./d/a.txt", "d/../d/b.txt") == ["d/b.txt", "d/a.txt", "d/hard.txt"]


def test_what_was_named_stays_named(make) -> None:
    make("d/a.txt", "d/b.txt")
    named = {str(source.path): source.named for source in walk(["d", "d/b.txt"], Choice())}
    assert named == {"d/a.txt": False, "d/b.txt": True}


def test_paths_below_the_argument(make) -> None:
    make("d/e/a.txt")
    sources = walk(["d", "d/e/a.txt"], Choice())
    assert [source.relative for source in sources] == ["e/a.txt"]
    assert [source.relative for source in walk(["d/e/a.txt"], Choice())] == ["a.txt"]


def test_missing(make) -> None:
    make("a.txt")
    assert list(walk(["nowhere", "a.txt/b", "", "a\0b", "x" * 5000], Choice())) == [
        Missing("nowhere", "no such file or directory"),
        Missing("a.txt/b", "no such file or directory"),
        Missing("''", "an empty path"),
        Missing("a\0b", "no such file or directory"),
        Missing("x" * 5000, "File name too long"),
    ]


def test_the_output_is_passed_over_wherever_it_lies(make) -> None:
    make("d/a.txt", "d/out/a.txt", "d/e/out/a.txt")
    assert found("d", output=Path("d/out")) == ["d/a.txt", "d/e/out/a.txt"]
    assert found("d/out", output=Path("d/out")) == ["d/out/a.txt"]


def test_globs_and_excludes(make) -> None:
    make("d/a.txt", "d/b.md", "d/e/a.md", "d/e/f/c.md", "d/[x].md")
    assert found("d", globs=("*.md",)) == ["d/[x].md", "d/b.md", "d/e/a.md", "d/e/f/c.md"]
    assert found("d", globs=("e/*.md",)) == ["d/e/a.md"]
    assert found("d", globs=("e/**/*.md",)) == ["d/e/a.md", "d/e/f/c.md"]
    assert found("d", globs=("[!b].md",)) == ["d/e/a.md", "d/e/f/c.md"]
    assert found("d", globs=(r"\[x\].md",)) == ["d/[x].md"]
    assert found("d", globs=("*",), excludes=("e/", "*.txt")) == ["d/[x].md", "d/b.md"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["a.txt"], ["b.txt", "e/b.txt", "e/f/b.txt"]),
        (["/a.txt"], ["b.txt", "e/a.txt", "e/b.txt", "e/f/a.txt", "e/f/b.txt"]),
        (["e/a.txt"], ["a.txt", "b.txt", "e/b.txt", "e/f/a.txt", "e/f/b.txt"]),
        (["f/"], ["a.txt", "b.txt", "e/a.txt", "e/b.txt"]),
        (["a.txt/"], ["a.txt", "b.txt", "e/a.txt", "e/b.txt", "e/f/a.txt", "e/f/b.txt"]),
        (["*.txt", "!b.txt"], ["b.txt", "e/b.txt", "e/f/b.txt"]),
        (["!b.txt", "*.txt"], []),
        (["e", "!e/b.txt"], ["a.txt", "b.txt"]),
        (["e/*", "!e/f"], ["a.txt", "b.txt", "e/f/a.txt", "e/f/b.txt"]),
        (["**/f/*.txt"], ["a.txt", "b.txt", "e/a.txt", "e/b.txt"]),
        (["e/**"], ["a.txt", "b.txt"]),
        (["?.txt", "# b.txt", "", "  "], []),
        (["[a].txt  "], ["b.txt", "e/b.txt", "e/f/b.txt"]),
        (
            ["[z-a].txt", "[", "a[", r"\!x", "[[a]", "[a&&b]"],
            ["a.txt", "b.txt", "e/a.txt", "e/b.txt", "e/f/a.txt", "e/f/b.txt"],
        ),
        (["e/f/*", "\r", "!a.txt\r"], ["a.txt", "b.txt", "e/a.txt", "e/b.txt", "e/f/a.txt"]),
    ],
)
def test_ignore_files(make, lines: list[str], kept: list[str]) -> None:
    make("d/a.txt", "d/b.txt", "d/e/a.txt", "d/e/b.txt", "d/e/f/a.txt", "d/e/f/b.txt")
    ignore("d", *lines)
    assert found("d") == [f"d/{name}" for name in kept]


def test_deeper_ignore_files_win_and_those_above_hold(make) -> None:
    make("d/a.txt", "d/e/a.txt", "d/e/b.txt")
    ignore("d", "a.txt")
    ignore("d/e", "!a.txt", "b.txt")
    assert found("d") == ["d/e/a.txt"]
    ignore(".", "e/")
    assert found("d") == []
    assert found("d/e") == ["d/e/a.txt"]
    assert found("d/e/b.txt") == ["d/e/b.txt"]


GIT = [
    ["**/f/", "!e/f/b.txt"],
    ["e/**/a.txt"],
    ["e/**", "!e/f/", "!e/f/**"],
    ["/**/b.txt"],
    ["e**a.txt", "a**"],
    ["**.txt", "!/e/f/"],
    ["[[:alpha:]].txt", "!a.txt"],
    ["[![:digit:]].txt", "[]-a].txt"],
    ["[^]", "[^]*", "[[:foo:]]*", "a[", "\\"],
    ["*.txt ", "a b.txt\\ ", "*.txt\t", "!"],
    ["/e/f", "!/e/f/a.txt", "f/"],
    ["*", "!*/", "!a*"],
    ["*", "!e", "e/*", "!e/f", "e/f/*", "!e/f/b.txt"],
    ["# a.txt", "\\#y.txt", "\\!x.txt", "[\\]]*", "x\\]y.txt"],
]
"""Ignore files whose meaning is asked of git."""


@pytest.mark.skipif(not shutil.which("git"), reason="no git to ask")
@pytest.mark.parametrize("lines", GIT)
def test_ignore_files_mean_what_git_says(make, lines: list[str]) -> None:
    make(
        "d/a.txt",
        "d/b.txt",
        "d/ab.txt",
        "d/e/a.txt",
        "d/e/b.txt",
        "d/e/f/a.txt",
        "d/e/f/b.txt",
        "d/f/a.txt",
        "d/ea.txt",
    )
    make("d/#y.txt", "d/!x.txt", "d/]z.txt", "d/x]y.txt", "d/a b.txt", "d/1.txt", "d/^.txt")
    ignore("d", *lines)
    Path("d/.gitignore").write_bytes(Path("d/.speechcleanignore").read_bytes())
    subprocess.run(["git", "init", "-q", "d"], check=True)
    command = ["git", "ls-files", "-z", "--others", "--exclude-standard", "*.txt"]
    listed = subprocess.run(command, cwd="d", capture_output=True, check=True, text=True).stdout
    assert sorted(found("d")) == sorted(f"d/{name}" for name in listed.split("\0") if name)


def test_names_with_escapes(make) -> None:
    make("d/#a.txt", "d/!b.txt", "d/c .txt ")
    ignore("d", r"\#a.txt", r"\!b.txt")
    assert found("d") == []
    assert found("d", globs=("*",)) == ["d/c .txt "]
    ignore("d", "c .txt\\ ")
    assert found("d", globs=("*",)) == ["d/!b.txt", "d/#a.txt"]


def test_directories_may_nest_deeply(make) -> None:
    top = Path("d")
    for _ in range(1200):
        top /= "e"
        if len(str(top)) > 1500:
            break
    top.mkdir(parents=True)
    (top / "a.txt").write_text("x")
    assert len(found("d")) == 1
