"""The learned weights: one file, written by scripts/train_judgement.py."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def weights() -> dict[str, float]:
    """The weight of each feature; features that are not listed weigh nothing."""
    table: dict[str, float] = {}
    for line in Path(__file__).with_name("weights.txt").read_text(encoding="utf-8").splitlines()[2:]:
        hundredths, _, names = line.partition("\t")
        table.update(dict.fromkeys(names.split("\t"), int(hundredths) / 100))
    return table
