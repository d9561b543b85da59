"""Our NamedTuple does what that of `typing` does."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing

import pytest

from speechclean.core.named import NamedTuple


class Ours(NamedTuple):
    """A place."""

    start: int
    end: int = 2
    names: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return self.end - self.start

    @classmethod
    def at(cls, start: int) -> Ours:
        return cls(start, start + 1)


class Theirs(typing.NamedTuple):
    """A place."""

    start: int
    end: int = 2
    names: tuple[str, ...] = ()


def copied(value: object, protocol: int = pickle.DEFAULT_PROTOCOL) -> typing.Any:
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301  # our own


@pytest.mark.parametrize(
    "ask",
    [
        lambda kind: tuple(kind(1)),
        lambda kind: tuple(kind(1, names=("a",))),
        lambda kind: tuple(kind._make([1, 3, ()])),
        lambda kind: tuple(kind(1)._replace(end=9)),
        lambda kind: kind(1, 2)._asdict(),
        lambda kind: kind._fields,
        lambda kind: kind._field_defaults,
        lambda kind: kind.__match_args__,
        lambda kind: kind(1) == (1, 2, ()),
        lambda kind: hash(kind(1)),
        lambda kind: kind(1) < kind(2),
        lambda kind: kind(1).end,
        lambda kind: repr(kind(1, 2, ("a",))).replace("Ours", "Theirs"),
        lambda kind: [(one.name, one.default) for one in inspect.signature(kind).parameters.values()],
        typing.get_type_hints,
        lambda kind: tuple(copied(kind(1))),
        lambda kind: type(copied(kind(1), 2)) is kind,
        lambda kind: type(copy.copy(kind(1))) is kind,
        lambda kind: hasattr(kind(1), "__dict__"),
        lambda kind: kind.__doc__,
    ],
)
def test_answers_are_the_same(ask) -> None:
    assert ask(Ours) == ask(Theirs)


def test_methods_and_properties_stay() -> None:
    assert Ours.at(4).length == 1


def test_subclasses_are_classes_like_others() -> None:
    class Below(Ours):
        extra = 5

    assert Below(1, 4).length == 3
    assert (Below(1).extra, Below._fields) == (5, Ours._fields)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (Ours, r"Ours\.__new__\(\) missing 1 required positional argument: 'start'"),
        (lambda: Ours(1, 2, (), 4), r"takes from 2 to 4 positional arguments but 5 were given"),
        (lambda: Ours(1, begin=2), "unexpected keyword argument 'begin'"),
        (lambda: Ours(1)._replace(begin=2), "Ours has no begin"),
        (lambda: Ours._make([]), "missing 1 required"),
    ],
)
def test_wrong_arguments_are_refused(wrong, told) -> None:
    with pytest.raises(TypeError, match=told):
        wrong()


def test_fields_are_fixed() -> None:
    with pytest.raises(AttributeError):
        Ours(1).start = 2
