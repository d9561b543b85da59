"""What the user chose, resolved: the one value that decides what cleaning does."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from speechclean.core.choices import Choices
from speechclean.core.errors import ConfigError
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from typing import Self

SCRIPTS = ("hans", "hant", "tw", "hk", "keep")
GAPS = ("break", "join", "mark", "trim")


class _Fields(NamedTuple):
    """The settings, not yet checked."""

    to: str = "hans"
    idioms: bool = False
    encoding: str | None = None
    encoding_errors: str = "keep"
    gaps: str = "break"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    unsafe: bool = False
    max_removal: float = 0.5
    keep: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


class Settings(_Fields):
    """How to clean. The fields are named as the options of `speechclean fix`.

    `select`, `extend_select` and `ignore` hold names of rules, families or stages, or `all`; a list serves where a
    tuple is kept. `encoding` names the
    encoding of bytes (None: detect it). `keep` are strings that no edit may touch, `decisions` files of
    changes that were refused. Raises ConfigError.
    """

    __slots__ = ()

    if not TYPE_CHECKING:  # for the type checker it takes the fields

        @wraps(_Fields.__new__)
        def __new__(cls, *given: object, **named: object) -> Self:
            """The settings, checked."""
            settings = super().__new__(cls, *given, **named)
            if any(isinstance(value, list) for value in settings):
                settings = super().__new__(cls, *(tuple(v) if isinstance(v, list) else v for v in settings))
            settings._check()
            return settings

    def _check(self) -> None:
        held = self._field_defaults.items()
        errors = [
            told
            for (field, default), value in zip(held, self, strict=True)
            if (told := wrong_kind(field.replace("_", "-"), value, default))
        ]
        if errors:
            raise ConfigError("\n".join(errors))
        errors += [
            told
            for field, value, known in (
                ("to", self.to, SCRIPTS),
                ("gaps", self.gaps, GAPS),
                ("encoding-errors", self.encoding_errors, ("keep", "fail")),
            )
            if (told := unknown_value(field, value, known))
        ]
        if self.encoding is not None:
            errors += _unknown_encoding(self.encoding)
        if not 0 <= self.max_removal <= 1:
            errors.append(f"max-removal must lie between 0 and 1, not {self.max_removal}")
        if errors:
            raise ConfigError("\n".join(errors))

    @property
    def choices(self) -> Choices:
        """The part that rules may know."""
        return Choices(self.to, self.idioms, self.gaps)


def _unknown_encoding(name: str) -> list[str]:
    from speechclean.core.encodings import refusal

    told = refusal(name)
    return [f"encoding: {told}"] if told else []


def wrong_kind(key: str, value: object, default: object) -> str | None:
    """What is to be said of a value that is of another kind than the default of its key; None, where that is one, fits."""
    if isinstance(default, tuple):
        fits = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
        return None if fits else f"{key} must be a list of strings"
    if isinstance(default, bool):
        return None if isinstance(value, bool) else f"{key} must be true or false"
    if isinstance(default, float):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return None if number else f"{key} must be a number"
    return None if isinstance(value, str) or value is default else f"{key} must be a string"


def unknown_value(field: str, value: str, known: tuple[str, ...]) -> str | None:
    """What is to be said of a value that is not one of the known ones, with a suggestion."""
    if value in known:
        return None
    from difflib import get_close_matches

    near = get_close_matches(value, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it is one of {', '.join(known)}"
    return f"{field}: unknown value {value!r}; {hint}"
