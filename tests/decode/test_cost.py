"""What looking for damage costs in text that has none, beside `clean`: healthy UTF-8 is nearly all there is."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from speechclean import Cleaner, clean
from speechclean.core.document import Document
from speechclean.core.rule import Waiting
from speechclean.decode import decode
from speechclean.rules.shift import off_by_one

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("00[0124]*.txt"))
MOST = 0.05


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of many turns."""
    best = float("inf")
    for _ in range(30):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def is_asked(data: bytes) -> bool:
    """Whether cleaning asks the repair: a compiled scan sees where nothing could be off by one."""
    cleaner = Cleaner()
    cleaner(data)
    (rule,) = [rule for stage in cleaner.stages for rule in stage.rules if rule.name == off_by_one.RULE.name]
    assert isinstance(rule.find, Waiting)
    return rule.find.rule is not None


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_healthy_utf8_costs_next_to_nothing(path: Path) -> None:
    """The evidence for an encoding and the one repair that healthy text may wake, beside the decoding that nobody can avoid."""
    data = path.read_bytes()
    document = Document(data.decode())
    asked = is_asked(data)
    gc.disable()
    try:
        for _ in range(4):  # machines are noisy
            evidence = fastest(lambda: decode(data)) - fastest(data.decode)
            repair = fastest(lambda: list(off_by_one.find(document))) if asked else 0.0
            if evidence + repair <= MOST * fastest(lambda: clean(data)):
                return
    finally:
        gc.enable()
    pytest.fail(f"{evidence + repair:.6f} seconds")
