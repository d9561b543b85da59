from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechclean.core.rule import Stage
from speechclean.pipeline import Pipeline
from speechclean.rules.custom import literals
from speechclean.rules.custom.kinds import rule
from speechclean.rules.custom.spec import Between, Footer, Header, Literal, Spec
from speechclean.spelling import spellings

LETTERS = "关注公众号点击群后乾①QqVv1９加微w.- \u3000"


def traditional(letter: str) -> set[str]:
    """The letter as it may stand in Traditional text."""
    return {
        form for form in spellings(letter) if form.isascii() or form > "\uff00" or form.encode("big5", "ignore")
    } or {letter}


def alone(body) -> Pipeline:
    return Pipeline([Stage("custom", (rule(Spec("our-rule", body)),))])


@given(st.text(LETTERS, min_size=2, max_size=7).filter(str.strip), st.data())
def test_a_string_is_found_in_every_spelling(string, data) -> None:
    plain = data.draw(st.booleans())  # one script throughout
    spelled = "".join(
        data.draw(st.sampled_from(sorted(spellings(letter, scripts=False) if plain else traditional(letter))))
        for letter in string
    )
    assert alone(Literal((string,))).run(f"甲{spelled}乙").text == "甲乙"


@pytest.mark.parametrize(
    ("string", "piece"),
    [
        ("加QQ群", "加Q"),
        ("加微信QQ群", "加微信Q"),
        ("zk15039162", "k1"),
        ("关注公众号", "关注公"),
        ("①②", "①"),
        ("a", "a"),
        ("水" * 99, "水" * 4),
    ],
)
def test_the_piece_that_the_scan_looks_for(string, piece) -> None:
    assert literals.trigger(string) == piece


LINES = st.lists(st.sampled_from(["x", "y", "m1", "m2", "", " ", "x y"]), max_size=14).map("\n".join)
REACH = st.integers(1, 4)
BODIES = st.one_of(
    st.builds(Header, st.just("m."), REACH, st.booleans()),
    st.builds(Footer, st.just("m."), REACH, st.booleans()),
    st.builds(Between, st.just("x"), st.just("y"), REACH, st.booleans()),
    st.builds(Literal, st.sampled_from([("x",), ("m1", "y"), ("m1\nx",)])),
)


@given(BODIES, LINES)
def test_a_second_run_finds_nothing(body, text) -> None:
    outcome = alone(body).run(text)
    assert not outcome.failures
    assert alone(body).run(outcome.text).text == outcome.text
