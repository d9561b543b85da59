"""Finds and reads a configuration file; everything that is wrong with it is said at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from speechclean.config.keys import FIELDS, LISTS, OVERRIDE, RUN_KEYS, problems
from speechclean.core.errors import ConfigError, reason
from speechclean.core.named import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from speechclean.config.override import Override

KNOWN = (*FIELDS, *RUN_KEYS, OVERRIDE)
FILES = ("rules", "decisions")
"""Keys that name files, which are meant from where the configuration lies."""
NAMES = ("speechclean.toml", "pyproject.toml")


class Written(NamedTuple):
    """What a configuration file holds."""

    values: dict[str, object]
    overrides: tuple[Override, ...]


def find_file(directory: str | os.PathLike[str]) -> Path | None:
    """The closest `speechclean.toml`, or `pyproject.toml` with a `[tool.speechclean]`, upward from a directory."""
    folder, below = os.fspath(directory), ""
    while folder != below:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == NAMES[0] or _is_ours(path)):
                from pathlib import Path

                return Path(path)
        folder, below = os.path.dirname(folder), folder
    return None


def _is_ours(path: str) -> bool:
    with open(path, "rb") as file:
        return b"tool.speechclean" in file.read()


def read(path: Path) -> Written:
    """What the file holds. Raises ConfigError that lists everything that is wrong."""
    table = _table(path)
    tables = table.pop(OVERRIDE, None)
    errors = problems(table, KNOWN)
    overrides = _overrides(path, tables, errors) if tables is not None else ()
    if errors:
        raise ConfigError("\n".join(f"{path}: {told}" for told in errors))
    return Written(_values(path, table), overrides)


def _overrides(path: Path, tables: object, errors: list[str]) -> tuple[Override, ...]:
    """The overrides; what is wrong with them is added to the errors."""
    from speechclean.config.override import PATHS, override, problems_of

    if not isinstance(tables, list):
        errors.append(f"{OVERRIDE} must be tables: [[{OVERRIDE}]]")
        return ()
    found = [(number, told) for number, one in enumerate(tables, 1) for told in problems_of(one)]
    errors += [f"{OVERRIDE} {number}: {told}" for number, told in found]
    if found:
        return ()
    return tuple(override(number, one.pop(PATHS), _values(path, one)) for number, one in enumerate(tables, 1))


def _table(path: Path) -> dict[str, object]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {reason(error)}") from None
    if path.name == NAMES[1]:
        tool = table.get("tool", {})
        table = tool.get("speechclean", {}) if isinstance(tool, dict) else tool
        if not isinstance(table, dict):
            raise ConfigError(f"{path}: tool.speechclean must be a table")
    return table


def _values(path: Path, table: dict[str, object]) -> dict[str, object]:
    """The settings of a table whose keys were checked."""
    values = {key: tuple(value) if key in LISTS and isinstance(value, list) else value for key, value in table.items()}
    for key in FILES:
        names = values.get(key)
        if isinstance(names, tuple):
            values[key] = tuple(str(path.parent / name) for name in names)
    return values
