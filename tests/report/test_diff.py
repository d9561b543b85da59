"""The diff is one that `patch` reads."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from speechclean import clean
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


def test_nothing_changed() -> None:
    assert unified("a.txt", clean("好。\n".encode())) == b""
    assert unified("a.txt", clean("好。")) == b""


def test_no_newline_at_the_end() -> None:
    assert b"\\ No newline at end of file\n" in unified("a.txt", clean("好。".encode()))
