"""The diff is one that `patch` reads."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import clean
from speechclean.report.colours import coloured
from speechclean.report.diff import unified

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


@pytest.mark.skipif(not shutil.which("patch"), reason="no patch")
@pytest.mark.parametrize(
    "data",
    [*(path.read_bytes() for path in SEEDS), "好。  ".encode(), "一\x0c二  \n三\u2028四\n".encode()],
)
def test_patch_makes_the_clean_text_of_it(tmp_path: Path, data: bytes) -> None:
    result = clean(data)
    (tmp_path / "a.txt").write_bytes(data)
    subprocess.run(["patch", "-s", "-p1"], cwd=tmp_path, input=unified("a.txt", result), check=True)
    assert (tmp_path / "a.txt").read_bytes() == result.data


NAMES = ["a b.txt", "讲 话.txt", "x\ty.txt", 'q"u\\o.txt', "n\nl.txt", os.fsdecode(b"\xff\xfe.txt")]
"""Names that a diff has to quote, or to mark the end of."""
ENDS = (["\n"], ["\r\n"], ["\r"], ["\r\n", "\n"], ["\r\n", "\n", "\r"])
PIECES = ["好。", "好。  ", "", "  ", "\u3000", "一\x0c二  ", "三\u2028四", "防断更加微信1503991601", "加\r微信"]


@pytest.mark.skipif(not shutil.which("patch"), reason="no patch")
@pytest.mark.parametrize("seed", range(60))
def test_patch_reads_every_newline_mark_and_name(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    ends = ENDS[seed % len(ENDS)]
    text = "".join(chance.choice(PIECES) + chance.choice(ends) for _ in range(chance.randrange(1, 14)))
    data = (text if seed % 2 else text.rstrip("\r\n")).encode()
    data = b"\xef\xbb\xbf" * (seed % 7 == 0) + data
    path = tmp_path / NAMES[seed % len(NAMES)]
    path.write_bytes(data)
    result = clean(data)
    diff = unified(path.name, result)
    assert bool(diff) == (data != result.data)
    if diff:
        subprocess.run(["patch", "-s", "-p1", "-F0"], cwd=tmp_path, input=diff, check=True)
    assert (path.read_bytes() if path.exists() else b"") == result.data


def test_an_absolute_path_is_one_that_patch_takes() -> None:
    assert unified("/x/a.txt", clean("好。  \n".encode())).startswith(b"--- a/x/a.txt\n+++ b/x/a.txt\n@@ -1 +1 @@\n")


LINES = st.sampled_from(["好。", "好。  ", "", "  ", "\u3000", "坏。\t"])


@settings(deadline=None)
@given(st.lists(LINES, max_size=30), st.booleans())
def test_the_diff_leads_to_the_clean_text(lines: list[str], final: bool) -> None:
    data = ("\n".join(lines) + "\n" * final).encode()
    result = clean(data)
    assert applied(data.decode(), unified("a.txt", result).decode()) == result.data.decode()


def applied(text: str, diff: str) -> str:
    """What a diff makes of a text; every line that it takes or shows must be there."""
    before = text.split("\n")
    lines = [line + "\n" for line in before[:-1]] + [before[-1]] * bool(before[-1])
    made: list[str] = []
    position = 0
    for line in iter_ended(diff):
        if line.startswith(("---", "+++")):
            continue
        if line.startswith("@@"):
            first, _, count = line.split()[1][1:].partition(",")
            start = int(first) - (count != "0")
            made += lines[position:start]
            position = start
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert lines[position] == line[1:]
            made += [line[1:]] * (line[0] == " ")
            position += 1
    return "".join(made + lines[position:])


def iter_ended(diff: str) -> list[str]:
    """The lines of a diff; one that is followed by the remark has no newline."""
    lines = [line + "\n" for line in diff.split("\n")[:-1]]
    remark = "\\ No newline at end of file\n"
    return [
        line.removesuffix("\n") if following == remark else line
        for line, following in zip(lines, [*lines, ""][1:], strict=True)
        if line != remark
    ]


def test_time_grows_in_line_with_the_text() -> None:
    began = time.process_time()
    unified("a.txt", clean("同一行字。  \n另一行字。\n".encode() * 20_000))
    assert time.process_time() - began < 20


def test_colours_take_time_in_line_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    result = clean("同一行字。  \n另一行字。\n".encode() * 3000)
    began = time.process_time()
    shown = coloured("a.txt", result)
    assert time.process_time() - began < 20
    assert shown.count(b"\x1b[1;7;31m") == 3000


def test_a_conversion_is_set_off_character_by_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    out = coloured("a.txt", clean("會議到此結束。\n")).decode()
    assert "\x1b[1;7;31m會議\x1b[0m\x1b[31m到此\x1b[0m\x1b[1;7;31m結\x1b[0m\x1b[31m束。" in out
    assert coloured("a.txt", clean("好。\n")) == b""


def test_nothing_changed() -> None:
    assert unified("a.txt", clean("好。\n".encode())) == b""
    assert unified("a.txt", clean("好。")) == b""


def test_no_newline_at_the_end() -> None:
    assert b"\\ No newline at end of file\n" in unified("a.txt", clean("好。".encode()))
