"""The compiled sum of the weights of runs gives what the sets of runs give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean import native
from speechclean.judgement.likeness import LONGEST, _counts, _runs, weights

pytestmark = pytest.mark.skipif(not native.grams(), reason="not built here, or switched off")


@given(st.text("更多精彩本站点击^$w<>abcde 0123456789\u3000\t\n.,;!?。|›→٣²\U00020000\ud800\0", max_size=LONGEST))
def test_any_line(line: str) -> None:
    table = weights().of_text
    runs = _runs(line)
    assert native.grams()(table)(line) == (sum(table.get(run, 0) for run in runs), len(runs), _counts(line))


@pytest.mark.parametrize(
    "line", ["", "更", "abcd", "abcde", "1234", "12345", " \t ", "更" * LONGEST, "ab12345cdefg  多"]
)
def test_lines_at_the_borders(line: str) -> None:
    table = {"更": 3, "更更": -50, "更更更": 7, "00": 11, "w": 2, "ab0": 5, "": 99, "<len4>": 99}
    runs = _runs(line)
    total = sum(weight for run, weight in table.items() if run in runs)
    assert native.grams()(table)(line) == (total, len(runs), _counts(line))


def test_longer_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="120th"):
        native.grams()({})("更" * (LONGEST + 1))
