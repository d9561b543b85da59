"""The costs in docs/scale.md follow from the speeds there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
SPEEDS = (4, 8, 37)
PRICE = 0.04
ON_TOP = 1.1


def row(title: str) -> list[float]:
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| {title} |"))
    return [float(cell.replace(",", "")) for cell in re.findall(r"\| ([\d.,]+)", line.removeprefix(f"| {title} "))]


def hours(terabytes: int, speed: int) -> float:
    return terabytes * 1e12 / (speed * 1e6) / 3600 * ON_TOP


@pytest.mark.parametrize("terabytes", [1, 100])
def test_the_costs_follow_from_the_speeds(terabytes) -> None:
    assert row(f"{terabytes} TB: core-hours") == pytest.approx([hours(terabytes, speed) for speed in SPEEDS], rel=0.05)
    assert row(f"{terabytes} TB: cost") == pytest.approx([hours(terabytes, speed) * PRICE for speed in SPEEDS], rel=0.1)


def test_the_times_follow_from_the_cores() -> None:
    assert row("1 TB: time on 64 cores") == pytest.approx([hours(1, speed) / 64 * 60 for speed in SPEEDS], rel=0.05)
    assert row("100 TB: time on 1,000 cores")[:2] == pytest.approx(
        [hours(100, speed) / 1000 for speed in SPEEDS[:2]], rel=0.05
    )
