"""`NamedTuple` as `typing` has it, made in a tenth of the time: that one compiles every annotation of every class.

A start makes forty such classes: five milliseconds, where most documents are cleaned in one. Where it is compiled,
`native.named` makes their tuples.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # what named tuples are made of
from functools import cache
from typing import TYPE_CHECKING

from speechclean.native import tuple_maker

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NamedTuple, Self  # noqa: TID251  # for the type checker it is the one that it knows
else:

    class _Maker(type):
        """Makes of the annotations of a class that names NamedTuple as its base the fields of a tuple.

        What it makes is no instance of it: Python calls only classes that are plainly of `type` in the quick way.
        """

        def __new__(cls, name: str, _: tuple[type, ...], space: dict[str, object]) -> type:
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space[field] for field in fields if field in space}
            make = _constructor(fields, tuple(defaults.values()))
            make.__qualname__ = f"{space['__qualname__']}.__new__"
            make.__annotations__ = space.get("__annotations__", {})
            space.update((field, _tuplegetter(at, "")) for at, field in enumerate(fields))
            space["__slots__"] = ()
            space["_fields"] = space["__match_args__"] = fields
            space["_field_defaults"] = defaults
            space["__new__"] = make
            made = type(name, (_Named,), space)
            if quicken := tuple_maker():
                quicken(made)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

    class _Named(tuple):
        """A tuple with named fields."""

        __slots__ = ()

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            return cls(*values)

        def _replace(self, /, **changes: object) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

    def _constructor(fields: tuple[str, ...], defaults: tuple[object, ...]) -> Callable[..., tuple]:
        """A `__new__` that takes these fields: the one for tuples of this length, with its parameters renamed."""
        template = _template(len(fields))
        code = template.__code__.replace(co_name="__new__", co_varnames=("_cls", *fields))
        return type(template)(code, template.__globals__, "__new__", defaults)

    @cache
    def _template(length: int) -> Callable[..., tuple]:
        values = "".join(f"_{at}, " for at in range(length))
        return eval(f"lambda _cls, {values}: _new(_cls, ({values}))", {"_new": tuple.__new__})  # noqa: S307
