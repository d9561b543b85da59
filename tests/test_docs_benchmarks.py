"""The figures of speed are the same wherever they stand, and follow from one another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NAMES = ("speechclean", "JioNLP", "ftfy", "clean-text", "Data-Juicer", "the same without fix_unicode")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def figures(title: str) -> list[float]:
    """The numbers in the row of docs/benchmarks.md that begins so."""
    line = next(line for line in page("docs/benchmarks.md").splitlines() if line.startswith(f"| {title}"))
    return [float(cell) for cell in re.findall(r"\| ([\d.]+)(?= (?:MB/s |ms )?\|)", line)]


def peers() -> dict[str, tuple[float, float]]:
    """Of each cleaner its MB/s, and its time in that of speechclean."""
    return {name: (figures(name)[0], figures(name)[1]) for name in NAMES}


def test_the_times_of_the_others_follow_from_their_speeds() -> None:
    ours = peers()["speechclean"][0]
    for name, (speed, time) in peers().items():
        assert time == pytest.approx(ours / speed, abs=0.06), name


def test_the_ratios_follow_from_the_speeds() -> None:
    for title in ("the five seeds", "10 KB with four ads each", "10 KB, clean"):
        alone, clean, ratio = figures(title)[:3]
        assert ratio == pytest.approx(clean / alone, abs=0.01), title


def of_corpora(title: str) -> list[str]:
    """The numbers of the measured cell in the row of the table on corpora that begins so."""
    line = next(line for line in page("docs/benchmarks.md").splitlines() if line.startswith(f"| {title}"))
    return re.findall(r"\d[\d,.]*", line.split(" | ")[1])


def test_the_figures_of_corpora_hold_together_and_wherever_they_stand() -> None:
    (one,), (_, two), (times,) = map(of_corpora, ("JSON lines of 200", "the same on two cores", "so two cores"))
    assert float(times) == pytest.approx(float(two.replace(",", "")) / float(one.replace(",", "")), abs=0.005)
    scale = page("docs/scale.md")
    assert f"({one} records/s) | on two cores {times} times as many" in scale
    assert f"({of_corpora('the most memory')[0]} MB for 100,000)" in scale
    assert f"all done takes {of_corpora('a second run over them')[0]} s" in page("docs/corpora.md").replace("\n", " ")


@pytest.mark.parametrize(("name", "row"), [("README.md", "| speed, "), ("README.zh-CN.md", "| 速度，")])
def test_the_readmes_tell_the_speeds_of_the_table(name: str, row: str) -> None:
    line = next(line for line in page(name).splitlines() if line.startswith(row))
    told = re.findall(r"\d+\.\d", line)
    assert sorted(told, key=float) == sorted((str(speed) for speed, _ in peers().values()), key=float)


def test_the_changelog_tells_the_figures_of_the_tables() -> None:
    unreleased = page("CHANGELOG.md").split("## Unreleased")[1].split("\n## ")[0].replace("\n  ", " ")
    for title in ("`fix`, seed 000", "`fix`, seed 003"):
        assert f"{figures(title)[1]:.2f} times" in unreleased, title
    speed, *times = (peers()["speechclean"][0], *(time for _, time in list(peers().values())[1:]))
    assert f"at {speed} MB/s" in unreleased
    (sentence,) = re.findall(r"where JioNLP takes[^)]*\)", unreleased)
    assert [float(number) for number in re.findall(r"\d+\.\d", sentence)] == times


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_needs_the_tests_says_which_installation_has_them(name: str) -> None:
    pieces = re.split(r"\n(?:\n|- )", page(name))
    assert [piece for piece in pieces if "pytest" in piece and "[dev]" not in piece] == []
