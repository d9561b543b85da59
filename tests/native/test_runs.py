"""The compiled sum of the weights of runs gives what the sets of runs give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native
from speechclean.judgement.likeness import LONGEST, _runs, shape, weights

pytestmark = pytest.mark.skipif(not native.grams(), reason="not built here, or switched off")


def expected(table: dict[str, int], line: str) -> tuple[int, int]:
    """The sum over the features; those of the shape are told apart by their names."""
    names = [*_runs(line), *shape(line)]
    return sum(table.get(name, 0) for name in names), len(names)


@given(st.text("更多精彩本站点击^$w<>abcde 0123456789\u3000\t\n.,;!?。|›→٣²\U00020000\ud800\0", max_size=LONGEST))
def test_any_line(line: str) -> None:
    table = weights().of_text
    assert native.grams()(table)(line.strip()) == expected(table, line.strip())


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
    assert native.grams()(SHAPES)(line.strip()) == expected(SHAPES, line.strip())


@pytest.mark.parametrize(
    "line", ["", "更", "abcd", "abcde", "1234", "12345", "更" * LONGEST, "ab12345cdefg  多", "更更更"]
)
def test_lines_at_the_borders(line: str) -> None:
    table = {"更": 3, "更更": -50, "更更更": 7, "00": 11, "w": 2, "ab0": 5, "": 99, "<len4>": 99}
    assert native.grams()(table)(line) == expected(table, line)


def test_longer_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="120th"):
        native.grams()({})("更" * (LONGEST + 1))
