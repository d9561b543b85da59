"""The snippets of docs/batch.md run, each where its engine is installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "batch.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ENGINES = ("ray", "polars", "duckdb", "datasets")


def engine(snippet: str) -> str:
    found = re.findall(r"^(?:import|from) (\w+)", snippet, re.MULTILINE)
    return next((name for name in found if name in ENGINES), "pyarrow")


@pytest.mark.parametrize("snippet", SNIPPETS, ids=engine)
def test_a_snippet_runs(snippet, capsys, request, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    pytest.importorskip(engine(snippet), reason="needs pip install 'speechclean[integrations]'")
    if engine(snippet) == "ray":
        request.getfixturevalue("ray_here")
    exec(compile(snippet, "docs/batch.md", "exec"), {"__name__": "snippet"})  # noqa: S102  # our own page


@pytest.fixture
def ray_here():
    import ray

    ray.init(address="local", num_cpus=1, include_dashboard=False, log_to_driver=False, object_store_memory=100 << 20)
    yield
    ray.shutdown()


def test_there_is_a_snippet_for_every_engine() -> None:
    assert {engine(snippet) for snippet in SNIPPETS} == {*ENGINES, "pyarrow"}
    assert "mapInArrow" in PAGE


def test_every_column_is_told_of() -> None:
    from speechclean.batch import COLUMNS

    assert all(f"| `{name}` |" in PAGE for name in COLUMNS)
