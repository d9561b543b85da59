"""Runs are weighed as the Python beside it weighs them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechclean import native, plausibility
from speechclean.core.fold import fold_rows

pytestmark = pytest.mark.skipif(not native.weigher(), reason="not built here, or switched off")
KNOWN = "".join(plausibility.known())
LETTERS = (
    st.sampled_from(KNOWN[:3000])
    | st.sampled_from("^|0^9１Ａa，。！\n　あ가\ue000\ufffd\ud800\U0002f800豈é")
    | st.characters()
)


@settings(deadline=None, max_examples=500)
@given(LETTERS, LETTERS)
def test_a_pair_is_weighed_as_the_table_says(first: str, second: str) -> None:
    quick = plausibility.compiled()
    assert quick is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plausibility, "compiled", lambda: None)
        for _ in range(2):
            assert quick.pair(first, second) == plausibility.pair.__wrapped__(first, second)
        assert quick.pair("", second) == plausibility.pair.__wrapped__(plausibility.START, second)
        for script in ("", "hans", "hant"):
            assert quick.char(second, script) == plausibility.char.__wrapped__(second, script)


def test_every_follower_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = plausibility.compiled()
    assert quick is not None
    monkeypatch.setattr(plausibility, "compiled", lambda: None)
    for first in "的^。0国龘":
        for second in plausibility.listed(first):
            assert quick.pair(first, second) == plausibility.pair.__wrapped__(first, second)


@settings(deadline=None)
@given(text=st.text(LETTERS, max_size=12), before=LETTERS)
def test_a_run_is_weighed_as_in_python(text: str, before: str) -> None:
    def weighed() -> list[float]:
        functions = (plausibility.score, plausibility.roughest, plausibility.roughest_place, plausibility.lean)
        return [plausibility.likelihood(text, before), *(function(text) for function in functions)]

    quick = weighed()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plausibility, "compiled", lambda: None)
        assert weighed() == quick


def test_a_row_is_what_the_table_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = plausibility.compiled()
    assert quick is not None
    monkeypatch.setattr(plausibility, "compiled", lambda: None)
    for first in ["", "\n", "\ud800", *"^的国國9０|，#a"]:
        assert quick.line(first) == plausibility._counted(first)


@pytest.mark.parametrize("pair", [("", ""), ("中", ""), ("中国", "人"), ("中", "国人")])
def test_no_pair_is_refused(pair: tuple[str, str]) -> None:
    quick = plausibility.compiled()
    assert quick is not None
    with pytest.raises(ValueError, match="one character after one other"):
        quick.pair(*pair)


@pytest.mark.parametrize("pair", [("", ""), ("", "国"), ("中", ""), ("中国", "人"), (None, "人"), ("中", None)])
def test_no_pair_is_refused_in_a_script(pair: tuple[str, str]) -> None:
    quick = plausibility.compiled()
    assert quick is not None
    with pytest.raises(ValueError, match="one character after one other"):
        quick.weigh_in(*pair, "hans")


def test_a_table_without_a_start_is_refused() -> None:
    weigher = native.weigher()
    assert weigher is not None
    with pytest.raises(ValueError, match="no row"):
        weigher("一行\n二行\n中A国\n".encode(), [], *fold_rows(), plausibility.mark)
    with pytest.raises(ValueError, match="folds to one"):
        weigher(b"", [], "a", "", plausibility.mark)
