"""The quality gate: floors for recall, ceilings for loss, on every folder of the corpus."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from speechclean import Cleaner, Settings

CORPUS = Path(__file__).parent / "corpus"
FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text(encoding="utf-8"))


def load_score():
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


score = load_score()
CLEANER = Cleaner(Settings(to="keep"))


@cache
def judged(folder: str) -> list:
    """Each case of a folder with its cleaned text and its figures."""
    done = []
    for case in score.load(CORPUS / folder):
        result = CLEANER(case.input)
        assert not result.failures, (case.id, result.failures)
        done.append((case, result.text, score.judge(case, result.text)))
    return done


def summed(folder: str, group: str = ""):
    total = score.Figures()
    for case, _, figures in judged(folder):
        if case.group.startswith(group):
            total.add(figures)
    return total


@pytest.mark.parametrize("folder", FLOORS)
def test_recall_and_loss(folder: str, capsys: pytest.CaptureFixture) -> None:
    total = summed(folder)
    groups = sorted({case.group for case, _, _ in judged(folder)})
    table = [score.table_row(f"  {group}", summed(folder, group)) for group in groups]
    with capsys.disabled():
        sys.stdout.write("\n".join(["", score.table_row(folder, total), *table]))
    assert (total.recall or 0) >= FLOORS[folder]["recall"]
    assert total.loss <= FLOORS[folder]["loss"]


@pytest.mark.parametrize(
    ("folder", "family", "floor"),
    [(folder, family, floor) for folder, floors in FLOORS.items() for family, floor in floors["families"].items()],
)
def test_recall_by_family(folder: str, family: str, floor: float) -> None:
    assert summed(folder, family).recall >= floor


@pytest.mark.parametrize("folder", [folder for folder, floors in FLOORS.items() if "traps_whole" in floors])
def test_traps_survive_whole(folder: str) -> None:
    broken = [
        (case.id, text)
        for case, text, figures in judged(folder)
        if case.group.startswith("traps") and not figures.exact
    ]
    whole = sum(case.group.startswith("traps") for case, _, _ in judged(folder)) - len(broken)
    assert whole >= FLOORS[folder]["traps_whole"], broken


@pytest.mark.parametrize("folder", FLOORS)
def test_a_second_run_finds_nothing(folder: str) -> None:
    restless = [(case.id, text) for case, text, _ in judged(folder) if CLEANER(text).text != text]
    assert len(restless) <= FLOORS[folder].get("restless", 0), restless[:5]


@pytest.mark.parametrize("folder", FLOORS)
def test_every_change_can_be_undone(folder: str) -> None:
    for case, _, _ in judged(folder):
        result = CLEANER(case.input)
        assert result.restore() == case.input
        assert not result.failures
