"""The learned weights: one file, written by scripts/train_judgement.py."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ZERO = 0x6000
"""A weight of so many hundredths is written as the character so far from this one."""


@cache
def weights() -> dict[str, dict[str, float]]:
    """For each letter of a question, the weight of each answer; answers that are not listed weigh nothing."""
    lines = Path(__file__).with_name("weights.txt").read_text(encoding="utf-8").split("\n")[2:]
    figures = {chr(ZERO + hundredths): hundredths / 100 for hundredths in range(-2000, 2000)}
    return {
        head: dict(zip(names.split("\t"), map(figures.__getitem__, written), strict=True))
        for head, names, written in zip(lines[::3], lines[1::3], lines[2::3], strict=False)
    }
