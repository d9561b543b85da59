"""The compiled sum of the weights of runs gives what the sets of runs give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.judgement.likeness import LONGEST, TENTHS, Weighed, _runs, of_text, reading, shape, table_of

pytestmark = pytest.mark.skipif(not native.grams(), reason="not built here, or switched off")


def grams(table: dict[str, int]):
    """What sums these weights."""
    rows = []
    for name, weight in table.items():
        runs = tuple(name if len(name) == size else "" for size in (1, 2, 3))
        rows.append(Weighed(weight, runs, () if any(runs) else (name,)))
    return native.grams()(tuple(rows))


def expected(table: dict[str, int], line: str) -> tuple[int, int]:
    """The sum over the features; those of the shape are told apart by their names."""
    names = [*_runs(line), *shape(line)]
    return sum(table.get(name, 0) for name in names), len(names)


@given(st.text("更多精彩本站点击^$w<>abcde 0123456789\u3000\t\n.,;!?。|›→٣²\U00020000\ud800\0", max_size=LONGEST))
def test_any_line(line: str) -> None:
    assert reading()(line.strip()) == expected(table_of(of_text()), line.strip())


SHAPED = '一十、（(1２2٣).．-年/httpswww:.comcn。！?…"”」[【<〈《「“更：多 ,;›'
SHAPES = {
    **{
        f"<{name}{step}>": 100 * step + 1
        for name in ("len", "stops", "commas", "parts", "digits", "latin")
        for step in range(12)
    },
    **{f"<opens{sign}>": 10_000 + ord(sign) for sign in "[【（(<〈《「“"},
    **{
        f"<{name}>": 1_000_000 * (number + 1)
        for number, name in enumerate(("whole", "numbered", "label", "address", "dated"))
    },
}


@settings(max_examples=500)
@given(
    st.text(SHAPED, max_size=30)
    | st.sampled_from(["http:", "https:", "www.", "a.com", "b.cn", "2020年", "2020-", "（十2）", "12．"])
)
def test_any_shape(line: str) -> None:
    assert grams(SHAPES)(line.strip()) == expected(SHAPES, line.strip())


@pytest.mark.parametrize(
    "line", ["", "更", "abcd", "abcde", "1234", "12345", "更" * LONGEST, "ab12345cdefg  多", "更更更"]
)
def test_lines_at_the_borders(line: str) -> None:
    table = {"更": 3, "更更": -50, "更更更": 7, "00": 11, "w": 2, "ab0": 5, "<always>": 99, "<len4>": 99}
    assert grams(table)(line) == expected(table, line)


def test_longer_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="120th"):
        grams({})("更" * (LONGEST + 1))


def test_weights_are_told() -> None:
    table = {"更": 3, "更更": -50, "更更更": 7}
    assert {run: grams(table).weight_of(run) for run in (*table, "多")} == {**table, "多": 0}
    for run in ("", "更更更更"):
        with pytest.raises(ValueError, match="three"):
            grams(table).weight_of(run)


def test_runs_that_weigh_the_same_stand_in_one_string() -> None:
    rows = (Weighed(5, ("ab", "cdef", "ghijkl"), ("<len4>",)), Weighed(-7, ("", "", "xyz"), ("<always>",)))
    table = {"a": 5, "b": 5, "cd": 5, "ef": 5, "ghi": 5, "jkl": 5, "<len4>": 5, "xyz": -7, "<always>": -7}
    assert table_of(rows) == table
    compiled = native.grams()(rows)
    assert all(compiled.weight_of(run) == weight for run, weight in table.items() if len(run) <= 3)
    line = "ghixyz"
    total, size = expected(table, line)
    assert compiled.of(line) == total / TENTHS / size**0.5 + table["<always>"] / TENTHS
