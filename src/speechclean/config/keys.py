"""The keys that a configuration may hold, and what is wrong with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechclean.core.errors import ConfigError
from speechclean.settings import Settings, wrong_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTS = ("select", "extend-select", "ignore", "keep", "rules", "decisions", "glob", "exclude")
FIELDS = {name.replace("_", "-"): name for name in Settings._fields}
"""Keys that are settings, and what these are called."""
RUN_KEYS = {"glob": (), "exclude": (), "output": "cleaned"}
"""Keys that a configuration file may hold beside the settings: they choose files, not what cleaning does."""

OVERRIDE = "override"
"""Tables of other settings for some paths."""


def default(key: str) -> object:
    """What holds without a configuration."""
    return Settings._field_defaults[FIELDS[key]] if key in FIELDS else RUN_KEYS[key]


def problem(key: str, value: object, known: Iterable[str]) -> str | None:
    """What is wrong with a key, which must be one of the known ones, and its value, or None."""
    if key not in known:
        return unknown(key, known)
    return wrong_kind(key, value, default(key))


def problems(table: dict[str, object], known: Iterable[str]) -> list[str]:
    """What is wrong with the keys of a table, and with its values: of another kind, or settings that there are not."""
    wrong = {key: told for key, value in table.items() if (told := problem(key, value, known))}
    values = {FIELDS[key]: value for key, value in table.items() if key in FIELDS and key not in wrong}
    try:
        Settings(**values)  # type: ignore[arg-type]  # they are of the right kinds
    except ConfigError as error:
        return [*wrong.values(), *str(error).splitlines()]
    return list(wrong.values())


def strings(value: object) -> bool:
    """Whether a value is a list of strings."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def unknown(key: str, known: Iterable[str]) -> str:
    """What to say of a key that is none, with a suggestion."""
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(key.replace("_", "-"), known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
    return f"unknown key {key!r}; {hint}"
