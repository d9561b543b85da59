"""Named tuples that are made without a call of Python's are those that `__new__` makes."""

from __future__ import annotations

import gc
import sys
from typing import Any, Self

import pytest

from speechclean.core.named import NamedTuple
from speechclean.native import tuple_maker

pytestmark = pytest.mark.skipif(not tuple_maker(), reason="not compiled here")


class Place(NamedTuple):
    start: int
    end: int = 2
    names: tuple[str, ...] = ()


def lately(name: str) -> str:
    """The same name, kept elsewhere in memory."""
    return "".join(list(name))


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, 3), {}),
    ((1, 3, ("a",)), {}),
    ((), {"start": 1}),
    ((1,), {"names": ("b",)}),
    ((), {"names": (), "end": 4, "start": 1}),
    ((1,), {lately("end"): 5}),
    ((), {}),
    ((), {"end": 1}),
    ((1, 2, (), 4), {}),
    ((1,), {"start": 2}),
    ((1,), {"begin": 2}),
    ((1, 2, ()), {"names": ()}),
]


def answer(make: Any, *given: Any, **named: Any) -> object:
    try:
        return make(*given, **named)
    except TypeError as error:
        return str(error)


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_the_answer_is_that_of_new(given, named) -> None:
    made = answer(Place, *given, **named)
    assert made == answer(Place.__new__, Place, *given, **named)
    assert isinstance(made, (str, Place))


def test_what_is_made_owns_what_it_holds_and_lets_it_go() -> None:
    class Mark:
        pass

    mark = Mark()
    before = sys.getrefcount(mark)
    many = [Place(mark, names=(mark,)) for _ in range(10)]  # type: ignore[arg-type]
    assert sys.getrefcount(mark) == before + 20
    for wrong in ("begin", "start"):
        assert isinstance(answer(Place, mark, **{wrong: mark}), str)
    del many
    gc.collect()
    assert sys.getrefcount(mark) == before


def test_a_subclass_is_made_by_its_own_new() -> None:
    class Below(Place):
        def __new__(cls, start: int) -> Self:
            return super().__new__(cls, start, start)

    assert Below(5) == (5, 5, ())
    assert type(Below(5)) is Below


@pytest.mark.parametrize(
    "kind", [int, tuple, type("Other", (tuple,), {"_fields": ["a"]}), type("Plain", (), {"_fields": ()})]
)
def test_other_classes_are_refused(kind) -> None:
    quicken = tuple_maker()
    assert quicken
    with pytest.raises(TypeError, match="is no class of named tuples"):
        quicken(kind)
